import { getRouteApi } from '@tanstack/react-router';
import { londonClock } from '@concord/domain';
import { useState } from 'react';
import { useMayCall } from '../app/session';
import { DeskFrame } from '../frame/desk-frame';
import { Badge } from '../kit/badge';
import { Button } from '../kit/button';
import { Panel } from '../kit/panel';
import { useAll, useBoardRevision, useNow } from '../live/live-context';
import { ReachLine } from '../reach/reach-line';
import { AheadList } from './ahead-list';
import { NewRotaForm } from './new-rota-form';
import { NowTable } from './now-table';
import { RotaEditor } from './rota-editor';
import { useAhead, useNumbers, useOnCallNow } from './use-on-call';
import styles from './on-call.module.css';

const route = getRouteApi('/signed-in/on-call');
const AHEAD_DAYS = 28;

/** Who is on call now and next, what is wrong ahead, and the rota chosen, week by week. */
export const OnCallScreen = () => {
  const { rota: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const loaded = useBoardRevision() !== null;
  const minute = `${useNow().slice(0, 17)}00.000Z`;
  const rotas = useAll('rota');
  const { lines: now, gaps: gapsNow } = useOnCallNow(minute);
  const { gaps, warnings } = useAhead(minute, AHEAD_DAYS);
  const mayMake = useMayCall()('createRota');
  const [making, setMaking] = useState(false);
  const numbers = useNumbers(now);
  const shown = (chosen ? rotas.get(chosen) : undefined) ?? now[0]?.rota;
  return (
    <DeskFrame>
      <div className={styles.screen}>
        <h1>On call</h1>
        <Panel
          title="On call now"
          aside={gapsNow.length > 0 && <Badge tone="over">{gapsNow.length} with nobody</Badge>}
        >
          {loaded ? (
            <NowTable
              rotas={now}
              gaps={gapsNow}
              now={minute}
              telephones={numbers}
              chosen={shown?.id}
              onChoose={(rotaId) => void navigate({ search: { rota: rotaId }, replace: true })}
            />
          ) : (
            <p className={styles.calm}>Fetching the rotas…</p>
          )}
          {loaded && now.length === 0 && <p className={styles.calm}>This area has no rota yet.</p>}
        </Panel>
        {loaded && (
          <Panel title={`To put right in the next ${AHEAD_DAYS} days`}>
            <AheadList rotas={rotas} gaps={gaps} warnings={warnings} days={AHEAD_DAYS} />
          </Panel>
        )}
        {loaded && (
          <Panel title="Would those on call be reached?">
            <ReachLine now={minute} />
          </Panel>
        )}
        {shown && <RotaEditor key={shown.id} rota={shown} now={minute} />}
        {loaded && mayMake && (
          <Panel title="New rota">
            <div className={styles.editor}>
              {making ? (
                <NewRotaForm
                  today={londonClock(minute).date}
                  onDone={(rotaId) => {
                    setMaking(false);
                    if (rotaId) void navigate({ search: { rota: rotaId }, replace: true });
                  }}
                />
              ) : (
                <div>
                  <Button onClick={() => setMaking(true)}>Make a rota</Button>
                </div>
              )}
            </div>
          </Panel>
        )}
      </div>
    </DeskFrame>
  );
};
