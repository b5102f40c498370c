import type { Fact, FactOf, Incident, Place } from '@concord/domain';
import { firstOf, lastOf, msOf, stateOf } from '@concord/domain';
import type { Range } from '../chance';
import { pick } from '../chance';
import type { World } from '../world/world';
import {
  destination,
  driveMs,
  leavesAt,
  liveHoldOf,
  nearest,
  searchEndsAt,
  vehicleFor,
  wantedPlace,
} from './destination';
import type { Step } from './step';
import { MINUTE, after, has, tell } from './step';

/** Minutes between one room that was refused, or could not be found, and the next try. */
const TRY_AGAIN = 6;

const lastHoldEnd = (facts: readonly Fact[]): Fact | undefined =>
  lastOf(facts, 'hold-refused', 'hold-expired', 'hold-released');

const setOff = (world: World, incident: Incident, at: number): Step =>
  tell(incident, world.cast.control(at, incident.ref), at, {
    kind: 'conveyance-started',
    ...vehicleFor(world, incident),
  });

const arrive = (world: World, incident: Incident, place: Place, at: number): Step =>
  tell(incident, world.cast.control(at, incident.ref), at, {
    kind: 'arrived',
    placeId: place.id,
    policeStation:
      place.kind === 'police-station'
        ? {
            imminentRiskOfSeriousInjuryOrDeath: true,
            noOtherPlaceInThePoliceArea: true,
            healthcareProfessionalThroughout: true,
            authorisedBy: { name: 'Insp. Hale Thornquill', rank: 'inspector' },
          }
        : undefined,
  });

const lookForRoom = (world: World, incident: Incident, detained: FactOf<'detained'>): Step => {
  const { ref, facts } = incident;
  const ended = lastHoldEnd(facts);
  const tried = world.tried.rooms.get(incident.id);
  const at = Math.max(
    after(world, detained.happenedAt, [1, 4, 8, 12], ref, 'first asks'),
    ended ? msOf(ended.recordedAt) + 2 * MINUTE : 0,
    tried === undefined ? 0 : tried + TRY_AGAIN * MINUTE,
  );
  return { at, act: { kind: 'find-room', incidentId: incident.id, as: world.cast.control(at, ref) } };
};

/** Detained at the scene: a place is found, or given up, and they set off. */
export const atTheScene = (world: World, incident: Incident): Step[] => {
  const detained = firstOf(incident.facts, 'detained');
  if (!detained) return [];
  if (detained.power === 's136-kept') {
    const place = nearest(world, incident, 'emergency-department');
    const at = after(world, detained.happenedAt, [1, 3, 6, 10], incident.ref, 'kept');
    return place ? [arrive(world, incident, place, at)] : [];
  }
  const leaves = leavesAt(world, incident, detained.happenedAt);
  if (wantedPlace(world, incident) !== 'suite') return [setOff(world, incident, leaves)];
  const hold = liveHoldOf(world, incident);
  if (hold?.state === 'accepted') {
    return [setOff(world, incident, Math.max(leaves, msOf(hold.answeredAt ?? hold.requestedAt) + MINUTE))];
  }
  if (hold) return [];
  const ended = lastHoldEnd(incident.facts);
  const givenUp = Math.max(
    searchEndsAt(world, incident),
    leaves,
    ended ? msOf(ended.recordedAt) + MINUTE : 0,
  );
  return [lookForRoom(world, incident, detained), setOff(world, incident, givenUp)];
};

export const onTheWay = (world: World, incident: Incident): Step[] => {
  const left = lastOf(incident.facts, 'conveyance-started');
  const place = destination(world, incident);
  if (!left || !place) return [];
  return [arrive(world, incident, place, msOf(left.happenedAt) + driveMs(world, incident, place))];
};

// Synthetic: police wait longest in emergency departments.
const handover: Readonly<Record<string, Range>> = {
  suite: [12, 38, 75, 150],
  'emergency-department': [30, 120, 330, 700],
  'police-station': [10, 20, 40, 60],
};

const handOver = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step => {
  const range = handover[arrived.placeKind] ?? [15, 40, 90, 180];
  const at = after(world, arrived.happenedAt, range, incident.ref, 'handover', arrived.placeName);
  const nurse = world.cast.nurseAt(arrived.placeId);
  const acceptedBy = nurse ? 'Nurse in charge' : 'Mental health liaison nurse';
  return tell(incident, nurse ?? world.cast.control(at, incident.ref), at, {
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

/** Synthetic: a doctor finds no mental disorder before an AMHP is needed. */
const noDisorder = 0.03;

/** At a place of safety: handover, the AMHP, and whatever ends it before an assessment. */
export const atThePlace = (world: World, incident: Incident): Step[] => {
  const { ref, facts } = incident;
  const arrived = lastOf(facts, 'arrived');
  const first =
    firstOf(facts, 'detained')?.power === 's136-kept'
      ? firstOf(facts, 'detained')
      : firstOf(facts, 'arrived');
  if (!arrived || !first) return [];
  const steps: Step[] = [];
  const handedOver = lastOf(facts, 'handed-over');
  if (!handedOver || facts.indexOf(handedOver) < facts.indexOf(arrived)) {
    steps.push(handOver(world, incident, arrived));
  }
  if (stateOf(facts) === 'assessing') return steps;
  if (!has(facts, 'amhp-requested')) steps.push(askForAmhp(world, incident, arrived));
  if (world.chance(ref, 'no disorder') < noDisorder) {
    const at = after(world, arrived.happenedAt, [60, 110, 180, 240], ref, 'doctor');
    const as = world.cast.nurseAt(arrived.placeId) ?? world.cast.control(at, ref);
    steps.push(tell(incident, as, at, { kind: 'outcome', code: 'no-mental-disorder', note: '' }));
  }
  const expired = msOf(first.happenedAt) + 24 * 60 * MINUTE + 3 * MINUTE;
  const control = world.cast.control(expired, ref);
  steps.push(tell(incident, control, expired, { kind: 'outcome', code: 'expired-unassessed', note: '' }));
  const start = startAssessment(world, incident);
  return start ? [...steps, start] : steps;
};

// Synthetic: intoxication, sedation or physical care hold some assessments back; a few for most of a day.
const fitAfter = (world: World, ref: string): Range => {
  const u = world.chance(ref, 'fit');
  if (u < 0.012) return [1100, 1320, 1440, 1500];
  return u < 0.12 ? [120, 300, 520, 700] : [5, 15, 40, 90];
};

const startAssessment = (world: World, incident: Incident): Step | undefined => {
  const { ref, facts } = incident;
  const request = world.mirror.find('amhp-request', ({ incidentId }) => incidentId === incident.id);
  const onScene = lastOf(facts, 'amhp-on-scene');
  const persona = request?.assigned && world.cast.personaOf(request.assigned.userId);
  if (request?.state !== 'on-scene' || !onScene || !persona || !request.assigned) return undefined;
  const notBefore = world.manners.notBefore(request.id);
  const at = Math.max(after(world, onScene.happenedAt, fitAfter(world, ref), ref, 'assessment'), notBefore);
  return tell(incident, persona, at, { kind: 'assessment-started', amhp: request.assigned.name });
};

// Synthetic: no national split of the outcomes of section 136 assessments was found.
const outcomes = {
  'discharged-with-follow-up': 48,
  'section-2': 22,
  'informal-admission': 14,
  'discharged-no-follow-up': 11,
  'section-3': 4,
  'section-4': 1,
} as const;

export const conclude = (world: World, incident: Incident): Step[] => {
  const { ref, facts } = incident;
  const started = lastOf(facts, 'assessment-started');
  if (!started) return [];
  const by = world.cast.personaOf(started.by.userId);
  const at = after(world, started.happenedAt, [40, 90, 200, 420], ref, 'outcome after');
  const code = pick(outcomes, world.chance(ref, 'outcome'));
  return [tell(incident, by ?? world.cast.control(at, ref), at, { kind: 'outcome', code, note: '' })];
};
