import { Temporal } from 'temporal-polyfill';
import type { AgreedThreshold, Agreement } from '@concord/domain';
import type { Account, Line } from './account';
import { agreedTime } from './agreed-time';
import { eventOf } from './account';
import { isTreatedAsChild } from './childhood';

const startOfWeek = (at: Temporal.ZonedDateTime) => at.startOfDay().subtract({ days: at.dayOfWeek - 1 });
const wallMinutes = (wall: string): number => {
  const { hour, minute } = Temporal.PlainTime.from(wall);
  return hour * 60 + minute;
};

/** Minutes since Monday as the clock on the wall counts them. */
const minuteOfWeek = (at: Temporal.ZonedDateTime): number =>
  startOfWeek(at).toPlainDate().until(at.toPlainDate()).days * 1440 + at.hour * 60 + at.minute;

const isOpen = ({ days, from, to }: NonNullable<AgreedThreshold['hours']>, at: number): boolean => {
  const minute = minuteOfWeek(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/London'));
  const [opens, shuts] = [wallMinutes(from), wallMinutes(to)];
  const lasts = shuts > opens ? shuts - opens : shuts + 1440 - opens;
  return days.some((day) => {
    const since = (minute - (day - 1) * 1440 - opens + 2 * 10080) % 10080;
    return since < lasts;
  });
};

const couldGovern = (
  rule: AgreedThreshold,
  line: Line,
  account: Account,
  { disputedTimes }: Agreement,
): boolean => {
  const { fact } = line;
  if (eventOf(fact) !== rule.startsOn) return false;
  if (rule.placeKinds.length > 0 && !(fact.kind === 'arrived' && rule.placeKinds.includes(fact.placeKind)))
    return false;
  if (rule.ages !== 'any-age' && (rule.ages === 'under-18s') !== isTreatedAsChild(account)) return false;
  return rule.hours === null || isOpen(rule.hours, agreedTime(account, line, disputedTimes));
};

/** By kind of place first, then by age, then by the hour. */
const rank = ({ placeKinds, ages, hours }: AgreedThreshold): string =>
  [placeKinds.length > 0, ages !== 'any-age', hours !== null].map(Number).join('');

/** Whether this is the rule for its wait when it starts with this fact: none that could be is more specific. */
export const governs = (rule: AgreedThreshold, line: Line, account: Account, agreement: Agreement): boolean =>
  couldGovern(rule, line, account, agreement) &&
  !agreement.thresholds.some(
    (other) =>
      other.clock === rule.clock && rank(other) > rank(rule) && couldGovern(other, line, account, agreement),
  );
