import type { Agreement } from '../agreement/agreement';
import type { Incident } from '../incident/incident';
import { currentPlaceId } from '../incident/incident';
import type { Instant } from '../instant';
import { minutesBetween } from '../instant';
import type { Place } from './place';
import type { Freshness } from './room';
import { freshnessOf } from './room';
import type { PressureState } from './staffing';
import { minutesTo } from './travel';

/** An emergency department for this person: a place of safety without rooms to hold. */
export interface ListedDepartment {
  readonly place: Place;
  readonly driveMinutes: number;
  /** What it last said; null where it never has. */
  readonly pressure: PressureState | null;
  /** Of that word; `unknown` where there is none. */
  readonly freshness: Freshness;
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

/**
 * Every emergency department, nearest first from where the person is now; those that are formally escalated
 * after the rest. How pressed it is makes none unusable: a department takes whoever needs it.
 */
export const listDepartments = (
  incident: Incident,
  places: readonly Place[],
  agreement: Agreement,
  now: Instant,
): ListedDepartment[] => {
  const here = currentPlaceId(incident.facts);
  const from = places.find(({ id }) => id === here) ?? incident.where;
  const listed = places
    .filter(({ id, kind }) => kind === 'emergency-department' && id !== here)
    .map((place): ListedDepartment => {
      const driveMinutes = minutesTo(from, place, agreement.travel);
      const freshness = place.pressure
        ? freshnessOf(place.pressure.observed, agreement.freshness, now)
        : 'unknown';
      return {
        place,
        driveMinutes,
        pressure: place.pressure?.state ?? null,
        freshness,
        reasons: [said(place, freshness, now), `about ${driveMinutes} min drive`],
      };
    });
  const escalated = ({ pressure, freshness }: ListedDepartment) =>
    Number(pressure === 'escalated' && freshness !== 'unknown');
  return listed.sort(
    (a, b) =>
      escalated(a) - escalated(b) ||
      a.driveMinutes - b.driveMinutes ||
      a.place.name.localeCompare(b.place.name, 'en', { numeric: true }) ||
      a.place.id.localeCompare(b.place.id),
  );
};
