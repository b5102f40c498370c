import type { Fact } from '../incident/fact';
import type { PersonOutline } from '../incident/person';
import { mustTreatAsUnder18 } from '../incident/person';
import type { Instant } from '../instant';
import { msOf } from '../instant';
import { inHoursAt } from '../on-call/weekly-hours';
import type { AgreedThreshold, Hours } from './agreement';
import { clockEventOf } from './clock-event';

/** Whether an instant lies in these hours of the week, by the clock on the wall in London: as a rota's do. */
export const inHours = (hours: Hours, at: Instant): boolean => inHoursAt(hours, msOf(at));

type Conditions = Pick<AgreedThreshold, 'placeKinds' | 'ages' | 'hours'>;

const holdsFor = ({ placeKinds, ages, hours }: Conditions, start: Fact, person: PersonOutline): boolean =>
  (placeKinds.length === 0 || (start.kind === 'arrived' && placeKinds.includes(start.placeKind))) &&
  (ages === 'any-age' || ages === (mustTreatAsUnder18(person) ? 'under-18s' : 'adults')) &&
  (hours === null || inHours(hours, start.happenedAt));

/** Kind of place before age, age before hour: a rule that names the earlier of these outranks all that do not. */
export const specificity = ({ placeKinds, ages, hours }: Conditions): number =>
  (placeKinds.length > 0 ? 4 : 0) + (ages === 'any-age' ? 0 : 2) + (hours === null ? 0 : 1);

/**
 * The rules that govern the waits which this fact starts, for this person: one for each wait, the most
 * specific of those that hold. A rule for a kind of place outranks one for an age, that one for certain
 * hours, and that a rule for everything; two conditions outrank either alone in the same order.
 */
export const rulesFor = (
  thresholds: readonly AgreedThreshold[],
  start: Fact,
  person: PersonOutline,
): AgreedThreshold[] => {
  const chosen = new Map<string, AgreedThreshold>();
  for (const rule of thresholds) {
    if (rule.startsOn !== clockEventOf(start) || !holdsFor(rule, start, person)) continue;
    const other = chosen.get(rule.clock);
    if (!other || specificity(rule) > specificity(other)) chosen.set(rule.clock, rule);
  }
  return [...chosen.values()];
};

const share = <Value>(a: readonly Value[], b: readonly Value[]): boolean =>
  a.some((value) => b.includes(value));

const minutesOf = (wall: string): number => Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3));
const WEEK = 7 * 24 * 60;

/** Minutes of the week, from Monday 00:00, as half-open spans. */
const spansOf = ({ days, from, to }: Hours): (readonly [number, number])[] =>
  days.flatMap((day) => {
    const start = (day - 1) * 24 * 60 + minutesOf(from);
    const end = (day - 1) * 24 * 60 + minutesOf(to) + (to <= from ? 24 * 60 : 0);
    return end <= WEEK ? [[start, end] as const] : [[start, WEEK] as const, [0, end - WEEK] as const];
  });

const hoursMeet = (a: Hours, b: Hours): boolean =>
  spansOf(a).some(([from, to]) => spansOf(b).some(([start, end]) => from < end && start < to));

/** Whether two rules for one wait could both hold and neither outranks the other, so that nobody could say which governs. */
export const compete = (a: AgreedThreshold, b: AgreedThreshold): boolean =>
  a.clock === b.clock &&
  a.startsOn === b.startsOn &&
  specificity(a) === specificity(b) &&
  (a.placeKinds.length === 0 || share(a.placeKinds, b.placeKinds)) &&
  a.ages === b.ages &&
  (a.hours === null || b.hours === null || hoursMeet(a.hours, b.hours));
