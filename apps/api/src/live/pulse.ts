import type { BoardPulse } from '@concord/contracts';
import type { AreaClock, Store } from '@concord/coordination';
import { engineIsRunning } from '../health/readiness';
import type { VitalSigns } from '../parts';
import type { Tailer } from './tailer';

export interface PulseParts {
  readonly store: Pick<Store, 'heads'>;
  readonly clock: Pick<AreaClock, 'read'>;
  readonly vitalSigns: Pick<VitalSigns, 'engineBeatSecondsAgo' | 'audits'>;
  readonly tailer: Tailer;
  readonly emit: (rooms: readonly string[], pulse: BoardPulse) => void;
}

/**
 * Tells every console the head revision, the time and the engine's health. Sent after the changes up
 * to that head, so that a console which lacks one has really lost it. When the database cannot be
 * asked nothing is sent, and the consoles say that they are not live.
 */
export const sendPulse = async ({ store, clock, vitalSigns, tailer, emit }: PulseParts): Promise<void> => {
  const watched = tailer.watched();
  if (watched.length === 0) return;
  const [heads, reading, beatSecondsAgo, audits] = await Promise.all([
    store.heads(),
    clock.read(),
    vitalSigns.engineBeatSecondsAgo(),
    vitalSigns.audits(),
  ]);
  const engineOf = (areaId: string): BoardPulse['engine'] => ({
    state: engineIsRunning(beatSecondsAgo) ? 'running' : 'silent',
    beatSecondsAgo,
    faults: audits.get(areaId)?.findings.length ?? 0,
  });
  const sent = await Promise.allSettled(
    watched.map(([areaId, feed]) =>
      feed.atHead(heads.get(areaId) ?? 0, (rooms, revision) =>
        emit(rooms, { areaId, revision, clock: reading, engine: engineOf(areaId) }),
      ),
    ),
  );
  // One area's trouble silences that area's consoles alone.
  for (const result of sent) if (result.status === 'rejected') throw result.reason;
};
