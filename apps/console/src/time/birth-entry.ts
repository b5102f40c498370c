import { Temporal } from 'temporal-polyfill';
import type { Instant } from '@concord/domain';
import { ageOn } from '@concord/domain';
import { readDateEntry } from './date-entry';
import { londonDay } from './wall-time';
import { MONTHS } from './written-time';

export type BirthEntry = { readonly date: string; readonly ageYears: number } | { readonly problem: string };

const OLDEST = 120;

/** A date of birth as people write them, day first, the year in full; undefined while nothing is written. */
export const readBirthEntry = (typed: string, now: Instant): BirthEntry | undefined => {
  const entry = readDateEntry(typed, '14-Mar-1988 or 14/03/1988');
  if (!entry || 'problem' in entry) return entry;
  const { date: born } = entry;
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
