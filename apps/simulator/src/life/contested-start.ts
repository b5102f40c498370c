import type { FactOf, Incident, Place } from '@concord/domain';
import { firstOf, msOf } from '@concord/domain';
import { within } from '../chance';
import type { World } from '../world/world';
import { vehicleFor } from './destination';
import type { Step } from './step';
import { MINUTE, after, has, instantOf, tell } from './step';

// Synthetic: ambulances queue outside emergency departments; how often with somebody detained is not published.
const queues = 0.15;
const adopts = 0.45;
const takesTheEarlier = 0.6;

/** How long the ambulance stood outside before the person came in. */
export const queueMs = (world: World, incident: Incident, place: Pick<Place, 'kind'>): number =>
  place.kind === 'emergency-department' &&
  vehicleFor(world, incident).mode === 'ambulance' &&
  world.chance(incident.ref, 'queue') < queues
    ? Math.round(within([12, 30, 75, 140], world.chance(incident.ref, 'queues for'))) * MINUTE
    : 0;

const contest = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step[] => {
  const queued = queueMs(world, incident, { kind: arrived.placeKind });
  const left = firstOf(incident.facts, 'conveyance-started');
  const stood = msOf(arrived.happenedAt) - queued;
  if (queued === 0 || !left || stood < msOf(left.happenedAt)) return [];
  const at = after(world, arrived.recordedAt, [1, 6, 15, 40], incident.ref, 'contests');
  return [
    tell(incident, world.cast.control(at, incident.ref), at, {
      kind: 'start-contested',
      basis: 'ambulance-outside-emergency-department',
      note: 'In the ambulance on the hospital’s ground until there was room',
      happenedAt: instantOf(stood),
    }),
  ];
};

const adopt = (world: World, incident: Incident, contested: FactOf<'start-contested'>): Step[] => {
  const { ref, facts } = incident;
  const arrived = firstOf(facts, 'arrived');
  if (!arrived || world.chance(ref, 'adopted') >= adopts) return [];
  const at = after(world, contested.recordedAt, [40, 200, 600, 1100], ref, 'adopts');
  const earlier = world.chance(ref, 'adopts the earlier') < takesTheEarlier;
  return [
    tell(incident, world.cast.onCall('superintendent', at), at, {
      kind: 'reading-adopted',
      startFactId: earlier ? contested.id : arrived.id,
      reason: earlier
        ? 'On the hospital’s ground is at the hospital: counted to the person’s benefit'
        : 'The trust’s lawyers read "arrives" as coming into the department',
    }),
  ];
};

/** When the 24 hours began is read two ways, and in time somebody says which reading is theirs. */
export const contestedStart = (world: World, incident: Incident): Step[] => {
  const { facts } = incident;
  const arrived = firstOf(facts, 'arrived');
  const contested = firstOf(facts, 'start-contested');
  if (!arrived || !firstOf(facts, 'detained')?.power.endsWith('removed')) return [];
  if (!contested) return contest(world, incident, arrived);
  return has(facts, 'reading-adopted') ? [] : adopt(world, incident, contested);
};
