import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { DeskFrame } from '../frame/desk-frame';
import type { Step } from '../incidents/next-steps';
import { KeysHelp } from '../keys/keys-help';
import { useScreenKeys } from '../keys/use-screen-keys';
import { YesPanel } from '../lending/yes-panel';
import { AmhpPanel } from './amhp-panel';
import { Board } from './board';
import { CarsPanel } from './cars-panel';
import styles from './control-room-screen.module.css';
import { DutiesPanel } from './duties-panel';
import { IncidentPanel } from './incident-panel';
import { controlRoomKeys } from './keys';
import { NewIncident } from './new-incident';
import { PlacesPanel } from './places-panel';
import type { FilterName } from './row-model';
import { filterNames } from './row-model';
import { useBoardRows } from './use-board-rows';

/** What the lower panel is doing, and for which incident; another incident starts afresh. */
type Doing =
  { readonly what: 'new' } | { readonly what: 'step'; readonly step: Step; readonly incidentId: string };

const route = getRouteApi('/signed-in/console');

export const ControlRoomScreen = () => {
  const { incident: asked, show = 'all' } = route.useSearch();
  const navigate = route.useNavigate();
  const [doing, setDoing] = useState<Doing>();
  const board = useBoardRows(show);
  const selected = asked ?? board.rows[0]?.id;

  const select = useCallback(
    (incident: string) => void navigate({ search: (before) => ({ ...before, incident }), replace: true }),
    [navigate],
  );
  const filter = (name: FilterName) => {
    void navigate({
      search: (before) => ({ ...before, show: name === 'all' ? undefined : name }),
      replace: true,
    });
  };
  const stop = useCallback(() => {
    setDoing(undefined);
    document.getElementById('board')?.focus();
  }, []);
  const keys = useScreenKeys({
    onEscape: stop,
    onDigit: (digit) => {
      const name = filterNames[digit - 1];
      if (name) filter(name);
    },
  });
  const step = doing?.what === 'step' && doing.incidentId === selected ? doing.step : undefined;

  return (
    <DeskFrame aside={<KeysHelp keys={keys} list={controlRoomKeys} where="the board has the focus" />}>
      <h1 className="visually-hidden">Control room</h1>
      <div className={styles.screen}>
        <div className={styles.left}>
          <Board
            board={board}
            show={show}
            selected={selected}
            onFilter={filter}
            onSelect={select}
            onNew={() => setDoing({ what: 'new' })}
          />
          {doing?.what === 'new' ? (
            <NewIncident
              onCancel={stop}
              onOpened={(incidentId) => {
                select(incidentId);
                stop();
              }}
            />
          ) : (
            <IncidentPanel
              incidentId={selected}
              step={step?.kind === 'hold' ? undefined : step}
              onStep={(next) => selected && setDoing({ what: 'step', step: next, incidentId: selected })}
              onStop={stop}
              onOpen={select}
            />
          )}
        </div>
        <div className={styles.right}>
          <YesPanel />
          <PlacesPanel incidentId={selected} wanted={step?.kind === 'hold'} onHeld={stop} />
          <CarsPanel />
          <AmhpPanel />
          <DutiesPanel />
        </div>
      </div>
    </DeskFrame>
  );
};
