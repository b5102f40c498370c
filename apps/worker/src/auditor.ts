import type { Audit, Store } from '@concord/coordination';
import { auditArea } from '@concord/coordination';
import type { AuditFinding } from '@concord/domain';
import { createLoop, type Loop } from './loop';

interface AuditorParts {
  readonly store: Store;
  /** Keeps what was found in an area for its consoles, nothing included. */
  readonly note: (areaId: string, findings: readonly AuditFinding[]) => Promise<void>;
  readonly log: (message: string) => void;
  readonly everyMs?: number;
}

/** Twice within a minute: what is found must be found again before it is said. */
const EVERY_MS = 15_000;

/** Looks over the engine's shoulder: what the facts call for against what was fired, area by area. */
export const createAuditor = ({ store, note, log, everyMs = EVERY_MS }: AuditorParts): Loop => {
  const last = new Map<string, Audit>();

  const look = async (areaId: string): Promise<void> => {
    const audit = await auditArea(store, areaId, last.get(areaId));
    last.set(areaId, audit);
    await note(areaId, audit.findings);
    if (audit.findings.length > 0)
      log(`the auditor found ${audit.findings.length} faults: ${JSON.stringify(audit.findings.slice(0, 5))}`);
  };

  return createLoop({
    name: 'audit',
    turn: async () => {
      const faults: unknown[] = [];
      for (const areaId of (await store.heads()).keys())
        await look(areaId).catch((fault: unknown) => faults.push(fault));
      if (faults.length > 0) throw faults[0];
    },
    restMs: () => Promise.resolve(everyMs),
    retryMs: everyMs,
    log,
  });
};
