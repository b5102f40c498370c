import type { Fact, Incident, Instant, Named, Refusal } from '@concord/domain';
import { leadsSomewhere, refused } from '@concord/domain';
import { tellLenders } from '../lending/lender-side';
import { withdrawHolds } from '../place/withdraw-holds';
import type { AreaTransaction } from '../ports';
import type { Told } from './fact-told';
import { followUp } from './follow-up';
import { saveIncident, withFact } from './save-incident';

interface How {
  readonly happenedAt?: Instant | undefined;
  readonly corrects?: Fact['corrects'];
}

/** Puts what was told on the incident's record, lets what hangs on a step follow it, and saves all of it. */
export const tell = async (
  tx: AreaTransaction,
  incident: Incident,
  by: Named,
  told: Told,
  { happenedAt, corrects }: How,
): Promise<Incident | Refusal> => {
  const { detail, about, law } = told;
  const changed = withFact(tx, incident, by, detail, { happenedAt, about: { ...about, corrects }, law });
  if (refused(changed)) return changed;
  await tellLenders(tx, incident, changed);
  const corrected = incident.facts.find(({ id }) => id === corrects?.factId);
  if (detail.kind === 'outside-accepted' && !corrects) {
    const alone = await withdrawHolds(tx, changed, by, { because: `${detail.placeName} accepted` });
    return refused(alone) ? alone : saveIncident(tx, alone);
  }
  if (!leadsSomewhere((corrected ?? detail).kind)) return saveIncident(tx, changed);
  const followed = await followUp(tx, incident, changed, by);
  return refused(followed) ? followed : saveIncident(tx, followed);
};
