import type { VitalSigns } from '../parts';
import type { Readiness } from './edge-routes';

/** The engine writes its heartbeat after each sweep, every 2 s at most: three missed is silence. */
export const ENGINE_SILENT_AFTER_SECONDS = 6;

export const engineIsRunning = (beatSecondsAgo: number | null): boolean =>
  beatSecondsAgo !== null && beatSecondsAgo <= ENGINE_SILENT_AFTER_SECONDS;

const yes = { ok: true, says: 'ok' };
const no = (says: string) => ({ ok: false, says });

const engineWords = (beatSecondsAgo: number | null): string =>
  beatSecondsAgo === null
    ? 'no engine has ever run on this database: start the worker'
    : `the last heartbeat was ${Math.round(beatSecondsAgo)} s ago: is the worker running?`;

/** Each part on its own, so that whoever is woken by it knows which to look at. */
export const readinessOf = async (vitalSigns: VitalSigns): Promise<Readiness> => {
  try {
    const beat = await vitalSigns.engineBeatSecondsAgo().catch(() => null);
    const atHead = await vitalSigns.migrationsAtHead();
    const migrations = atHead ? yes : no('this version has migrations that the database lacks');
    const engine = engineIsRunning(beat) ? yes : no(engineWords(beat));
    return { ready: atHead && engine.ok, database: yes, migrations, engine };
  } catch {
    const unknown = no('cannot be known without the database');
    return {
      ready: false,
      database: no('the database does not answer'),
      migrations: unknown,
      engine: unknown,
    };
  }
};
