import type { CourierParts } from '@concord/coordination';
import { deliverUnheld, tellEngineSilent } from '@concord/coordination';
import type { VitalSigns } from '../parts';

interface WatchParts extends CourierParts {
  readonly vitalSigns: Pick<VitalSigns, 'engineBeatSecondsAgo' | 'lastBeatAt'>;
  readonly silentAfterSeconds: number;
  readonly failed: (error: unknown) => void;
}

const LOOK_EVERY_MS = 5_000;

/**
 * The second way by which a silent engine is told of, besides the consoles: those on call get a message, and
 * this process hands it over itself, the engine being the one that otherwise would.
 */
export const watchEngine = (parts: WatchParts): { stop(): void } => {
  const { store, vitalSigns, silentAfterSeconds, failed } = parts;
  let looking = false;

  const look = async (): Promise<void> => {
    const ago = await vitalSigns.engineBeatSecondsAgo();
    if (ago === null || ago < silentAfterSeconds) return;
    const since = await vitalSigns.lastBeatAt();
    if (since === null) return;
    for (const areaId of (await store.heads()).keys()) await tellEngineSilent(store, areaId, since);
    await deliverUnheld(parts);
  };

  const every = Math.min(LOOK_EVERY_MS, silentAfterSeconds * 1000);
  const watching = setInterval(() => {
    if (looking) return;
    looking = true;
    void look()
      .catch(failed)
      .finally(() => (looking = false));
  }, every);
  return { stop: () => clearInterval(watching) };
};
