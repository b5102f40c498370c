import type { Instant, Layer, Rota } from '@concord/domain';
import { keepsRota, londonClock } from '@concord/domain';
import { useMemo, useRef, useState } from 'react';
import { useSession } from '../app/session';
import { Badge } from '../kit/badge';
import { Button } from '../kit/button';
import { Panel } from '../kit/panel';
import { fullTime } from '../time/london';
import { CalendarLink } from './calendar-link';
import { EndForm } from './end-form';
import type { GridCell } from './grid-model';
import { daysFrom } from './grid-model';
import { ImportForm } from './import-form';
import { LayerForm } from './layer-form';
import styles from './on-call.module.css';
import { OverrideForm } from './override-form';
import { PutOverList } from './put-over-list';
import type { Chosen, GridAct } from './rota-grid';
import { RotaGrid } from './rota-grid';
import { hoursWords, weekdayWords } from './rota-words';
import { SettingsForm } from './settings-form';
import { TemporaryForm } from './temporary-form';

const WEEK = 7;
const unitWords = { hours: 'hour', days: 'day', weeks: 'week', months: 'month' } as const;

const layerWords = (layer: Rota['layers'][number]): string => {
  const unit = unitWords[layer.every];
  const turn = layer.count === 1 ? `each ${unit}` : `every ${layer.count} ${layer.every}`;
  const hours = layer.hours.map(
    ({ days, from, to }) => `${days.map((day) => weekdayWords[day]).join(' ')} ${from}–${to}`,
  );
  const others = hours.length > 0 ? `; counts ${hours.join(', ')}` : '';
  return `${layer.members.length} people, ${layer.width} at a time, handed over ${turn} at ${layer.handoversAt.join(' and ')}${others}`;
};

const Agreed = ({ rota: { agreedHours } }: { readonly rota: Rota }) => {
  const { inARow, aWeek } = agreedHours;
  if (inARow === null && aWeek === null) return null;
  const said = [inARow && `${hoursWords(inARow)} in a row`, aWeek && `${hoursWords(aWeek)} a week`];
  return <p className={styles.quiet}>Agreed at most: {said.filter(Boolean).join(', ')}.</p>;
};

const formWords = {
  file: 'Shifts from a file',
  temporary: 'Temporary rota',
  settings: 'Name, districts, hours',
  end: 'End this rota',
} as const;
type RotaForm = keyof typeof formWords;

/** One rota, week by week: its grid, what is put over its layers, and, for whoever keeps it, how to change that. */
export const RotaEditor = ({ rota, now }: { readonly rota: Rota; readonly now: Instant }) => {
  const { area } = useSession();
  const ended = rota.until !== null && rota.until <= now;
  const keeps = keepsRota(area.duties, rota.duty);
  const mayKeep = keeps && !ended;
  const [week, setWeek] = useState(0);
  const [cell, setCell] = useState<GridCell>();
  const [chosen, setChosen] = useState<Chosen>();
  const [form, setForm] = useState<RotaForm>();
  const opener = useRef<HTMLElement>(null);
  /** The layer that is being changed; null for a new one. */
  const [layer, setLayer] = useState<Layer | null>();
  const live = rota.layers.filter(({ until }) => until === null || until > now);
  const today = londonClock(now).date;
  const days = useMemo(() => daysFrom(`${today}T12:00:00.000Z`, WEEK, week * WEEK), [today, week]);
  const shown = cell ?? { day: days[0], spans: [] };
  const begin = (act: GridAct) => {
    if (shown.day) setChosen({ cell: { day: shown.day, spans: shown.spans }, act });
  };
  const grid = useRef<HTMLDivElement>(null);
  const leave = () => {
    setChosen(undefined);
    grid.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus();
  };
  const leaveForm = () => {
    setForm(undefined);
    opener.current?.focus();
  };
  const page = (by: number) => {
    setWeek(week + by);
    setCell(undefined);
  };
  return (
    <Panel
      title={rota.name}
      aside={
        <div className={styles.tools}>
          <Button onClick={() => page(-1)}>Earlier week</Button>
          <Button onClick={() => page(-week)} aria-pressed={week === 0}>
            This week
          </Button>
          <Button onClick={() => page(1)}>Later week</Button>
        </div>
      }
    >
      <div className={styles.editor} ref={grid}>
        {rota.until !== null && (
          <p>
            <Badge tone={ended ? 'stopped' : 'due'}>{ended ? 'Ended' : 'Ends'}</Badge> {fullTime(rota.until)}
          </p>
        )}
        <RotaGrid
          rota={rota}
          days={days}
          today={today}
          onAct={mayKeep ? setChosen : null}
          onSelect={setCell}
        />
        {mayKeep ? (
          <>
            <div className={styles.tools} role="group" aria-label="Change this rota">
              <Button shortcut="Enter" onClick={() => begin('add')}>
                Add somebody
              </Button>
              <Button shortcut="R" onClick={() => begin('replace')}>
                Replace somebody
              </Button>
              <Button shortcut="Delete" onClick={() => begin('remove')}>
                Take somebody off
              </Button>
              {(Object.keys(formWords) as RotaForm[]).map((one) => (
                <Button
                  key={one}
                  aria-expanded={form === one}
                  onClick={(event) => {
                    opener.current = event.currentTarget;
                    setForm(form === one ? undefined : one);
                  }}
                >
                  {formWords[one]}
                </Button>
              ))}
            </div>
            {chosen && (
              <OverrideForm
                key={`${chosen.cell.day.date}/${chosen.act}`}
                rota={rota}
                chosen={chosen}
                onDone={leave}
              />
            )}
            {form === 'file' && <ImportForm rota={rota} onDone={leaveForm} />}
            {form === 'temporary' && <TemporaryForm rota={rota} now={now} onDone={leaveForm} />}
            {form === 'settings' && <SettingsForm rota={rota} onDone={leaveForm} />}
            {form === 'end' && <EndForm rota={rota} now={now} onDone={leaveForm} />}
          </>
        ) : (
          !keeps && <p className={styles.quiet}>You can see this rota; those who keep it change it.</p>
        )}
        <h3>Put over the layers</h3>
        <PutOverList rota={rota} now={now} mayKeep={mayKeep} />
        <h3>Layers, the highest first</h3>
        <ol className={styles.layers}>
          {live.map((one) => (
            <li key={one.id}>
              <strong>{one.name}</strong>: {layerWords(one)}{' '}
              {mayKeep && (
                <Button look="quiet" aria-label={`Change ${one.name}`} onClick={() => setLayer(one)}>
                  Change
                </Button>
              )}
            </li>
          ))}
        </ol>
        {mayKeep && layer === undefined && (
          <div>
            <Button onClick={() => setLayer(null)}>Add a layer</Button>
          </div>
        )}
        {mayKeep && layer !== undefined && (
          <LayerForm
            key={layer?.id ?? 'new'}
            rota={rota}
            layer={layer ?? undefined}
            today={today}
            onDone={() => setLayer(undefined)}
          />
        )}
        <Agreed rota={rota} />
        <CalendarLink rotaId={rota.id} label={`Calendar of ${rota.name}`} />
      </div>
    </Panel>
  );
};
