import type { AuditFinding } from '@concord/domain';
import { auditIncident, graceBefore } from '@concord/domain';
import type { Store } from '../ports';
import { messagesLost, stillOwned, unanswered, unasked } from './audit-lost';

/** What one audit of an area left for the next. */
export interface Audit {
  /** Everything that changed up to this revision has been looked at. */
  readonly revision: number;
  /** Found now and found the time before: what the engine was only just about to do is no fault. */
  readonly findings: readonly AuditFinding[];
  /** Found for the first time. */
  readonly suspected: readonly AuditFinding[];
}

const key = (finding: AuditFinding): string => JSON.stringify(finding);

const onceEach = (found: readonly AuditFinding[]): AuditFinding[] => [
  ...new Map(found.map((one) => [key(one), one])).values(),
];

/**
 * Works out anew, from the facts of everything open or changed since the last audit, what should have been
 * fired, and says what is not so. Reads one snapshot, takes no lock, and reads no timer.
 */
export const auditArea = async (store: Store, areaId: string, last: Audit | undefined): Promise<Audit> => {
  const suspects = last ? [...last.findings, ...last.suspected] : [];
  const images = await store.audited(areaId, {
    since: last?.revision,
    incidentIds: suspects.map(({ subjectId }) => subjectId),
  });
  const { now, incidents, escalations, agreements, altered } = images;
  const found = onceEach([
    ...incidents.flatMap((incident) => {
      const agreement = agreements.find(({ id }) => id === incident.agreementId);
      const own = escalations.filter(({ incidentId }) => incidentId === incident.id);
      return agreement ? auditIncident(incident, agreement, own, now) : [];
    }),
    ...[unanswered, unasked, stillOwned, messagesLost].flatMap((look) => look(images, graceBefore(now))),
    ...altered.map(({ id: subjectId, about }): AuditFinding => ({
      fault: 'altered',
      subjectId,
      about,
      of: 'Record',
      dueAt: null,
    })),
  ]);
  const before = new Set(suspects.map(key));
  return {
    revision: images.revision,
    findings: found.filter((one) => before.has(key(one))),
    suspected: found.filter((one) => !before.has(key(one))),
  };
};
