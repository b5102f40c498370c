import { Temporal } from 'temporal-polyfill';
import { MONTHS } from './written-time';

export type DateEntry = { readonly date: Temporal.PlainDate } | { readonly problem: string };

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

/** A date as people write it, day first, the year in full, with `example` to follow; undefined while nothing is written. */
export const readDateEntry = (typed: string, example: string): DateEntry | undefined => {
  const text = typed.trim().toUpperCase();
  if (text === '') return undefined;
  const found = FORMS.map((form) => form.exec(text)).find((match) => match !== null)?.groups;
  if (!found) return { problem: `Write the day, the month and the year in full: ${example}.` };
  const date = dateOf(found);
  return date ? { date } : { problem: 'There is no such date.' };
};
