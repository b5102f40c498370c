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

/** A minute is what anything wrong may take to be found. */
const AUDIT_OLD_AFTER_SECONDS = 60;

const auditorWords = (audits: Awaited<ReturnType<VitalSigns['audits']>>) => {
  const all = [...audits.values()];
  const faults = all.reduce((sum, { findings }) => sum + findings.length, 0);
  if (faults > 0) return no(`${faults} escalation steps are lost, doubled, early or altered`);
  const oldest = Math.max(0, ...all.map(({ secondsAgo }) => secondsAgo));
  return oldest > AUDIT_OLD_AFTER_SECONDS
    ? no(`nothing has been audited for ${Math.round(oldest)} s: is the worker running?`)
    : yes;
};

/** Each part on its own, so that whoever is woken by it knows which to look at. */
export const readinessOf = async (vitalSigns: VitalSigns): Promise<Readiness> => {
  try {
    const beat = await vitalSigns.engineBeatSecondsAgo().catch(() => null);
    const atHead = await vitalSigns.migrationsAtHead();
    const migrations = atHead ? yes : no('this version has migrations that the database lacks');
    const engine = engineIsRunning(beat) ? yes : no(engineWords(beat));
    const auditor = auditorWords(await vitalSigns.audits());
    return { ready: atHead && engine.ok && auditor.ok, database: yes, migrations, engine, auditor };
  } catch {
    const unknown = no('cannot be known without the database');
    return {
      ready: false,
      database: no('the database does not answer'),
      migrations: unknown,
      engine: unknown,
      auditor: unknown,
    };
  }
};
