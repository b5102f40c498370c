import type { Called } from '@concord/domain';
import { holdersOf, requestIsLive, restOf } from '@concord/domain';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { refusalWords } from '../api/refusal-words';
import beds from '../beds/beds.module.css';
import { DeskFrame } from '../frame/desk-frame';
import { Button } from '../kit/button';
import { Nothing } from '../kit/nothing';
import { Panel } from '../kit/panel';
import { useAgreement } from '../live/agreement-in-force';
import { useAll, useLive, useNow } from '../live/live-context';
import { LoadTable } from './load-table';
import { teamRows, unansweredOf } from './team-row';
import { TeamTable } from './team-table';
import styles from './team.module.css';
import { Unanswered } from './unanswered';

const Load = () => {
  const { areaId } = useLive();
  const now = useNow();
  const newest = Math.max(0, ...[...useAll('amhp-request').values()].map(({ revision }) => revision));
  const { data, error, refetch } = useQuery({
    queryKey: ['amhp-load', areaId, newest],
    queryFn: () => call('amhpLoad', { params: { areaId } }),
    placeholderData: (before) => before,
  });
  return (
    <Panel title="How the work fell">
      {!data && !error && <p className={styles.explain}>Counting four weeks…</p>}
      {error && (
        <p className={styles.explain} role="alert">
          {refusalWords(error, now).says} <Button onClick={() => void refetch()}>Try again</Button>
        </p>
      )}
      {data && <LoadTable loads={data} />}
    </Panel>
  );
};

const teams: readonly (readonly [Called, string])[] = [
  ['amhp', 'AMHPs on call now'],
  ['section-12-doctor', 'Section 12 doctors on call now'],
];

/** The AMHP lead's whiteboard: what nobody has yet on top, then who is doing what, then how the work fell. */
export const TeamScreen = () => {
  const now = useNow();
  const [rotas, requests, availability] = [useAll('rota'), useAll('amhp-request'), useAll('availability')];
  const incidents = useAll('incident');
  const attendance = useAgreement()?.attendance ?? { rest: null };
  const live = [...requests.values()].filter(requestIsLive);
  const waiting = unansweredOf(live);
  const rowsOf = (called: Called) =>
    teamRows({
      now,
      onCall: holdersOf([...rotas.values()], called, now),
      requests: live.filter(({ calls }) => calls === called),
      incidents,
      availability: [...availability.values()],
      restsOf: (said) => restOf(said, attendance, now),
    });
  return (
    <DeskFrame>
      <div className={beds.screen}>
        <div className={beds.top}>
          <h1>AMHP team</h1>
        </div>
        <Panel title={waiting.length === 0 ? 'Nobody is waiting' : `Waiting for somebody: ${waiting.length}`}>
          {waiting.length === 0 ? (
            <Nothing>Every request has somebody. A new one appears here the moment it is made.</Nothing>
          ) : (
            <ul className={styles.list}>
              {waiting.map((request) => (
                <Unanswered key={request.id} request={request} />
              ))}
            </ul>
          )}
        </Panel>
        {teams.map(([called, title]) => {
          const rows = rowsOf(called);
          return (
            <Panel key={called} title={`${title}: ${rows.filter(({ onCall }) => onCall).length}`}>
              <TeamTable title={title} rows={rows} />
            </Panel>
          );
        })}
        <Load />
      </div>
    </DeskFrame>
  );
};
