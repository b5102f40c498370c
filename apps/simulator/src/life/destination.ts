import type { ConveyanceMode, Fact, Hold, Incident, Place, PoliceVehicleReason } from '@concord/domain';
import { distanceKm, firstOf, lastOf, mustTreatAsUnder18 } from '@concord/domain';
import { pick } from '../chance';
import { published } from '../figures/published';
import type { World } from '../world/world';
import { goesToEmergencyDepartmentAlready } from './before-detention';
import { MINUTE, after } from './step';

/** Synthetic: how often a person's age is known for certain, and how often they are under 18. */
export const people = { ageKnown: 0.78, ageUnknown: 0.02, under18: 0.06 } as const;
const knownAdults = people.ageKnown * (1 - people.under18);

const isKnownAdult = ({ person }: Incident): boolean =>
  person.ageBasis === 'known' && !mustTreatAsUnder18(person);

type Wanted = keyof typeof published.firstPlace;

/**
 * Where the officers would take this person, by the published shares. Only adults of known age can
 * be taken to a police station, so for each of them it is that much likelier.
 */
export const wantedPlace = (world: World, incident: Incident): Wanted => {
  if (goesToEmergencyDepartmentAlready(world, incident)) return 'emergency-department';
  const all = published.firstPlace;
  const total = all.suite + all['emergency-department'] + all['police-station'];
  const station = isKnownAdult(incident) ? all['police-station'] / knownAdults : 0;
  const rest = (total - station) / (all.suite + all['emergency-department']);
  const weights: Record<Wanted, number> = {
    suite: all.suite * rest,
    'emergency-department': all['emergency-department'] * rest,
    'police-station': station,
  };
  return pick(weights, world.chance(incident.ref, 'first place'));
};

export const liveHoldOf = (world: World, incident: Incident): Hold | undefined =>
  world.mirror.find('hold', (hold) => hold.incidentId === incident.id);

export const lastHoldEnd = (facts: Incident['facts']): Fact | undefined =>
  lastOf(facts, 'hold-refused', 'hold-expired', 'hold-released');

const refusals = (incident: Incident): number =>
  incident.facts.filter(({ kind }) => kind === 'hold-refused' || kind === 'hold-expired').length;

/** When the search for a suite is given up and the person is taken to an emergency department. */
export const searchEndsAt = (world: World, incident: Incident): number => {
  const detained = firstOf(incident.facts, 'detained');
  if (!detained) return Infinity;
  if (refusals(incident) >= 3) return 0;
  return after(world, detained.happenedAt, [25, 45, 75, 130], incident.ref, 'search ends');
};

export const nearest = (world: World, incident: Incident, kind: Place['kind']): Place | undefined =>
  world.mirror
    .all('place')
    .filter((place) => place.kind === kind)
    .sort(
      (a, b) =>
        distanceKm(incident.where.position, a.position) - distanceKm(incident.where.position, b.position) ||
        a.name.localeCompare(b.name),
    )[0];

/** Where they are going, now that they are on their way: back where they were, unless that was a police station. */
export const destination = (world: World, incident: Incident): Place | undefined => {
  const hold = liveHoldOf(world, incident);
  if (hold?.state === 'accepted') return world.mirror.get('place', hold.placeId);
  const been = lastOf(incident.facts, 'arrived');
  if (been && been.placeKind !== 'police-station') return world.mirror.get('place', been.placeId);
  const wanted = been ? 'emergency-department' : wantedPlace(world, incident);
  return nearest(world, incident, wanted === 'suite' ? 'emergency-department' : wanted);
};

const otherVehicles = { 'other-health-vehicle': 60, other: 40 } as const;
// The reasons are those of the annual return; how often each is given was not found, so these are synthetic.
const vehicleReasons: Readonly<Record<PoliceVehicleReason, number>> = {
  'none-within-30-minutes': 45,
  'not-requested': 15,
  'risk-assessment': 15,
  urgency: 10,
  're-tasked': 6,
  'crew-refused': 3,
  other: 4,
  'not-known': 2,
};

export const vehicleFor = (
  world: World,
  { ref }: Incident,
): { mode: ConveyanceMode; policeVehicleReason?: PoliceVehicleReason } => {
  const mode = pick(published.conveyance, world.chance(ref, 'conveyance'));
  if (mode === 'ambulance') return { mode };
  if (mode === 'other') return { mode: pick(otherVehicles, world.chance(ref, 'other vehicle')) };
  return { mode, policeVehicleReason: pick(vehicleReasons, world.chance(ref, 'vehicle reason')) };
};

/** Synthetic: an ambulance is waited for; a police vehicle is there. */
export const leavesAt = (world: World, incident: Incident, from: string): number =>
  vehicleFor(world, incident).mode === 'police-vehicle'
    ? after(world, from, [2, 8, 15, 25], incident.ref, 'leaves')
    : after(world, from, [5, 20, 45, 90], incident.ref, 'leaves');

export const driveMs = (world: World, incident: Incident, place: Place): number => {
  const { roadFactor, kmPerHour } = world.mirror.get('agreement', incident.agreementId)?.travel ?? {
    roadFactor: 1.35,
    kmPerHour: 48,
  };
  const hours = (distanceKm(incident.where.position, place.position) * roadFactor) / kmPerHour;
  const slower = 0.85 + world.chance(incident.ref, 'traffic') * 0.6;
  return Math.max(2, Math.round(hours * 60 * slower)) * MINUTE;
};
