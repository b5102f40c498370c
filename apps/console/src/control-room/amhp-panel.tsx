import type { AmhpRequest, Instant, Named, Obstacle } from '@concord/domain';
import { holdersOf, obstacleSays, openOffer, requestIsLive, restOf } from '@concord/domain';
import { useCallback, useMemo } from 'react';
import { Panel } from '../kit/panel';
import { Ticking } from '../kit/ticking';
import { findIn } from '../incidents/around';
import { nobodyWords } from '../amhp/nobody-words';
import { PassedOver } from '../amhp/passed-over';
import { useAgreement } from '../live/agreement-in-force';
import { useAll, useNow } from '../live/live-context';
import { hoursMinutes, left } from '../time/span';
import styles from './side-panels.module.css';

const withWords = { accepted: 'has', travelling: 'travelling to', 'on-scene': 'on scene,' } as const;

const jobOf = (requests: ReadonlyMap<string, AmhpRequest>, { userId }: Named): AmhpRequest | undefined =>
  findIn(
    requests,
    (request) =>
      requestIsLive(request) &&
      (request.assigned?.userId === userId || openOffer(request)?.to.userId === userId),
  );

const Job = ({
  request,
  rests,
}: {
  readonly request: AmhpRequest | undefined;
  readonly rests: Obstacle | null;
}) => {
  const minute = useNow();
  const offer = request && !request.assigned ? openOffer(request) : undefined;
  const answerBy = offer?.answerBy;
  const text = useCallback((now: Instant) => (answerBy ? hoursMinutes(left(answerBy, now)) : ''), [answerBy]);
  if (!request && rests) return <span className={styles.busy}>{obstacleSays(rests, minute)}</span>;
  if (!request) return <span className={styles.free}>free</span>;
  if (offer) {
    return (
      <span className={styles.busy}>
        asked, {request.incidentRef} <Ticking text={text} />
      </span>
    );
  }
  const words = request.state in withWords ? withWords[request.state as keyof typeof withWords] : 'has';
  return (
    <span className={styles.busy}>
      {words} {request.incidentRef}
    </span>
  );
};

/** Who is on call now, first in line first, and who of them can still be asked. */
export const AmhpPanel = () => {
  const minute = useNow().slice(0, 17);
  const rotas = useAll('rota');
  const requests = useAll('amhp-request');
  const onCall = useMemo(() => holdersOf([...rotas.values()], 'amhp', `${minute}00.000Z`), [rotas, minute]);
  const availability = useAll('availability');
  const attendance = useAgreement()?.attendance;
  const restsOf = ({ userId }: Named) => {
    const said = findIn(availability, (one) => one.userId === userId);
    return attendance ? restOf(said, attendance, `${minute}00.000Z`) : null;
  };
  const live = [...requests.values()].filter(requestIsLive);
  const free = onCall.filter((person) => !jobOf(requests, person) && !restsOf(person)).length;
  return (
    <Panel
      title="AMHPs on call"
      aside={
        <span className={styles.count}>
          {free} of {onCall.length} free
        </span>
      }
    >
      {onCall.length === 0 && <p className={styles.none}>Nobody is on call as AMHP now.</p>}
      <ul className={styles.people}>
        {onCall.map((person) => (
          <li key={person.userId} className={styles.person}>
            <span>{person.name}</span>
            <Job request={jobOf(requests, person)} rests={restsOf(person)} />
          </li>
        ))}
      </ul>
      {live
        .filter(({ nobody }) => nobody !== null)
        .map((request) => (
          <p key={request.id} className={styles.none}>
            {request.incidentRef}: {nobodyWords(request)}
          </p>
        ))}
      {live.map((request) => (
        <PassedOver key={request.id} request={request} />
      ))}
    </Panel>
  );
};
