import { createContext, use, useSyncExternalStore } from 'react';
import type { Entities, EntityKind } from '@concord/contracts';
import type { Instant } from '@concord/domain';
import type { AreaClock } from './area-clock';
import type { BoardStore } from './board-store';
import type { Link } from './link';
import type { Ticker } from './ticker';

export interface Live {
  readonly areaId: string;
  readonly board: BoardStore;
  readonly clock: AreaClock;
  readonly ticker: Ticker;
  readonly link: Link;
}

export const LiveContext = createContext<Live | null>(null);

export const useLive = (): Live => {
  const live = use(LiveContext);
  if (!live) throw new Error('This part of the screen is drawn outside a live area.');
  return live;
};

/** Everything of one kind. The map is another one exactly when something of that kind changed. */
export const useAll = <Kind extends EntityKind>(kind: Kind): ReadonlyMap<string, Entities[Kind]> => {
  const { board } = useLive();
  return useSyncExternalStore<ReadonlyMap<string, Entities[Kind]>>(
    board.subscribe,
    () => board.published().shelves[kind],
  );
};

export const useBoardRevision = (): number | null => {
  const { board } = useLive();
  return useSyncExternalStore(board.subscribe, () => board.published().revision);
};

/** The area's time, a second at a time. */
export const useNow = (): Instant => {
  const { ticker } = useLive();
  return useSyncExternalStore(ticker.subscribe, ticker.at);
};

export const useStanding = () => {
  const { link } = useLive();
  return useSyncExternalStore(link.subscribe, link.standing);
};

export const useEngine = () => {
  const { link } = useLive();
  return useSyncExternalStore(link.subscribe, link.engine);
};

export const usePace = () => {
  const { clock } = useLive();
  return useSyncExternalStore(clock.subscribe, clock.pace);
};

/** Commands go nowhere while the screen cannot know what they would act on. */
export const useConnected = (): boolean => {
  const { kind } = useStanding();
  return kind === 'live' || kind === 'delayed';
};
