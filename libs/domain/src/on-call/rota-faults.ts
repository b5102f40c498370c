import type { Instant } from '../instant';
import { minutesBetween } from '../instant';
import { startOfDate, dateOf, timeOfDay } from './london-wall';
import { turnOf } from './layer';
import type { Layer, Override, Period, Rota, ShiftUnit, Swap, TemporaryRota } from './rota';

/** What cannot be, by the field that has to be put right ("layers.0.handoversAt"). */
export interface RotaFault {
  readonly field: string;
  readonly message: string;
}

/** The longest shift in each unit: a year of hours, days or weeks would be a mistyped figure. */
const LONGEST: Readonly<Record<ShiftUnit, number>> = { hours: 168, days: 31, weeks: 26, months: 12 };
const LONGEST_OVERRIDE_DAYS = 92;
const DAY_MINUTES = 24 * 60;
const BEEN = 'later than now: what has been cannot be changed here';

const fault = (field: string, message: string): RotaFault => ({ field, message });
const when = (wrong: boolean, field: string, message: string): RotaFault[] =>
  wrong ? [fault(field, message)] : [];

const isTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
const isDate = (date: string): boolean =>
  /^20\d\d-\d\d-\d\d$/.test(date) && !Number.isNaN(startOfDate(date)) && dateOf(startOfDate(date)) === date;

const handoverFaults = ({ every, count, handoversAt }: Layer): RotaFault[] => {
  if (handoversAt.length === 0) return [fault('handoversAt', 'say when one hands over to the next')];
  if (!handoversAt.every(isTime)) return [fault('handoversAt', 'times of the form HH:MM')];
  const rising = handoversAt.every(
    (time, i) => i === 0 || timeOfDay(handoversAt[i - 1] ?? '') < timeOfDay(time),
  );
  const several = handoversAt.length > 1 && (every !== 'days' || count !== 1);
  return [
    ...when(!rising, 'handoversAt', 'each time later in the day than the one before'),
    ...when(several, 'handoversAt', 'several handovers a day only where shifts are counted in single days'),
  ];
};

/** Somebody named twice takes more turns, but cannot be two of those who are on at once. */
const isTwoAtOnce = (layer: Layer): boolean =>
  layer.width > 1 &&
  layer.width <= layer.members.length &&
  layer.members.some((_, shift) => turnOf(layer, shift).length < layer.width);

/** What is impossible about a layer, by field. */
export const layerFaults = (layer: Layer): RotaFault[] => [
  ...when(layer.name.trim() === '', 'name', 'give it a name'),
  ...when(layer.members.length === 0, 'members', 'name at least one person'),
  ...when(isTwoAtOnce(layer), 'members', 'nobody can be two of those on at once'),
  ...when(
    !Number.isInteger(layer.width) || layer.width < 1 || layer.width > Math.max(1, layer.members.length),
    'width',
    `from 1 to ${layer.members.length}, the people on it`,
  ),
  ...when(
    !Number.isInteger(layer.count) || layer.count < 1 || layer.count > LONGEST[layer.every],
    'count',
    `from 1 to ${LONGEST[layer.every]} ${layer.every}`,
  ),
  ...when(!isDate(layer.from), 'from', 'a date from 2000 to 2099, YYYY-MM-DD'),
  ...handoverFaults(layer),
  ...layer.hours.flatMap((rule, i) => [
    ...when(rule.days.length === 0, `hours.${i}.days`, 'name at least one day'),
    ...when(!isTime(rule.from), `hours.${i}.from`, 'a time of the form HH:MM'),
    ...when(!isTime(rule.to), `hours.${i}.to`, 'a time of the form HH:MM'),
  ]),
];

/** What is impossible about a rota as a whole, by field. */
export const rotaFaults = (rota: Rota): RotaFault[] => [
  ...when(rota.name.trim() === '', 'name', 'give it a name'),
  ...when(rota.layers.length === 0, 'layers', 'a rota has at least one layer'),
  ...rota.layers.flatMap((layer, i) =>
    layerFaults(layer).map(({ field, message }) => fault(`layers.${i}.${field}`, message)),
  ),
];

/** What is impossible about a period to come: it ends after it begins, is not over, and is no longer than three months. */
export const periodFaults = ({ from, to }: Period, now: Instant, prefix = ''): RotaFault[] => [
  ...when(to <= from, `${prefix}to`, 'later than it begins'),
  ...when(to > from && to <= now, `${prefix}to`, BEEN),
  ...when(
    minutesBetween(from, to) > LONGEST_OVERRIDE_DAYS * DAY_MINUTES,
    `${prefix}to`,
    `within ${LONGEST_OVERRIDE_DAYS} days of its beginning`,
  ),
];

/** What is impossible about an override, by field. */
export const overrideFaults = (override: Override, now: Instant): RotaFault[] => [
  ...periodFaults(override, now),
  ...when(override.kind !== 'remove' && !override.on, 'on', 'say who comes on'),
  ...when(override.kind !== 'add' && !override.off, 'off', 'say who goes off'),
  ...when(override.kind === 'remove' && override.on !== null, 'on', 'nobody comes on when one is taken off'),
  ...when(override.kind === 'add' && override.off !== null, 'off', 'nobody goes off when one is added'),
  ...when(
    override.on !== null && override.on.userId === override.off?.userId,
    'on',
    'somebody else than who goes off',
  ),
];

/** What is impossible about a temporary rota beside those there are, by field. */
export const temporaryFaults = (
  temporary: TemporaryRota,
  others: readonly TemporaryRota[],
  now: Instant,
): RotaFault[] => [
  ...periodFaults(temporary, now),
  ...others
    .filter(({ from, to }) => from < temporary.to && temporary.from < to)
    .map(({ name }) => fault('from', `another temporary rota, ${name}, is in force in that time`)),
  ...when(temporary.shifts.length === 0, 'shifts', 'name at least one shift'),
  ...temporary.shifts.flatMap(({ from, to }, i) => [
    ...when(to <= from, `shifts.${i}.to`, 'later than it begins'),
    ...when(to > from && to <= now, `shifts.${i}.to`, BEEN),
    ...when(from < temporary.from, `shifts.${i}.from`, 'not before the temporary rota begins'),
    ...when(to > temporary.to, `shifts.${i}.to`, 'not after the temporary rota ends'),
  ]),
];

/** What is impossible about a swap, by field. */
export const swapFaults = ({ offeredBy, to, gives, takes }: Swap, now: Instant): RotaFault[] => [
  ...when(offeredBy.userId === to.userId, 'to', 'somebody else than yourself'),
  ...periodFaults(gives, now, 'gives.'),
  ...(takes ? periodFaults(takes, now, 'takes.') : []),
  ...when(
    takes !== null && takes.from < gives.to && gives.from < takes.to,
    'takes.from',
    'another time than the one given',
  ),
];
