import { Temporal } from 'temporal-polyfill';
import type { Instant } from '@concord/domain';
import { ageOn } from '@concord/domain';
import { londonDay } from './wall-time';
import { MONTHS } from './written-time';

export type BirthEntry = { readonly date: string; readonly ageYears: number } | { readonly problem: string };

const OLDEST = 120;

const FORMS: readonly RegExp[] = [
  /^(?<day>\d{1,2})[-/. ](?<month>\d{1,2})[-/. ](?<year>\d{4})$/,
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/,
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/,
  new RegExp(String.raw`^(?<day>\d{1,2})[- ]?(?<name>${MONTHS.join('|')})[A-Z]*[- ]?(?<year>\d{4})$`),
];

const dateOf = ({ day, month, name, year }: Record<string, string | undefined>) => {
  try {
    return Temporal.PlainDate.from(
      {
        year: Number(year),
        month: name === undefined ? Number(month) : MONTHS.indexOf(name) + 1,
        day: Number(day),
      },
      { overflow: 'reject' },
    );
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
};

/** A date of birth as people write them, day first, the year in full; undefined while nothing is written. */
export const readBirthEntry = (typed: string, now: Instant): BirthEntry | undefined => {
  const text = typed.trim().toUpperCase();
  if (text === '') return undefined;
  const found = FORMS.map((form) => form.exec(text)).find((match) => match !== null)?.groups;
  if (!found) return { problem: 'Write the day, the month and the year in full: 14-Mar-1988 or 14/03/1988.' };
  const born = dateOf(found);
  if (!born) return { problem: 'There is no such date.' };
  if (Temporal.PlainDate.compare(born, londonDay(now)) > 0) return { problem: 'That is still to come.' };
  const ageYears = ageOn(born.toString(), now);
  return ageYears > OLDEST ? { problem: 'Nobody alive was born then.' } : { date: born.toString(), ageYears };
};

/** "14-Mar-1988", from the form in which dates are kept. */
export const shownDate = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = MONTHS[Number(month) - 1] ?? month;
  return `${day}-${name.charAt(0)}${name.slice(1).toLowerCase()}-${year}`;
};
