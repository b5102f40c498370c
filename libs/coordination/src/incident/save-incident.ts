import type { Fact, FactDetail, Incident, Instant, LawInForce, Named, Refusal } from '@concord/domain';
import { recordFact, refused } from '@concord/domain';
import { alignReferrals } from '../alternative/align-referrals';
import { alignDeadlines } from '../escalation/align-deadlines';
import type { AreaTransaction } from '../ports';

interface Telling {
  readonly happenedAt?: Instant | undefined;
  readonly about?: Pick<Fact, 'side' | 'source' | 'late' | 'corrects' | 'mergedFrom'>;
  readonly law?: LawInForce | undefined;
}

/** One more fact on the incident, in memory: nothing is written until `saveIncident`. */
export const withFact = (
  tx: AreaTransaction,
  incident: Incident,
  by: Named,
  detail: FactDetail,
  { happenedAt = tx.now, about = {}, law }: Telling = {},
): Incident | Refusal =>
  recordFact(
    incident,
    { ...given(about), ...detail, id: tx.newId(), happenedAt, recordedAt: tx.now, by },
    law,
  );

/** Only what was said: an absent thing is not kept as a blank. */
const given = <Thing extends object>(thing: Thing): Thing =>
  Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined)) as Thing;

/** Writes the incident, whatever its clocks now call for, and whom alternatives now expect. */
export const saveIncident = async (tx: AreaTransaction, incident: Incident): Promise<Incident> => {
  await alignDeadlines(tx, incident);
  await tx.put('incident', incident);
  await alignReferrals(tx, incident);
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
