import type { AmhpRequest } from '@concord/domain';
import { holdersOf, mayBeOffered, stateOf } from '@concord/domain';
import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../app/session';
import { PhoneFrame } from '../frame/phone-frame';
import { KeysHelp } from '../keys/keys-help';
import { useScreenKeys } from '../keys/use-screen-keys';
import { Nothing } from '../kit/nothing';
import { useAll, useBoardRevision, useNow } from '../live/live-context';
import styles from './amhp-screen.module.css';
import { AfterRelease } from './after-release';
import { amhpKeys } from './keys';
import { MineCard } from './mine-card';
import { MyAvailability } from './my-availability';
import { NoLongerMine } from './no-longer-mine';
import type { AnswerForm } from './offer-card';
import { OfferCard } from './offer-card';
import { UnsentAccept } from './unsent-accept';
import { useMyRequests } from './use-my-requests';
import { useUnsent } from './use-unsent';

/** This asking of me and no other: a request may be offered to me again. */
const askingOf = ({ id, offers }: AmhpRequest): string => `${id}/${offers.length}`;

const ordinals = ['1st', '2nd', '3rd'];

/** What is asked of me, what I have, and where I stand on the rota. */
export const AmhpScreen = () => {
  const { me, area } = useSession();
  const calls = area.duties.includes('amhp') ? 'amhp' : 'section-12-doctor';
  const now = useNow();
  const loaded = useBoardRevision() !== null;
  const rotas = useAll('rota');
  const { requests, offers, mine } = useMyRequests();
  const onCall = holdersOf([...rotas.values()], calls, now);
  const line = onCall.findIndex(({ userId }) => userId === me.userId);
  const incidents = [...useAll('incident').values()];
  const released =
    calls === 'amhp'
      ? incidents.filter((incident) => stateOf(incident.facts) === 'concluded' && mayBeOffered(incident))
      : [];
  const { unsent, keep, forget } = useUnsent(me.userId);
  const [tapped, setTapped] = useState<string>();
  const [answering, setAnswering] = useState<{ readonly asking: string; readonly form: AnswerForm }>();
  const toMain = useCallback(() => document.getElementById('main')?.focus({ preventScroll: true }), []);
  const keys = useScreenKeys({
    onEscape: () => {
      setAnswering(undefined);
      toMain();
    },
  });
  useEffect(() => toMain(), [toMain]);
  const standing =
    line < 0
      ? 'Not on call now'
      : `On call, ${ordinals[line] ?? `${line + 1}th`} in line of ${onCall.length}`;
  return (
    <PhoneFrame
      title={me.name}
      aside={<KeysHelp keys={keys} list={amhpKeys} where="the focus is not in a field" />}
      under={loaded && <p className={styles.standing}>{standing}</p>}
    >
      <section id="requests" aria-label="Requests" className={styles.part}>
        {unsent.map((one) => (
          <UnsentAccept key={one.requestId} unsent={one} onGone={() => forget(one)} />
        ))}
        {offers.map((request) => {
          const asking = askingOf(request);
          return (
            <OfferCard
              key={asking}
              request={request}
              first={request === offers[0]}
              waits={unsent.some(({ requestId }) => requestId === request.id)}
              form={answering?.asking === asking ? answering.form : undefined}
              onForm={(form) => setAnswering(form && { asking, form })}
              onUnsent={keep}
              onTake={() => setTapped(asking)}
            />
          );
        })}
        {requests.map((request) => (
          <NoLongerMine key={request.id} request={request} userId={me.userId} />
        ))}
        {loaded && offers.length === 0 && (
          <Nothing>
            No requests.{' '}
            {line < 0 ? 'You are not on call.' : `You are ${ordinals[line] ?? `${line + 1}th`} in line.`}
          </Nothing>
        )}
      </section>
      <section id="mine" aria-label="Mine" className={styles.part}>
        {mine.map((request) => (
          <MineCard
            key={request.id}
            request={request}
            first={request === mine[0]}
            justTaken={tapped === askingOf(request)}
            onSettled={() => setTapped(undefined)}
          />
        ))}
        {released.map((incident) => (
          <AfterRelease key={incident.id} incident={incident} />
        ))}
        {loaded && offers.length > 0 && mine.length === 0 && <Nothing>Nothing is yours yet.</Nothing>}
      </section>
      {loaded && <MyAvailability />}
    </PhoneFrame>
  );
};
