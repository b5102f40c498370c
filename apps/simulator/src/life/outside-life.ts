import type { FactOf, Incident } from '@concord/domain';
import { knownOutside, lastOf, msOf, outsidePlace } from '@concord/domain';
import { pick } from '../chance';
import type { World } from '../world/world';
import { liveHoldOf } from './destination';
import type { Step } from './step';
import { MINUTE, after, has, tell } from './step';

// Synthetic: people far from home whose own area takes them at once; searches given up that end at another area's suite;
// and how often such a suite thinks better of it.
const atHomeElsewhere = 0.06;
const takenOutside = 0.4;
const takenBack = 0.12;
/** Minutes in which they do, before anybody sets off. */
const THINKS_BETTER = 4;

const suites = {
  'Quarry Bank Suite': { telephone: '01632 960700', acceptedBy: 'Sister Oyelaran' },
  'Tarn Head Suite': { telephone: '01632 960701', acceptedBy: 'Nurse Illingworth' },
} as const;

/** A suite outside the network that was rung takes them. */
const taken = (world: World, incident: Incident, at: number): Step => {
  const { ref } = incident;
  const placeName = pick({ 'Quarry Bank Suite': 70, 'Tarn Head Suite': 30 }, world.chance(ref, 'outside'));
  return tell(incident, world.cast.control(at, ref), at, {
    kind: 'outside-accepted',
    placeName,
    placeKind: 'suite',
    ...suites[placeName],
  });
};

/** Somebody far from home: the suite of their own area is rung before any room here is asked for. */
export const takenAtHome = (
  world: World,
  incident: Incident,
  detained: FactOf<'detained'>,
): Step | undefined => {
  const { ref, facts } = incident;
  if (has(facts, 'outside-accepted') || has(facts, 'hold-requested')) return undefined;
  if (world.chance(ref, 'at home elsewhere') >= atHomeElsewhere) return undefined;
  return taken(world, incident, after(world, detained.happenedAt, [5, 9, 15, 25], ref, 'home rung'));
};

/** When a search is given up, a suite outside may still take them; once for each incident. */
export const foundOutside = (world: World, incident: Incident, at: number): Step | undefined =>
  has(incident.facts, 'outside-accepted') || world.chance(incident.ref, 'taken outside') >= takenOutside
    ? undefined
    : taken(world, incident, at);

/** What follows its word: they set off there, unless it takes them no longer. */
export const leavingForOutside = (
  world: World,
  incident: Incident,
  outside: FactOf<'outside-accepted'>,
  setOff: (at: number) => Step,
): Step => {
  const { ref } = incident;
  const told = msOf(outside.recordedAt);
  if (world.chance(ref, 'taken back outside') >= takenBack) return setOff(told + THINKS_BETTER * MINUTE);
  const at = told + (THINKS_BETTER - 1) * MINUTE;
  return tell(incident, world.cast.control(at, ref), at, {
    kind: 'outside-withdrew',
    reason: 'Somebody of their own needs the room first',
  });
};

/** The place outside where they are being taken, or back to; undefined where a suite of the area expects them. */
export const outsideAhead = (
  world: World,
  incident: Incident,
):
  | { readonly id: string; readonly name: string; readonly kind: 'suite'; readonly driveMs: number }
  | undefined => {
  const { ref, facts } = incident;
  if (liveHoldOf(world, incident)?.state === 'accepted') return undefined;
  const outside = outsidePlace(facts) ?? knownOutside(facts, lastOf(facts, 'arrived')?.placeId ?? '');
  const left = lastOf(facts, 'conveyance-started');
  if (!outside || !left) return undefined;
  const { happenedAt } = left;
  const there = after(world, happenedAt, [30, 50, 75, 120], ref, 'drive outside');
  return {
    id: outside.placeId,
    name: outside.placeName,
    kind: 'suite',
    driveMs: there - msOf(happenedAt),
  };
};
