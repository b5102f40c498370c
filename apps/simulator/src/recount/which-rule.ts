import { Temporal } from 'temporal-polyfill';
import type { AgreedThreshold, Agreement } from '@concord/domain';
import type { Account, Line } from './account';
import { agreedTime } from './agreed-time';
import { eventOf } from './account';
import { isTreatedAsChild } from './childhood';

const LONDON = 'Europe/London';

/** A time that the clocks jump over is when they jump; of one that comes twice, the first. */
const momentOf = (date: Temporal.PlainDate, wall: string): number => {
  const asked = date.toPlainDateTime(Temporal.PlainTime.from(wall));
  const found = asked.toZonedDateTime(LONDON);
  const jump = found.toPlainDateTime().equals(asked) ? null : found.getTimeZoneTransition('previous');
  return (jump ?? found).epochMilliseconds;
};

const isOpen = ({ days, from, to }: NonNullable<AgreedThreshold['hours']>, at: number): boolean => {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(LONDON).toPlainDate();
  return [today.subtract({ days: 1 }), today].some((date) => {
    const shuts = to > from ? date : date.add({ days: 1 });
    return days.includes(date.dayOfWeek) && at >= momentOf(date, from) && at < momentOf(shuts, to);
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
