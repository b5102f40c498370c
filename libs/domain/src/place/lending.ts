import { Temporal } from 'temporal-polyfill';
import type { Named } from '../duty';
import type { PersonOutline } from '../incident/person';
import { mustTreatAsUnder18 } from '../incident/person';
import type { Instant } from '../instant';
import { plusMinutes } from '../instant';
import type { Lifecycle } from '../lifecycle';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import type { AgeBand, Room } from './room';

/** `agreed`: to begin. `running`: the places may be used. `ended` by its time, `withdrawn` before it. */
export type LendingState = 'agreed' | 'running' | 'ended' | 'withdrawn';

export const lendingLifecycle: Lifecycle<LendingState> = {
  agreed: ['running', 'withdrawn'],
  running: ['ended', 'withdrawn'],
  ended: [],
  withdrawn: [],
};

/** Hours of every day by the clock on the wall in London; with `to` not after `from` they run over midnight. */
export interface LentHours {
  /** "HH:MM" */
  readonly from: string;
  readonly to: string;
}

/** What the lender allows. */
export interface LendingRules {
  /** Rooms promised to the neighbour or in its use at once; null as many as are free, 0 shown but not lent. */
  readonly atMost: number | null;
  readonly ages: AgeBand;
  readonly hours: LentHours | null;
  /** Each person needs the yes of the lender's coordinator before the suite may accept. */
  readonly needsYes: boolean;
  /** Where the places stand among the borrower's own of equal fitness. */
  readonly ranked: 'after-own' | 'as-own';
}

/**
 * Places shown and lent to one neighbour, one way, from an instant until an instant. Both areas have a
 * row of it, each with its own places.
 */
export interface Lending {
  readonly id: string;
  readonly areaId: string;
  readonly side: 'lends' | 'borrows';
  /** The other area, and its row of this. */
  readonly other: { readonly areaId: string; readonly areaName: string; readonly lendingId: string };
  /** This area's rows of the places. */
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly from: Instant;
  readonly until: Instant;
  readonly rules: LendingRules;
  readonly state: LendingState;
  readonly offeredBy: Named;
  readonly offeredAt: Instant;
  readonly ended: { readonly at: Instant; readonly by: Named; readonly reason: string } | null;
  readonly revision: number;
}

export const lendingIsLive = ({ state }: Pick<Lending, 'state'>): boolean =>
  state === 'agreed' || state === 'running';

/** A lending is for a time: what is lent for longer belongs in the areas' agreements. */
export const LONGEST_LENDING_MINUTES = 31 * 24 * 60;

/** Refuses `time-impossible` unless it begins now or later, ends after it begins, and within 31 days of that. */
export const lendingTimes = (from: Instant, until: Instant, now: Instant): Refusal | undefined => {
  const wrong = (field: string, message: string) =>
    refuse('time-impossible', message, { details: { field, from, until, now } });
  if (from < now) return wrong('from', 'A lending begins now or later.');
  if (until <= from) return wrong('until', 'A lending ends after it begins.');
  return until > plusMinutes(from, LONGEST_LENDING_MINUTES)
    ? wrong('until', 'A lending is for 31 days at most: lend it anew.')
    : undefined;
};

const inHours = ({ from, to }: LentHours, at: Instant): boolean => {
  const wall = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London').toPlainTime();
  const time = wall.toString({ smallestUnit: 'minute' });
  return from < to ? time >= from && time < to : time >= from || time < to;
};

/** Rooms of the borrower's rows that are promised to its incidents, or filled with its people, under a lending. */
export const roomsInUse = (lendingId: string, rooms: readonly Room[]): number =>
  rooms.filter(
    ({ lentBy, holdId, incidentId }) =>
      lentBy?.lendingId === lendingId && (holdId !== null || incidentId !== null),
  ).length;

/** Why the lender's rules keep this person out of its places now, in words; undefined when they may be asked. */
export const whyNotLent = (
  { rules, state, other }: Lending,
  ask: { readonly person: PersonOutline; readonly inUse: number; readonly now: Instant },
): string | undefined => {
  if (state !== 'running') return `no longer lent by ${other.areaName}`;
  const { atMost, ages, hours } = rules;
  if (atMost === 0) return `shown by ${other.areaName}, not lent: ring to ask`;
  if (ages !== 'any-age' && ages !== (mustTreatAsUnder18(ask.person) ? 'under-18s' : 'adults'))
    return `${other.areaName} lends it for ${ages} only`;
  if (hours && !inHours(hours, ask.now))
    return `${other.areaName} lends it ${hours.from} to ${hours.to} only`;
  return atMost !== null && ask.inUse >= atMost
    ? `${other.areaName} lends ${atMost} at once: ${ask.inUse} in use`
    : undefined;
};
