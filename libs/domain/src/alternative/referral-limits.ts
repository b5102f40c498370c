import type { PersonOutline } from '../incident/person';
import type { Instant } from '../instant';
import { minutesBetween } from '../instant';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import { dayAndTime } from '../wall-time';
import type { Alternative, Referrer } from './alternative';
import { placesLeft, shutWords, wrongAge } from './alternative';
import { openStateAt } from './opening-hours';

const referrerWords: Readonly<Record<Referrer, string>> = {
  police: 'police',
  ambulance: 'ambulance crews',
  triage: 'triage crews',
  amhp: 'AMHPs',
  self: 'people themselves',
  anybody: 'anybody',
};

/** Whether it takes a referral from somebody who may refer as any of these. */
export const takesFrom = ({ referrers }: Pick<Alternative, 'referrers'>, as: readonly Referrer[]): boolean =>
  referrers.includes('anybody') || referrers.some((one) => as.includes(one));

/** Whose referrals it takes, in words. */
export const takesWords = ({ referrers }: Pick<Alternative, 'referrers'>): string => {
  const others = referrers.filter((one) => one !== 'self').map((one) => referrerWords[one]);
  return others.length > 0 ? `takes referrals from ${others.join(', ')}` : 'takes no referrals';
};

/** One person, sent there at one instant by one who may refer as these. */
export interface ReferralAsked {
  readonly incidentId: string;
  readonly person: PersonOutline;
  readonly at: Instant;
  /** Null where that was judged before, as of a referral that is put right. */
  readonly as: readonly Referrer[] | null;
}

/** Why it was not open then, as far as its hours and what its people had said by then go. */
const closedThen = (to: Alternative, at: Instant): string | undefined => {
  const shut = to.shut && to.shut.observed.at <= at ? shutWords(to, at) : undefined;
  if (shut !== undefined) return shut;
  const state = openStateAt(to.hours, at);
  if (state.open) return undefined;
  return state.opensAt === null
    ? 'closed until further notice'
    : `closed at that hour, opens ${dayAndTime(state.opensAt, at)}`;
};

/** Minutes since it said that it had no place left for anybody else; undefined where it had one, or nobody knows. */
const fullFor = (
  { capacity, expected }: Alternative,
  { incidentId, at }: ReferralAsked,
): number | undefined => {
  // What was counted later says nothing of how it was then.
  if (!capacity || capacity.observed.at > at) return undefined;
  const others = expected.filter((one) => one.incidentId !== incidentId && one.referredAt <= at);
  return placesLeft({ capacity, expected: others }) === 0
    ? Math.floor(minutesBetween(capacity.observed.at, at))
    : undefined;
};

/**
 * `place-unfit` for a referral that an alternative cannot take at the instant at which it is made: of somebody
 * outside its ages where it is firm about them, by somebody whose referrals it does not take, while it is closed,
 * and when it last said that it was full. The rule is the alternative's own.
 */
export const cannotBeReferred = (to: Alternative, asked: ReferralAsked): Refusal | undefined => {
  const no = (rule: string, why: string, details: Record<string, unknown> = {}) =>
    refuse('place-unfit', `${to.name} ${why}.`, { rule, details: { field: 'alternativeId', ...details } });
  const { person, at, as } = asked;
  const age = to.agesFirm ? wrongAge(to, person) : undefined;
  if (age !== undefined)
    return no('whom it is for', `is ${age}`, { ages: to.ages, ageYears: person.ageYears });
  if (as !== null && !takesFrom(to, as)) {
    const self = to.referrers.includes('self') ? `; they may ring themselves: ${to.telephone}` : ' only';
    return no('whose referrals it takes', `${takesWords(to)}${self}`, { referrers: to.referrers, as });
  }
  const closed = closedThen(to, at);
  if (closed !== undefined) return no('its opening hours', `is ${closed}`, { at });
  const full = fullFor(to, asked);
  return full === undefined
    ? undefined
    : no(
        'the places it has',
        `has no places left, said ${full} min before: ring ${to.telephone}, record how many it has, then refer`,
        { left: 0, telephone: to.telephone },
      );
};
