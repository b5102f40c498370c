import type { PersonOutline } from '../incident/person';
import { mustTreatAsUnder18 } from '../incident/person';
import type { AgeBand } from './room';

/** What this person needs of a room, as those with them say it. */
export type Need =
  'step-free' | 'physical-health-monitoring' | 'seclusion' | 'in-restraint' | 'assistance-dog';

/** Whom a room takes by sex; a person of sex not known is asked about, never sent away by a form. */
export type SexBand = 'any' | 'female' | 'male';

/** Whom a room can take. */
export interface Fitness {
  readonly ages: AgeBand;
  readonly sexes: SexBand;
  /** What the room meets of itself; what its suite meets is added. */
  readonly meets: readonly Need[];
}

const needWords: Readonly<Record<Need, string>> = {
  'step-free': 'not step-free',
  'physical-health-monitoring': 'no physical-health monitoring',
  seclusion: 'no seclusion',
  'in-restraint': 'cannot take somebody in restraint',
  'assistance-dog': 'no assistance dogs',
};

/** Each of these needs that is not met, in words. */
export const unmet = (meets: readonly Need[], needs: readonly Need[]): string[] =>
  needs.filter((need) => !meets.includes(need)).map((need) => needWords[need]);

/** Why a room does not fit this person, each reason in words; empty when it does. */
export const unfitness = (room: Fitness, suite: readonly Need[], person: PersonOutline): string[] => {
  const under18 = mustTreatAsUnder18(person);
  const ageFits = room.ages === 'any-age' || room.ages === (under18 ? 'under-18s' : 'adults');
  const sexFits = room.sexes === 'any' || person.sex === 'not-known' || room.sexes === person.sex;
  return [
    ...(ageFits ? [] : [under18 ? 'not fit for under-18s' : 'for under-18s only']),
    ...(sexFits ? [] : [room.sexes === 'female' ? 'for women only' : 'for men only']),
    ...unmet([...room.meets, ...suite], person.needs),
  ];
};
