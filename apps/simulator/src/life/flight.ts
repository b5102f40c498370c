import type { FactOf, Incident } from '@concord/domain';
import { lastOf, msOf, retakeClock } from '@concord/domain';
import { oneOf, within } from '../chance';
import type { World } from '../world/world';
import type { Step } from './step';
import { MINUTE, after, has, tell } from './step';

// Synthetic: nobody publishes how many people detained under section 136 walk out, or come back.
const flees: Readonly<Record<string, number>> = { 'emergency-department': 0.025, suite: 0.005 };
const retaken = 0.85;
const hidingPlaces = ['Home address', 'Bus station', 'Hospital grounds', 'Riverside path'];

/** Walks out of a place of safety. Once: nobody here does it twice. */
export const flight = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step[] => {
  const { ref, facts } = incident;
  if (has(facts, 'absconded') || world.chance(ref, 'flees') >= (flees[arrived.placeKind] ?? 0)) return [];
  const at = after(world, arrived.happenedAt, [20, 80, 240, 480], ref, 'flees after');
  const as = world.cast.nurseAt(arrived.placeId) ?? world.cast.control(at, ref);
  return [tell(incident, as, at, { kind: 'absconded', note: 'Not in the room when checked' })];
};

/** Found in time, or not: the power to retake ends, and with it the detention. */
export const atLarge = (world: World, incident: Incident): Step[] => {
  const { ref, facts } = incident;
  const escape = lastOf(facts, 'absconded');
  const deadline = retakeClock(facts);
  if (!escape || !deadline) return [];
  const found =
    msOf(escape.happenedAt) + Math.round(within([6, 40, 240, 900], world.chance(ref, 'found'))) * MINUTE;
  if (world.chance(ref, 'retaken') < retaken && found < msOf(deadline.endsAt)) {
    const where = oneOf(hidingPlaces, world.chance(ref, 'hid'));
    return [
      tell(incident, world.cast.control(found, ref), found, {
        kind: 'retaken',
        officer: 'PC 3096 Tansy',
        where,
      }),
    ];
  }
  const at = after(world, deadline.endsAt, [2, 6, 15, 30], ref, 'given up');
  const as = world.cast.control(at, ref);
  return [
    tell(incident, as, at, { kind: 'outcome', code: 'absconded-not-retaken', note: 'Reported missing' }),
  ];
};
