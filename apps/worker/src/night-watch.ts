import type { ReachParts } from '@concord/coordination';
import { checkReachNightly } from '@concord/coordination';
import { createLoop, type Loop } from './loop';

interface NightWatchParts extends ReachParts {
  readonly log: (message: string) => void;
  readonly everyMs?: number;
}

/** So late at most, each night: what is owed is told by the report kept, not by when this looks. */
const EVERY_MS = 15_000;

/** Makes each area's nightly look at who would be reached. One area's fault keeps no other from its own. */
export const createNightWatch = ({ log, everyMs = EVERY_MS, ...parts }: NightWatchParts): Loop =>
  createLoop({
    name: 'the nightly look at who would be reached',
    turn: async () => {
      const faults: unknown[] = [];
      for (const areaId of (await parts.store.heads()).keys())
        await checkReachNightly(parts, areaId).catch((fault: unknown) => faults.push(fault));
      if (faults.length > 0) throw faults[0];
    },
    restMs: () => Promise.resolve(everyMs),
    retryMs: everyMs,
    log,
  });
