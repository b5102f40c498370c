import type { Instant } from '@concord/domain';
import { londonClock, londonInstants } from '@concord/domain';

/** A London date and time as typed into a form. */
export interface Moment {
  readonly date: string;
  readonly time: string;
}

export const momentOf = (at: Instant): Moment => londonClock(at);

/**
 * The instant of a typed date and time. Of a time that comes twice the first is meant for a beginning and
 * the second for an end, so that nobody is off in the hour between.
 */
export const instantOfMoment = (
  { date, time }: Moment,
  which: 'beginning' | 'end',
): Instant | { readonly problem: string } => {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time))
    return { problem: 'Say a date and a time.' };
  const instants = londonInstants(date, time);
  const at = which === 'beginning' ? instants[0] : instants.at(-1);
  return at ?? { problem: `The clocks go forward that night: ${time} does not come.` };
};
