import { Temporal } from 'temporal-polyfill';
import type { Zone } from './wall-time';

/** A typed time of day, taken apart; nothing is yet said about whether or when it was. */
export interface WrittenTime {
  readonly time: Temporal.PlainTime;
  readonly zone: Zone | undefined;
  readonly day: WrittenDay | undefined;
}

export type WrittenDay =
  | { readonly kind: 'today' | 'yesterday' }
  | {
      readonly kind: 'date';
      readonly day: number;
      readonly month: number;
      readonly year: number | undefined;
      /** Monday is 1; checked against the date where somebody wrote both. */
      readonly weekday: number | undefined;
    };

export const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

const DATE = new RegExp(
  String.raw`(?<!\d)(?:(${WEEKDAYS.join('|')})[A-Z]* )?(\d{1,2})[ -]?(${MONTHS.join('|')})[A-Z]*(?:-(20\d{2}|\d{2})(?!\d))?(?![A-Z\d:.])`,
);

const readDay = (text: string): { day: WrittenDay | undefined; rest: string } => {
  const date = DATE.exec(text);
  if (date) {
    const [whole, weekday, day, month, year] = date;
    return {
      day: {
        kind: 'date',
        day: Number(day),
        month: MONTHS.indexOf(month ?? '') + 1,
        year: year === undefined ? undefined : year.length === 2 ? 2000 + Number(year) : Number(year),
        weekday: weekday === undefined ? undefined : WEEKDAYS.indexOf(weekday) + 1,
      },
      rest: text.replace(whole, ' '),
    };
  }
  const word = /(?:^| )(TODAY|YESTERDAY|Y)(?= |$)/.exec(text);
  return {
    day: word ? { kind: word[1] === 'TODAY' ? 'today' : 'yesterday' } : undefined,
    rest: word ? text.replace(word[0], ' ') : text,
  };
};

const HINT = 'Write now, -10 (minutes ago), 0312 or 03:12, yesterday 2350, or 22-Nov 0312.';

/** Reads `0312`, `3:12`, `03.12`, with `BST` or `GMT`, and with `yesterday` or `22-Nov-2026` on either side. */
export const readWrittenTime = (typed: string): WrittenTime | { readonly problem: string } => {
  const text = typed.trim().toUpperCase().replaceAll(',', ' ').replace(/\s+/g, ' ');
  if (/^\d{1,3}$/.test(text)) {
    return {
      problem: `"${text}" could mean two things. Write four figures (0312) or -${text} for minutes ago.`,
    };
  }
  const { day, rest } = readDay(text);
  const clock = /^(?:(\d{2})(\d{2})|(\d{1,2})[:.](\d{2})) ?(GMT|BST)?$/.exec(rest.trim().replace(/ +/g, ' '));
  if (!clock) return { problem: day && rest.trim() === '' ? 'Write the time of day as well.' : HINT };
  const [, h4, m4, h, m, zone] = clock;
  const hours = Number(h4 ?? h);
  const minutes = Number(m4 ?? m);
  if (hours > 23 || minutes > 59) return { problem: 'The time of day runs from 0000 to 2359.' };
  return { time: new Temporal.PlainTime(hours, minutes), zone: zone as Zone | undefined, day };
};
