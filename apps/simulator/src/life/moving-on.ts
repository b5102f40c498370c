import type { ConveyanceMode, FactOf, Incident } from '@concord/domain';
import { lastOf, msOf, statutoryLimit } from '@concord/domain';
import type { World } from '../world/world';
import { lastHoldEnd, liveHoldOf } from './destination';
import { toLeaveSince } from './station-life';
import type { Step } from './step';
import { MINUTE, after, has, tell } from './step';

/** Synthetic: physically well enough, people are moved from an emergency department to a suite before they are assessed. */
const movedOn = 0.12;
/** Nobody is moved with less of the permitted period left. */
const LEFT_AT_LEAST = 4 * 60 * MINUTE;
const TRY_AGAIN = 30 * MINUTE;
/** A custody suite that must let somebody go waits no longer for a room. */
const PATIENCE = 35 * MINUTE;

const setOff = (incident: Incident, as: string, at: number, mode: ConveyanceMode): Step =>
  tell(incident, as, at, {
    kind: 'conveyance-started',
    mode,
    authorisedBy: { name: 'PC 2210 Campion', role: 'constable' },
  });

const findRoom = (world: World, incident: Incident, from: number): Step => {
  const tried = world.tried.rooms.get(incident.id);
  const ended = lastHoldEnd(incident.facts);
  const at = Math.max(
    from,
    tried === undefined ? 0 : tried + TRY_AGAIN,
    ended ? msOf(ended.recordedAt) + 3 * MINUTE : 0,
  );
  return {
    at,
    act: { kind: 'find-room', incidentId: incident.id, as: world.cast.control(at, incident.ref) },
  };
};

/** Since when the room they are in has been closed to anybody after them. */
const closedOverThem = (facts: Incident['facts'], { placeId }: FactOf<'arrived'>): number | undefined => {
  const last = lastOf(facts, 'room-closing', 'room-reopened');
  const isHere = last?.kind === 'room-closing' && last.placeId === placeId;
  return isHere ? msOf(last.recordedAt) + 2 * MINUTE : undefined;
};

/** Whether they are to go to a suite from where they are, and from when. */
const wantsToMove = (world: World, incident: Incident, arrived: FactOf<'arrived'>): number | undefined => {
  const { ref, facts } = incident;
  if (arrived.placeKind === 'police-station') return toLeaveSince(facts, arrived);
  if (arrived.placeKind === 'suite') return closedOverThem(facts, arrived);
  if (arrived.placeKind !== 'emergency-department' || has(facts, 'amhp-travelling')) return undefined;
  if (world.chance(ref, 'moved on') >= movedOn) return undefined;
  return after(world, arrived.happenedAt, [50, 140, 330, 600], ref, 'fit to move');
};

/**
 * From a police station as soon as they may no longer be there, from a room that was closed over them, and
 * from an emergency department once they are well enough.
 */
export const movingOn = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step[] => {
  const { ref, facts } = incident;
  const hold = liveHoldOf(world, incident);
  const from = wantsToMove(world, incident, arrived);
  const limit = statutoryLimit(facts);
  const latest = limit ? msOf(limit.endsAt) - LEFT_AT_LEAST : -Infinity;
  if (hold?.state === 'accepted') {
    const at = after(world, hold.answeredAt ?? hold.requestedAt, [3, 10, 25, 45], ref, 'moves');
    if (limit && at >= msOf(limit.endsAt)) return [];
    return [setOff(incident, world.cast.control(at, ref), at, 'other-health-vehicle')];
  }
  if (hold || from === undefined) return [];
  const room = findRoom(world, incident, from);
  if (arrived.placeKind !== 'police-station') return room.at < latest ? [room] : [];
  const leaves = from + PATIENCE;
  return [room, setOff(incident, world.cast.control(leaves, ref), leaves, 'ambulance')];
};
