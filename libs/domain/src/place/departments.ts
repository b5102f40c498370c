import { currentPlaceId } from '../incident/incident';
import type { Instant } from '../instant';
import { minutesBetween } from '../instant';
import type { Place } from './place';
import type { RankingFacts } from './rank';
import type { Freshness } from './room';
import { freshnessOf } from './room';
import type { PressureState } from './staffing';
import { minutesTo, setOffFrom } from './travel';

/** An emergency department for this person: a place of safety without rooms to hold. */
export interface RankedDepartment {
  readonly placeKind: 'emergency-department';
  readonly placeId: string;
  readonly placeName: string;
  readonly telephone: string;
  /** `offer`: it says that it takes people. `ring`: it is formally escalated, or nobody knows. Never `no`. */
  readonly standing: 'offer' | 'ring';
  /** 1 for the best of those that say they take people; null for the rest. */
  readonly rank: number | null;
  readonly driveMinutes: number;
  /** What it last said; null where it never has. */
  readonly pressure: PressureState | null;
  /** Of that word; `unknown` where there is none. */
  readonly freshness: Freshness;
  /** Why it stands where it stands, in words for the controller. */
  readonly reasons: readonly string[];
}

const pressureReason: Readonly<Record<PressureState, string>> = {
  taking: 'taking people',
  pressured: 'pressured: expect to wait',
  escalated: 'formally escalated: ring before setting off',
};

const said = ({ pressure }: Place, fresh: Freshness, now: Instant): string => {
  if (!pressure) return 'has not said how pressed it is: ring first';
  const age = Math.max(0, Math.floor(minutesBetween(pressure.observed.at, now)));
  return fresh === 'unknown'
    ? `pressure not confirmed for ${age} min (last: ${pressure.state}): ring first`
    : `${pressureReason[pressure.state]}, said ${age} min ago`;
};

/** What it last said counts for more than that it is old, so that a word that has expired raises nothing. */
const order = ({ pressure, freshness }: RankedDepartment): number =>
  (pressure === 'escalated' ? 2 : 0) + (freshness === 'unknown' ? 1 : 0);

// One collator for all: `localeCompare` with options makes one at each comparison.
const byName = new Intl.Collator('en', { numeric: true });

/**
 * Every emergency department but the one where the person is, best first, each with its reasons: those known
 * to take people, then those of which nobody knows any more, then those that said last that they are formally
 * escalated; among equals the nearest from where the person is now. How pressed it is makes none unusable: a
 * department takes whoever needs it.
 */
export const rankDepartments = ({
  incident,
  places,
  agreement,
  now,
}: Pick<RankingFacts, 'incident' | 'places' | 'agreement' | 'now'>): RankedDepartment[] => {
  const here = currentPlaceId(incident.facts);
  const from = setOffFrom(incident, places);
  const listed = places
    .filter(({ id, kind }) => kind === 'emergency-department' && id !== here)
    .map((place): RankedDepartment => {
      const driveMinutes = minutesTo(from, place, agreement.travel);
      const { pressure } = place;
      const freshness = pressure ? freshnessOf(pressure.observed, agreement.freshness, now) : 'unknown';
      return {
        placeKind: 'emergency-department',
        placeId: place.id,
        placeName: place.name,
        telephone: place.telephone,
        standing: freshness === 'unknown' || pressure?.state === 'escalated' ? 'ring' : 'offer',
        rank: null,
        driveMinutes,
        pressure: pressure?.state ?? null,
        freshness,
        reasons: [said(place, freshness, now), `about ${driveMinutes} min drive`],
      };
    });
  return listed
    .sort(
      (a, b) =>
        order(a) - order(b) ||
        a.driveMinutes - b.driveMinutes ||
        byName.compare(a.placeName, b.placeName) ||
        Number(a.placeId > b.placeId) - Number(a.placeId < b.placeId),
    )
    .map((one, i) => (one.standing === 'offer' ? { ...one, rank: i + 1 } : one));
};
