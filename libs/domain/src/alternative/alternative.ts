import type { AgencyKind } from '../area';
import type { Duty, Named } from '../duty';
import type { ReferralHow } from '../incident/fact-codes';
import type { PersonOutline } from '../incident/person';
import { mustTreatAsUnder18 } from '../incident/person';
import type { Instant } from '../instant';
import type { Need } from '../place/fitness';
import type { Place, Position } from '../place/place';
import type { AgeBand, Observation } from '../place/room';
import type { StatusValue } from '../place/told-status';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import { dayAndTime } from '../wall-time';
import type { OpeningHours } from './opening-hours';
import { openStateAt } from './opening-hours';

/**
 * What may help instead of a detention. None of them is a place of safety (MHA 1983 s135(6)), so this is
 * no kind of place: nobody is held a room, conveyed under s136 or recorded as arrived at one.
 */
export type AlternativeKind =
  'crisis-cafe' | 'crisis-house' | 'decision-unit' | 'home-treatment-team' | 'helpline';

/** How the two come together: the person goes there, the team comes to them, or they speak by telephone. */
export type Reach = 'go-there' | 'comes' | 'telephone';

export const reachOf: Readonly<Record<AlternativeKind, Reach>> = {
  'crisis-cafe': 'go-there',
  'crisis-house': 'go-there',
  'decision-unit': 'go-there',
  'home-treatment-team': 'comes',
  helpline: 'telephone',
};

/** Whose referral it takes. `self`: the person rings or walks in; `anybody`: whoever asks for them. */
export type Referrer = 'police' | 'ambulance' | 'triage' | 'amhp' | 'self' | 'anybody';

/** How many more it can take, as it says itself: worth no more than its age. */
export interface Capacity {
  readonly left: number;
  readonly observed: Observation;
}

/** Called off for the day, whatever its hours say. */
export interface Shut {
  readonly reason: string;
  /** The end of its day's work; null where its doors never close: until it says that it is open again. */
  readonly until: Instant | null;
  readonly observed: Observation;
}

/** Somebody referred to it who has neither come nor been turned away: no name, only the incident's reference. */
export interface Expected {
  /** The fact that referred them. */
  readonly referralId: string;
  readonly incidentId: string;
  readonly incidentRef: string;
  readonly referredAt: Instant;
  readonly by: Named;
  readonly how: ReferralHow;
  readonly acceptedBy: string | null;
  /** Told of since the places were last counted, so that it takes one of those. */
  readonly uncounted: boolean;
}

export interface Alternative {
  readonly id: string;
  readonly areaId: string;
  readonly agencyId: string;
  readonly name: string;
  readonly kind: AlternativeKind;
  readonly district: string;
  readonly position: Position;
  readonly telephone: string;
  readonly ages: AgeBand;
  /** Whether it takes nobody outside its ages; otherwise it is asked. */
  readonly agesFirm: boolean;
  readonly meets: readonly Need[];
  /** Districts it is meant for first; empty means all alike. */
  readonly catchment: readonly string[];
  readonly referrers: readonly Referrer[];
  readonly hours: OpeningHours;
  /** Places it has in all; null where it does not count them, as a helpline does not. */
  readonly places: number | null;
  readonly capacity: Capacity | null;
  readonly shut: Shut | null;
  readonly expected: readonly Expected[];
  readonly revision: number;
}

/** Places left once those referred since the last count have theirs; null where none are counted or said. */
export const placesLeft = ({ capacity, expected }: Pick<Alternative, 'capacity' | 'expected'>) =>
  capacity && Math.max(0, capacity.left - expected.filter(({ uncounted }) => uncounted).length);

/** As whom this person may refer: by the agency they belong to and the duties they hold. */
export const referrersFor = (agency: AgencyKind | undefined, duties: readonly Duty[]): Referrer[] => [
  ...(agency === 'police' ? ['police' as const] : []),
  ...(agency === 'ambulance-trust' ? ['ambulance' as const] : []),
  ...(duties.includes('triage-crew') ? ['triage' as const] : []),
  ...(duties.includes('amhp') || duties.includes('amhp-lead') ? ['amhp' as const] : []),
];

/** Why somebody of this age is not one of those it is for, in words; undefined when they are. */
export const wrongAge = ({ ages }: Pick<Alternative, 'ages'>, person: PersonOutline): string | undefined => {
  const under18 = mustTreatAsUnder18(person);
  if (ages === 'any-age' || ages === (under18 ? 'under-18s' : 'adults')) return undefined;
  return under18 ? 'for adults only' : 'for under-18s only';
};

/**
 * The places as its own people, or somebody who rang them, counted them: everybody expected by then is taken
 * to be in the count. Refuses `not-allowed-in-this-state` where none are counted, `place-unfit` past its places.
 */
export const countPlaces = (at: Alternative, left: number, observed: Observation): Alternative | Refusal => {
  if (at.places === null) {
    return refuse('not-allowed-in-this-state', `${at.name} does not count places.`, {
      details: { field: 'left' },
    });
  }
  if (left > at.places) {
    return refuse('place-unfit', `${at.name} has ${at.places} places in all.`, {
      details: { field: 'left', atMost: at.places },
    });
  }
  return {
    ...at,
    capacity: { left, observed },
    expected: at.expected.map((one) => ({
      ...one,
      uncounted: one.uncounted && one.referredAt > observed.at,
    })),
  };
};

/**
 * Nothing had changed when it was seen: the same places. Nobody was counted anew, so that whoever is expected
 * keeps a place of those, and one who does not come gives it back. Refuses `not-allowed-in-this-state` where
 * none are counted, or none were ever counted.
 */
export const confirmPlaces = (at: Alternative, observed: Observation): Alternative | Refusal => {
  if (at.places === null) return countPlaces(at, 0, observed);
  return at.capacity === null
    ? refuse(
        'not-allowed-in-this-state',
        `Count the places of ${at.name} first: nothing has been said yet.`,
        { details: { field: 'left' } },
      )
    : { ...at, capacity: { ...at.capacity, observed } };
};

/** What it says of itself, with the word for each. */
export const alternativeWords = ({
  capacity,
  shut,
}: Pick<Alternative, 'capacity' | 'shut'>): {
  readonly value: StatusValue;
  readonly observed: Observation;
}[] => [
  ...(capacity
    ? [{ value: { of: 'places-left', left: capacity.left } as const, observed: capacity.observed }]
    : []),
  ...(shut ? [{ value: { of: 'shut', reason: shut.reason } as const, observed: shut.observed }] : []),
];

/** Somebody expected has come: theirs is one of the places, whenever those were counted. */
export const hasCome = (at: Alternative, referralId: string): Alternative => {
  const them = at.expected.find((expected) => expected.referralId === referralId);
  return {
    ...at,
    capacity:
      at.capacity && them?.uncounted
        ? { ...at.capacity, left: Math.max(0, at.capacity.left - 1) }
        : at.capacity,
    expected: at.expected.filter((expected) => expected !== them),
  };
};

/** What it is called off by now; undefined where it is not, or no longer. */
export const calledOff = ({ shut }: Pick<Alternative, 'shut'>, now: Instant): Shut | undefined =>
  shut && (shut.until === null || shut.until > now) ? shut : undefined;

/** Whether its places were last counted before it was called off: once its doors open again nobody knows how many are left. */
export const countedBeforeShut = ({ capacity, shut }: Pick<Alternative, 'capacity' | 'shut'>): boolean =>
  capacity !== null && shut !== null && shut.observed.at >= capacity.observed.at;

/** When its doors open next after what it is called off for; null where nobody can say. */
export const opensAfter = ({ until }: Shut, hours: OpeningHours): Instant | null => {
  if (until === null) return null;
  const then = openStateAt(hours, until);
  return then.open ? until : then.opensAt;
};

/** Whether it is called off for now, in words, with the hour at which its doors do open next. */
export const shutWords = (
  { shut, hours }: Pick<Alternative, 'shut' | 'hours'>,
  now: Instant,
): string | undefined => {
  const off = calledOff({ shut }, now);
  if (!off) return undefined;
  const opens = opensAfter(off, hours);
  if (opens !== null) return `closed until ${dayAndTime(opens, now)} (${off.reason})`;
  return `closed until ${off.until === null ? 'it says that it is open' : 'further notice'} (${off.reason})`;
};

/** Whether it is an alternative to detention, and no place of safety: an alternative says whose referrals it takes. */
export const isAlternative = (site: Place | Alternative): site is Alternative => 'referrers' in site;
