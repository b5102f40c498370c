import type { BodyOf } from '@concord/contracts';
import type { Alternative, Expected } from '@concord/domain';
import { msOf, openStateAt, placesLeft } from '@concord/domain';
import { oneOf } from '../chance';
import type { World } from '../world/world';
import type { Step } from './step';
import { MINUTE, after, instantOf } from './step';

// Synthetic: the people of alternatives answer, count and confirm as they might.
const turnsAway = 0.06;
const neverComes = 0.12;
const somebodyLeaves = 0.45;
const reasons = [
  'Two of us until midnight, and both with somebody',
  'Needs more than we can give tonight',
  'A transfer from the ward took the place',
];
/** The first count of an evening, after the doors have opened. */
const AFTER_OPENING = 6 * MINUTE;

const answer = (world: World, at: Alternative, expected: Expected): Step => {
  const { referralId, incidentRef, referredAt, acceptedBy } = expected;
  const staff = world.cast.speaksFor(at.id);
  const name = `${incidentRef}/${at.name}`;
  const say = (when: number, as: string, body: BodyOf<'answerReferral'>): Step => ({
    at: Math.max(when, world.manners.notBefore(at.id)),
    act: {
      kind: 'call',
      route: 'answerReferral',
      as,
      params: { areaId: at.areaId, alternativeId: at.id, referralId },
      body,
    },
  });
  // A line has nobody here to answer for it: the control room hears that they have spoken.
  if (staff === undefined) {
    const spoken = after(world, referredAt, [5, 12, 25, 45], name, 'spoken');
    return say(spoken, world.cast.control(spoken, incidentRef), { answer: 'arrived' });
  }
  if (acceptedBy === null) {
    const courtesy = world.manners.courtesy(staff, name);
    const when =
      courtesy === undefined
        ? after(world, referredAt, [1, 3, 7, 15], name, 'answers')
        : msOf(referredAt) + courtesy * MINUTE;
    const declined = world.chance(name, 'turns away') < turnsAway;
    const reason = oneOf(reasons, world.chance(name, 'why'));
    return say(when, staff, declined ? { answer: 'declined', reason } : { answer: 'expected' });
  }
  return world.chance(name, 'never comes') < neverComes
    ? say(after(world, referredAt, [60, 90, 120, 150], name, 'given up'), staff, { answer: 'did-not-come' })
    : say(after(world, referredAt, [16, 28, 50, 80], name, 'comes'), staff, { answer: 'arrived' });
};

/** When its people next count, by the hours it keeps; never where it does not open again. */
const countsAt = (at: Alternative, wanted: number): { when: number; opening: boolean } | undefined => {
  if (at.shut?.until === null) return undefined;
  const from = Math.max(wanted, at.shut ? msOf(at.shut.until) : 0);
  const state = openStateAt(at.hours, instantOf(from));
  if (state.open) return { when: from, opening: false };
  return state.opensAt === null ? undefined : { when: msOf(state.opensAt) + AFTER_OPENING, opening: true };
};

/** Every half hour or so they say how many places are left; at opening all of them are, but for those on their way. */
const counting = (world: World, at: Alternative): Step[] => {
  const { places, capacity, expected } = at;
  const as = world.cast.speaksFor(at.id);
  const left = placesLeft(at);
  if (places === null || !capacity || left === null || as === undefined) return [];
  const said = capacity.observed.at;
  const next = countsAt(at, after(world, said, [22, 27, 32, 80], at.name, said, 'counts'));
  if (!next) return [];
  const when = Math.max(next.when, world.manners.notBefore(at.id));
  const params = { areaId: at.areaId, alternativeId: at.id };
  const source = 'site' as const;
  const free = places - expected.length;
  const gone = left < free && world.chance(at.name, said, 'leaves') < somebodyLeaves;
  const now = next.opening ? Math.max(0, free) : gone ? left + 1 : left;
  if (now === left)
    return [{ at: when, act: { kind: 'call', route: 'confirmAlternative', as, params, body: { source } } }];
  const body = { left: now, source };
  return [{ at: when, act: { kind: 'call', route: 'observeAlternative', as, params, body } }];
};

/** What the people of a crisis café and its like do next: answer for whoever was sent, and say what is left. */
export const alternativeSteps = (world: World, at: Alternative): Step[] => [
  ...at.expected.map((expected) => answer(world, at, expected)),
  ...counting(world, at),
];
