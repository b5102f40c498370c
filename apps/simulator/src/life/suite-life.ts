import type { Hold, RefusalReason, Room } from '@concord/domain';
import { lastOf, msOf } from '@concord/domain';
import { londonDateAt, londonMs } from '../arrivals';
import type { Range } from '../chance';
import { pick } from '../chance';
import type { World } from '../world/world';
import type { Step } from './step';
import { MINUTE, after } from './step';

// Synthetic: suites answer, refuse and close as suites might.
const silent = 0.03;
const refuses = 0.09;
const reasons: Readonly<Record<RefusalReason, number>> = {
  'needs-emergency-department': 34,
  'no-staff': 26,
  'risk-beyond-safe-staffing': 20,
  full: 12,
  'intoxication-clinical': 8,
  closed: 0,
  age: 0,
  'out-of-area': 0,
};
const rationales: Readonly<Record<RefusalReason, string>> = {
  'needs-emergency-department': 'Head injury that has not been seen by a doctor',
  'no-staff': 'Two of three on shift are with another person',
  'risk-beyond-safe-staffing': 'Needs four staff for safety and there are two',
  full: 'The room was taken by a transfer not yet recorded',
  'intoxication-clinical': 'Cannot be roused: needs airway monitoring that the suite does not have',
  closed: 'Closed for repair',
  age: 'Not registered for this age',
  'out-of-area': 'Out of area',
};
const closes = 0.02;
const breaks = 0.02;
const USUALLY: Range = [1, 4, 9, 24];
/** Somebody is watching for this answer. */
const PROMPTLY: Range = [1, 2, 3, 4];

/** The nurse answers a hold. */
export const holdSteps = (world: World, hold: Hold): Step[] => {
  const nurse = world.cast.nurseAt(hold.placeId);
  if (hold.state !== 'requested' || !nurse) return [];
  const place = world.mirror.get('place', hold.placeId)?.name ?? '';
  const name = `${hold.incidentRef}/${place}`;
  const incident = world.mirror.get('incident', hold.incidentId);
  const isSomebodys = incident !== undefined && !world.manners.mine(incident);
  const courtesy = world.manners.courtesy(nurse, name);
  if (courtesy === undefined && !isSomebodys && world.chance(name, 'silent') < silent) return [];
  const at =
    courtesy === undefined
      ? after(world, hold.requestedAt, isSomebodys ? PROMPTLY : USUALLY, name, 'answers')
      : msOf(hold.requestedAt) + courtesy * MINUTE;
  const params = { areaId: hold.areaId, holdId: hold.id };
  if (world.chance(name, 'refuses') >= refuses) {
    return [{ at, act: { kind: 'call', route: 'acceptHold', as: nurse, params, body: {} } }];
  }
  const reason = pick(reasons, world.chance(name, 'reason'));
  const body = { reason, rationale: rationales[reason] };
  return [{ at, act: { kind: 'call', route: 'refuseHold', as: nurse, params, body } }];
};

const mark = (
  room: Room,
  nurse: string,
  at: number,
  to: Room['state'] & ('available' | 'closed' | 'cleaning'),
): Step => ({
  at,
  act: {
    kind: 'call',
    route: 'markRoom',
    as: nurse,
    params: { areaId: room.areaId, roomId: room.id },
    body: { state: to, source: 'site', ...(to === 'closed' ? { closedReason: 'damage' as const } : {}) },
  },
});

/** Some rooms are closed for a while on some days. */
const closing = (world: World, room: Room, nurse: string): Step[] => {
  const date = londonDateAt(msOf(room.observed.at));
  const name = `${room.name}/${date.toString()}`;
  if (world.chance(name, 'closes') >= closes) return [];
  const at = londonMs(date, Math.floor(world.chance(name, 'hour') * 24), 0);
  return at > msOf(room.observed.at) ? [mark(room, nurse, at, 'closed')] : [];
};

/** A door or a wall gives way with somebody in the room: nobody comes after them, and they have to be moved. */
const breaking = (world: World, room: Room, nurse: string): Step[] => {
  const incident = room.incidentId === null ? undefined : world.mirror.get('incident', room.incidentId);
  const arrived = incident && lastOf(incident.facts, 'arrived');
  if (!incident || !arrived || room.closedReason !== null) return [];
  if (world.chance(room.name, incident.ref, 'breaks') >= breaks) return [];
  const at = after(world, arrived.happenedAt, [20, 70, 200, 400], incident.ref, 'breaks at');
  return [mark(room, nurse, Math.max(at, world.manners.notBefore(room.id)), 'closed')];
};

/** A room left, closed or taken by hand comes back in its own time. */
export const roomSteps = (world: World, room: Room): Step[] => {
  const nurse = world.cast.nurseAt(room.placeId);
  if (!nurse) return [];
  const since = room.observed.at;
  const name = `${room.name}/${since}`;
  const notBefore = world.manners.notBefore(room.id);
  const back = (range: readonly [number, number, number, number]): Step[] => [
    mark(room, nurse, Math.max(after(world, since, range, name, 'back'), notBefore), 'available'),
  ];
  switch (room.state) {
    case 'cleaning':
      return back([15, 30, 60, 90]);
    case 'closed':
      return back([60, 240, 600, 1200]);
    case 'occupied':
      return room.incidentId === null ? back([120, 300, 600, 900]) : breaking(world, room, nurse);
    case 'available':
      return closing(world, room, nurse);
    case 'held':
      return [];
  }
};
