import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import { isWrittenByCommand } from './allowed-now';
import { describedBy } from './description';
import type { Fact } from './fact';
import { rootOf, standing } from './history';
import type { Incident } from './incident';
import { detentionOf, endOfDetention } from './incident';
import { isOvertaken } from './two-agencies';

const secondDetention = (first: Incident, second: Incident): Refusal | undefined => {
  const [ended, begun] = [endOfDetention(first.facts), detentionOf(second.facts)];
  // A record that was itself shut for another reason is refused as such: nobody's detention ended with it.
  if (ended?.kind !== 'outcome' || !begun || begun.happenedAt < ended.happenedAt) return undefined;
  return refuse(
    'time-impossible',
    `${second.ref} has them detained at ${begun.happenedAt}, after the detention of ${first.ref} had ended at ${ended.happenedAt}: two detentions are two incidents.`,
    { details: { field: 'otherIncidentId', endedAt: ended.happenedAt, detainedAt: begun.happenedAt } },
  );
};

/**
 * Why two records cannot be of one incident, if they cannot. Refuses `time-impossible` where one has the
 * person detained after the other's detention had ended: joined, the end of the first would silence every
 * clock of the second. A time that is wrong is put right first.
 */
export const impossibleMerge = (kept: Incident, other: Incident): Refusal | undefined =>
  secondDetention(kept, other) ?? secondDetention(other, kept);

/** A fact that speaks of another, speaking of it by its new name. */
const renamed = (fact: Fact, nameOf: (id: string) => string): Fact => {
  if (fact.kind === 'confirmed' || fact.kind === 'disputed') return { ...fact, factId: nameOf(fact.factId) };
  return fact.kind === 'reading-adopted' ? { ...fact, startFactId: nameOf(fact.startFactId) } : fact;
};

/**
 * One record with what people told of the other added to it: what stands there, under names of its own
 * (`newId`), both times and the author as they were, and what was said of one fact still said of it. What
 * the commands wrote of its rooms, requests and cars stays there, as does what it was itself merged from.
 */
export const joinedRecords = (kept: Incident, other: Incident, newId: () => string): Incident => {
  const mergedFrom = { incidentId: other.id, ref: other.ref };
  const theirs = standing(other.facts).filter(
    (fact) =>
      !isWrittenByCommand(fact.kind) &&
      fact.kind !== 'opened' &&
      !fact.mergedFrom &&
      !isOvertaken(other.facts, fact),
  );
  const names = new Map(theirs.map((fact) => [rootOf(other.facts, fact), newId()]));
  const nameOf = (id: string) => names.get(rootOf(other.facts, { id })) ?? id;
  const facts = [
    ...kept.facts,
    ...theirs.map(({ corrects: _corrects, ...fact }): Fact => {
      const told: Fact = { ...fact, id: nameOf(fact.id), mergedFrom };
      return renamed(told, nameOf);
    }),
  ];
  return { ...kept, facts, person: describedBy(facts, kept.person) };
};
