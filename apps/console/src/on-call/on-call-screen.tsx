import { getRouteApi } from '@tanstack/react-router';
import type { Duty, Rota } from '@concord/domain';
import {
  dutyGaps,
  instantFromMs,
  londonClock,
  msOf,
  onCallNow,
  plansOf,
  plusMinutes,
  rotaWarnings,
} from '@concord/domain';
import { useMemo, useState } from 'react';
import { useMayCall } from '../app/session';
import { DeskFrame } from '../frame/desk-frame';
import { Badge } from '../kit/badge';
import { Button } from '../kit/button';
import { Panel } from '../kit/panel';
import { useAll, useBoardRevision, useNow } from '../live/live-context';
import { ReachLine } from '../reach/reach-line';
import { dutyWords } from '../words/codes';
import { AheadList } from './ahead-list';
import { NewRotaForm } from './new-rota-form';
import { NowTable } from './now-table';
import { RotaEditor } from './rota-editor';
import { useEverybody } from './rota-people';
import styles from './on-call.module.css';

const route = getRouteApi('/signed-in/on-call');
const AHEAD_DAYS = 28;
const order = Object.keys(dutyWords) as Duty[];

const useOnCall = (rotas: ReadonlyMap<string, Rota>, now: string) => {
  const areas = useAll('area');
  return useMemo(() => {
    const live = [...rotas.values()].filter(({ until }) => until === null || until > now);
    const districts = [...areas.values()].flatMap((area) => area.districts.map(({ name }) => name));
    const ahead = { from: now, to: plusMinutes(now, AHEAD_DAYS * 24 * 60) };
    const fortnight = { from: now, to: plusMinutes(now, 14 * 24 * 60) };
    const instant = { from: now, to: instantFromMs(msOf(now) + 1) };
    return {
      now: order.flatMap((duty) => onCallNow(live, duty, fortnight)),
      gapsNow: dutyGaps(plansOf(live, instant), districts, instant),
      gaps: dutyGaps(plansOf(live, ahead), districts, ahead),
      warnings: rotaWarnings(live, ahead),
    };
  }, [rotas, areas, now]);
};

/** Who is on call now and next, what is wrong ahead, and the rota chosen, week by week. */
export const OnCallScreen = () => {
  const { rota: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const loaded = useBoardRevision() !== null;
  const minute = `${useNow().slice(0, 17)}00.000Z`;
  const rotas = useAll('rota');
  const { now, gapsNow, gaps, warnings } = useOnCall(rotas, minute);
  const mayMake = useMayCall()('createRota');
  const [making, setMaking] = useState(false);
  const everybody = useEverybody();
  const telephones = useMemo(
    () =>
      new Map(
        everybody.flatMap(({ userId, telephone }) => (telephone ? [[userId, telephone] as const] : [])),
      ),
    [everybody],
  );
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
              telephones={telephones}
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
