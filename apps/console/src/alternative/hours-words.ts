import type { Alternative, Instant } from '@concord/domain';
import { dayAndTime, openStateAt, shutWords } from '@concord/domain';

/** "open until 02:00", "closed, opens Fri 18:00", "closed until 02:00 (no staff)". */
export const hoursWords = (at: Pick<Alternative, 'hours' | 'shut'>, now: Instant): string => {
  const shut = shutWords(at, now);
  if (shut) return shut;
  const state = openStateAt(at.hours, now);
  if (state.open)
    return state.until === null ? 'open day and night' : `open until ${dayAndTime(state.until, now)}`;
  return state.opensAt === null
    ? 'closed until further notice'
    : `closed, opens ${dayAndTime(state.opensAt, now)}`;
};

export const isOpenNow = (at: Pick<Alternative, 'hours' | 'shut'>, now: Instant): boolean =>
  shutWords(at, now) === undefined && openStateAt(at.hours, now).open;
