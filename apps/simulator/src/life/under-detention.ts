import type { FactOf, Incident, Place } from '@concord/domain';
import { firstOf, lastOf, msOf, outsidePlace, searchOwed, stateOf } from '@concord/domain';
import type { Range } from '../chance';
import { pick, within } from '../chance';
import type { World } from '../world/world';
import { besidesWaiting } from './at-place';
import { contestedStart, queueMs } from './contested-start';
import {
  destination,
  driveMs,
  lastHoldEnd,
  leavesAt,
  liveHoldOf,
  nearest,
  searchEndsAt,
  vehicleFor,
  wantedPlace,
} from './destination';
import { endOfTheWait, expiry } from './ending';
import { flight } from './flight';
import { movingOn } from './moving-on';
import { foundOutside, leavingForOutside, outsideAhead, takenAtHome } from './outside-life';
import { handedOverInError, puttingRight, takenBackBefore } from './putting-right';
import { besidesTheSearch } from './scene-life';
import { stationStay } from './station-life';
import type { Step } from './step';
import { MINUTE, after, has, instantOf, tell } from './step';

/** Minutes between one room that was refused, or could not be found, and the next try. */
const TRY_AGAIN = 6;

const setOff = (world: World, incident: Incident, at: number): Step =>
  tell(incident, world.cast.control(at, incident.ref), at, {
    kind: 'conveyance-started',
    ...vehicleFor(world, incident),
  });

const grounds = {
  imminentRiskOfSeriousInjuryOrDeath: true,
  noOtherPlaceInThePoliceArea: true,
  healthcareProfessionalThroughout: true,
  authorisedBy: { name: 'Insp. Hale Thornquill', rank: 'inspector' },
} as const;

// Synthetic: arrivals that are told some time after they happened, and why.
const toldLate = 0.06;
const lateBecause = { 'told-later': 60, 'no-signal': 25, paper: 15 } as const;

type Goal = Pick<Place, 'id' | 'name' | 'kind'>;

const arrive = (world: World, incident: Incident, place: Goal, arrived: number): Step => {
  const { ref } = incident;
  const policeStation = place.kind === 'police-station' ? grounds : undefined;
  const body = { kind: 'arrived', placeId: place.id, policeStation } as const;
  if (world.chance(ref, place.name, 'told late') >= toldLate) {
    return tell(incident, world.cast.control(arrived, ref), arrived, body);
  }
  const at = arrived + Math.round(within([5, 12, 30, 55], world.chance(ref, 'told after'))) * MINUTE;
  const late = pick(lateBecause, world.chance(ref, 'late because'));
  return tell(incident, world.cast.control(at, ref), at, { ...body, happenedAt: instantOf(arrived), late });
};

/** By the suite that owes the search, where one does; else by the control room. */
const lookForRoom = (world: World, incident: Incident, detained: FactOf<'detained'>): Step => {
  const { ref, facts } = incident;
  const ended = lastHoldEnd(facts);
  const tried = world.tried.rooms.get(incident.id);
  const owed = searchOwed(facts);
  const nurse = owed && world.cast.nurseAt(owed.placeId);
  const at = Math.max(
    after(world, detained.happenedAt, [1, 4, 8, 12], ref, 'first asks'),
    ended ? msOf(ended.recordedAt) + 2 * MINUTE : 0,
    tried === undefined ? 0 : tried + TRY_AGAIN * MINUTE,
    owed && nurse ? msOf(owed.recordedAt) + (world.manners.courtesy(nurse, ref) ?? 0) * MINUTE : 0,
  );
  return {
    at,
    act: { kind: 'find-room', incidentId: incident.id, as: nurse ?? world.cast.control(at, ref) },
  };
};

/** A place is found, or given up, and they set off. */
const search = (world: World, incident: Incident, detained: FactOf<'detained'>): Step[] => {
  const leaves = leavesAt(world, incident, detained.happenedAt);
  if (wantedPlace(world, incident) !== 'suite') return [setOff(world, incident, leaves)];
  const hold = liveHoldOf(world, incident);
  if (hold?.state === 'accepted') {
    return [setOff(world, incident, Math.max(leaves, msOf(hold.answeredAt ?? hold.requestedAt) + MINUTE))];
  }
  if (hold) return [];
  const outside = outsidePlace(incident.facts);
  if (outside) {
    return [
      leavingForOutside(world, incident, outside, (at) => setOff(world, incident, Math.max(leaves, at))),
    ];
  }
  const home = takenAtHome(world, incident, detained);
  if (home) return [home];
  const ended = lastHoldEnd(incident.facts);
  const givenUp = Math.max(
    searchEndsAt(world, incident),
    leaves,
    ended ? msOf(ended.recordedAt) + MINUTE : 0,
  );
  return [
    lookForRoom(world, incident, detained),
    foundOutside(world, incident, givenUp) ?? setOff(world, incident, givenUp),
  ];
};

/** Somebody who walked out is taken back by those who found them. */
const broughtBack = (world: World, incident: Incident, retaken: FactOf<'retaken'>): Step => {
  const at = after(world, retaken.happenedAt, [1, 4, 9, 15], incident.ref, 'brought back');
  return tell(incident, world.cast.control(at, incident.ref), at, {
    kind: 'conveyance-started',
    mode: 'police-vehicle',
    policeVehicleReason: 'urgency',
  });
};

/** The AMHP of a warrant was there when the premises were entered. */
const assessedThere = (world: World, incident: Incident, detained: FactOf<'detained'>): Step => {
  const at = after(world, detained.happenedAt, [5, 15, 35, 60], incident.ref, 'assessment');
  const amhp = firstOf(incident.facts, 'warrant-entered')?.amhp ?? '';
  return tell(incident, world.cast.control(at, incident.ref), at, { kind: 'assessment-started', amhp });
};

/** Detained, and not yet at a place of safety; or in an emergency department, or at home, already. */
export const atTheScene = (world: World, incident: Incident): Step[] => {
  const { ref, facts } = incident;
  const detained = firstOf(facts, 'detained');
  const retaken = lastOf(facts, 'retaken');
  if (!detained) return [];
  if (retaken) return [broughtBack(world, incident, retaken), ...expiry(world, incident)];
  if (detained.power === 's135-1-kept') return [assessedThere(world, incident, detained)];
  if (detained.power !== 's136-kept')
    return [...search(world, incident, detained), ...besidesTheSearch(world, incident, detained)];
  const place = nearest(world, incident, 'emergency-department');
  const at = after(world, detained.happenedAt, [1, 3, 6, 10], ref, 'kept');
  return place ? [arrive(world, incident, place, at)] : [];
};

export const onTheWay = (world: World, incident: Incident): Step[] => {
  const left = lastOf(incident.facts, 'conveyance-started');
  const outside = outsideAhead(world, incident);
  if (left && outside) return [arrive(world, incident, outside, msOf(left.happenedAt) + outside.driveMs)];
  const place = destination(world, incident);
  if (!left || !place) return [];
  const queue = has(incident.facts, 'arrived') ? 0 : queueMs(world, incident, place);
  return [arrive(world, incident, place, msOf(left.happenedAt) + driveMs(world, incident, place) + queue)];
};

// Synthetic: police wait longest in emergency departments.
const handover: Readonly<Record<string, Range>> = {
  suite: [12, 38, 75, 150],
  'emergency-department': [30, 120, 330, 700],
  'police-station': [10, 20, 40, 60],
};
/** Of somebody else, by mistake: see `puttingRight`. */
const TOO_SOON: Range = [6, 12, 24, 40];

const handOver = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step => {
  const { ref, facts } = incident;
  const inError =
    world.chance(ref, 'handed over in error') < handedOverInError && !takenBackBefore(facts, 'handed-over');
  const range = inError ? TOO_SOON : (handover[arrived.placeKind] ?? [15, 40, 90, 180]);
  const at = after(world, arrived.happenedAt, range, ref, 'handover', arrived.placeName);
  const nurse = world.cast.nurseAt(arrived.placeId);
  const acceptedBy = arrived.placeKind === 'suite' ? 'Nurse in charge' : 'Mental health liaison nurse';
  return tell(incident, nurse ?? world.cast.control(at, ref), at, {
    kind: 'handed-over',
    acceptedBy: arrived.placeKind === 'police-station' ? 'Custody healthcare professional' : acceptedBy,
  });
};

const askForAmhp = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step => {
  const at = after(world, arrived.happenedAt, [4, 18, 45, 120], incident.ref, 'AMHP asked for');
  return {
    at,
    act: {
      kind: 'call',
      route: 'requestAmhp',
      as: world.cast.nurseAt(arrived.placeId) ?? world.cast.control(at, incident.ref),
      params: { areaId: incident.areaId, incidentId: incident.id },
      body: {},
    },
  };
};

/** At a place of safety: handover, the AMHP, what is done and put right meanwhile, and whatever ends the wait. */
export const atThePlace = (world: World, incident: Incident): Step[] => {
  const { facts } = incident;
  const arrived = lastOf(facts, 'arrived');
  if (!arrived) return [];
  const last = lastOf(facts, 'handed-over', 'arrived');
  const handedOver = last?.kind === 'handed-over' ? last : undefined;
  const steps = [
    ...(handedOver ? [] : [handOver(world, incident, arrived)]),
    ...stationStay(world, incident, arrived),
    ...besidesWaiting(world, incident, arrived),
    ...contestedStart(world, incident),
    ...puttingRight(world, incident, { arrived, handedOver }),
  ];
  if (stateOf(facts) === 'assessing') return steps;
  return [
    ...steps,
    ...(has(facts, 'amhp-requested') ? [] : [askForAmhp(world, incident, arrived)]),
    ...movingOn(world, incident, arrived),
    ...flight(world, incident, arrived),
    ...endOfTheWait(world, incident, arrived),
  ];
};
