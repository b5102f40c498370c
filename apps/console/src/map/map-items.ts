import type {
  Agreement,
  Alternative,
  Area,
  FreshnessRule,
  Hold,
  Incident,
  Instant,
  Lending,
  Place,
  Position,
  Room,
  TriageResource,
} from '@concord/domain';
import {
  currentPlaceId,
  freshnessOf,
  holdIsLiveAt,
  isDetained,
  isOpen,
  openedAt,
  presentArrival,
  stateOf,
} from '@concord/domain';
import { alternativeRows } from '../beds/alternative-offer';
import { pressureWords, shortPlaceName } from '../beds/place-words';
import { siteOffer } from '../beds/site-offer';
import { placesInOrder, roomsOf } from '../incidents/around';
import type { Level } from '../incidents/incident-clocks';
import { byNextDeadline, clocksOf, levelOf, nextDeadline } from '../incidents/incident-clocks';
import { age } from '../time/span';
import { badgeText } from '../words/clock-words';
import { airwave, alternativeKindWords, incidentStateWords } from '../words/codes';
import { briefStateWords } from './map-words';

export const layers = [
  'incident',
  'suite',
  'emergency-department',
  'other-place',
  'alternative',
  'car',
] as const;
export type Layer = (typeof layers)[number];

/** How a mark looks, and its line in the list. Colour is kept for what needs somebody. */
export type Tone = 'plain' | 'quiet' | 'stale' | Exclude<Level, 'running' | 'stopped'>;

/** One thing of the map and of the list beside it: the two always show the same. */
export interface MapItem {
  readonly id: string;
  readonly layer: Layer;
  readonly name: string;
  /** What it is now, in a few words. */
  readonly says: string;
  /** Of a person: "DUE 0:09", the next deadline. */
  readonly clock: string;
  /** The same as its mark says it, where room is short. */
  readonly brief: string;
  /** Where, and how that is known. */
  readonly where: string;
  readonly tone: Tone;
  readonly position: Position;
  /** A neighbour's, lent to this area. */
  readonly lent?: boolean;
  /** What it is drawn with, not beside: the place a person is at, the job a car is with. */
  readonly at: string | null;
}

/** A line between two marks: a room asked for or accepted, a car on its way. */
export interface MapTie {
  readonly from: string;
  readonly to: string;
  readonly kind: 'asked' | 'accepted' | 'car';
}

export interface MapParts {
  readonly area: Area;
  readonly rule: FreshnessRule;
  readonly places: ReadonlyMap<string, Place>;
  readonly rooms: ReadonlyMap<string, Room>;
  readonly holds: ReadonlyMap<string, Hold>;
  readonly alternatives: ReadonlyMap<string, Alternative>;
  readonly resources: ReadonlyMap<string, TriageResource>;
  readonly incidents: ReadonlyMap<string, Incident>;
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly lendings: ReadonlyMap<string, Lending>;
}

const layerOf = ({ kind }: Place): Layer =>
  kind === 'suite' || kind === 'emergency-department' ? kind : 'other-place';

const suiteTones = { takes: 'plain', none: 'quiet', unknown: 'stale' } as const;
const pressureTones = { taking: 'plain', pressured: 'soon', escalated: 'due' } as const;

const pressureOf = (
  { pressure }: Place,
  { rule }: MapParts,
  now: Instant,
): Pick<MapItem, 'says' | 'tone'> => {
  if (!pressure) return { says: 'pressure not said', tone: 'quiet' };
  const words = pressureWords[pressure.state].toLowerCase();
  return freshnessOf(pressure.observed, rule, now) === 'unknown'
    ? { says: `unknown ${age(pressure.observed.at, now)}`, tone: 'stale' }
    : { says: `${words} · ${age(pressure.observed.at, now)}`, tone: pressureTones[pressure.state] };
};

const standingOf = (place: Place, parts: MapParts, now: Instant): Pick<MapItem, 'says' | 'tone'> => {
  switch (place.kind) {
    case 'suite': {
      const lending = parts.lendings.get(place.lentBy?.lendingId ?? '');
      const { says, standing } = siteOffer(place, roomsOf(parts.rooms, place.id), parts.rule, now, lending);
      return { says, tone: suiteTones[standing] };
    }
    case 'emergency-department':
      return pressureOf(place, parts, now);
    case 'police-station':
      return { says: 'only as the law allows', tone: 'quiet' };
    case 'dwelling':
    case 'other':
      return { says: 'by agreement', tone: 'quiet' };
  }
};

const placeItems = (parts: MapParts, now: Instant): MapItem[] =>
  placesInOrder(parts.places).map((place) => {
    const standing = standingOf(place, parts, now);
    return {
      id: place.id,
      layer: layerOf(place),
      name: shortPlaceName(place.name),
      ...standing,
      brief: place.lentBy ? `⇄ ${standing.says}` : standing.says,
      clock: '',
      where: place.lentBy ? `${place.district} · lent by ${place.lentBy.areaName}` : place.district,
      lent: place.lentBy !== null,
      position: place.position,
      at: null,
    };
  });

const alternativeItems = ({ alternatives, rule }: MapParts, now: Instant): MapItem[] =>
  alternativeRows(alternatives, rule, now).map(({ at, offer }) => ({
    id: at.id,
    layer: 'alternative',
    name: at.name,
    says: offer.says,
    brief: offer.says,
    clock: '',
    where: `${alternativeKindWords[at.kind]}, ${at.district}`,
    tone: suiteTones[offer.standing],
    position: at.position,
    at: null,
  }));

/** The place of the area where a detained person is; one outside it is not on the map. */
const placeOf = ({ facts }: Incident, { places }: Pick<MapParts, 'places'>): Place | undefined =>
  isDetained(facts) ? places.get(currentPlaceId(facts) ?? '') : undefined;

const whereNow = (incident: Incident, place: Place | undefined): string => {
  const there = isDetained(incident.facts) ? presentArrival(incident.facts) : undefined;
  if (place) return `at ${shortPlaceName(place.name)}`;
  return there ? `at ${there.placeName}, outside the area` : incident.where.text;
};

/** A car tells no position: it is where its job is once it says so, and otherwise somewhere in its district. */
const carItem = (car: TriageResource, parts: MapParts, now: Instant): MapItem => {
  const { area, rule, incidents } = parts;
  const job = incidents.get(car.incidentId ?? '');
  const there = job && (car.state === 'on-scene' || car.state === 'conveying') ? job : undefined;
  const fresh = freshnessOf(car.observed, rule, now);
  const { number, words } = airwave[car.state];
  const old = age(car.observed.at, now);
  const off = car.state === 'off-duty' || car.state === 'unavailable';
  const says = fresh === 'unknown' && !off ? `${words}, not confirmed ${old}` : `${number} ${words} · ${old}`;
  return {
    id: car.id,
    layer: 'car',
    name: car.callsign,
    clock: '',
    brief: there ? `${number} ${words}` : fresh === 'unknown' && !off ? `not confirmed ${old}` : says,
    says,
    where: there
      ? `with ${there.ref}`
      : `${car.district}, district only${car.incidentRef ? ` · for ${car.incidentRef}` : ''}`,
    tone: off ? 'quiet' : fresh === 'fresh' ? 'plain' : 'stale',
    position: there?.where.position ??
      area.districts.find(({ name }) => name === car.district)?.centre ??
      area.districts[0]?.centre ?? { lat: 0, lon: 0 },
    at: there ? (placeOf(there, parts)?.id ?? there.id) : null,
  };
};

const incidentItems = (parts: MapParts, now: Instant): MapItem[] =>
  [...parts.incidents.values()]
    .filter(isOpen)
    .map((incident) => {
      const clocks = clocksOf(incident, parts.agreements.get(incident.agreementId));
      const deadline = nextDeadline(clocks, now);
      return { id: incident.id, incident, deadline, openedAt: openedAt(incident) };
    })
    .sort(byNextDeadline(now))
    .map(({ id, incident, deadline }): MapItem => {
      const { ref, facts, where } = incident;
      const level = deadline ? levelOf(deadline, now) : 'running';
      const clock = deadline ? badgeText(level, deadline.endsAt, now) : '';
      const place = placeOf(incident, parts);
      return {
        id,
        layer: 'incident',
        name: ref,
        says: incidentStateWords[stateOf(facts)],
        clock,
        brief: [clock, place ? '' : briefStateWords[stateOf(facts)]].filter(Boolean).join(' · '),
        where: whereNow(incident, place),
        tone: level === 'running' || level === 'stopped' ? 'plain' : level,
        position: place?.position ?? where.position,
        at: place?.id ?? null,
      };
    });

/** Everything on the map, in the order of the list: people by next deadline, places by kind and name, then alternatives, cars by callsign. */
export const itemsOf = (parts: MapParts, now: Instant): MapItem[] => [
  ...incidentItems(parts, now),
  ...placeItems(parts, now),
  ...alternativeItems(parts, now),
  ...[...parts.resources.values()]
    .sort((a, b) => a.callsign.localeCompare(b.callsign, 'en', { numeric: true }))
    .map((car) => carItem(car, parts, now)),
];

/** Who is promised to which place or sent to which alternative, and which car goes to whom. */
export const tiesOf = ({ holds, resources, alternatives }: MapParts, now: Instant): MapTie[] => [
  ...[...holds.values()]
    .filter((hold) => holdIsLiveAt(hold, now) && hold.across?.side !== 'lends')
    .map(({ incidentId, placeId, state }): MapTie => ({
      from: incidentId,
      to: placeId,
      kind: state === 'accepted' ? 'accepted' : 'asked',
    })),
  ...[...alternatives.values()].flatMap(({ id, expected }) =>
    expected.map(({ incidentId, acceptedBy }): MapTie => ({
      from: incidentId,
      to: id,
      kind: acceptedBy === null ? 'asked' : 'accepted',
    })),
  ),
  ...[...resources.values()].flatMap(({ id, incidentId }): MapTie[] =>
    incidentId === null ? [] : [{ from: id, to: incidentId, kind: 'car' }],
  ),
];
