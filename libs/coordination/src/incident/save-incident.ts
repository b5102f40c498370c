import type { FactDetail, Incident, Instant, Named, Refusal } from '@concord/domain';
import { recordFact, refused } from '@concord/domain';
import { alignDeadlines } from '../escalation/align-deadlines';
import type { AreaTransaction } from '../ports';

/** One more fact on the incident, in memory: nothing is written until `saveIncident`. */
export const withFact = (
  tx: AreaTransaction,
  incident: Incident,
  by: Named,
  detail: FactDetail,
  happenedAt: Instant = tx.now,
): Incident | Refusal =>
  recordFact(incident, { ...detail, id: tx.newId(), happenedAt, recordedAt: tx.now, by });

/** Writes the incident and whatever its clocks now call for. */
export const saveIncident = async (tx: AreaTransaction, incident: Incident): Promise<Incident> => {
  await tx.put('incident', incident);
  await alignDeadlines(tx, incident);
  return { ...incident, revision: tx.revision };
};

/** Records one fact on an incident by id and saves it. */
export const addFact = async (
  tx: AreaTransaction,
  incidentId: string,
  by: Named,
  detail: FactDetail,
): Promise<Incident | Refusal> => {
  const incident = await tx.get('incident', incidentId);
  if (!incident) throw new Error(`incident ${incidentId} is gone`);
  const changed = withFact(tx, incident, by, detail);
  return refused(changed) ? changed : saveIncident(tx, changed);
};
