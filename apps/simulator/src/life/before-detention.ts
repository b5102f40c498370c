import type { Fact, Incident } from '@concord/domain';
import { firstOf, lastOf } from '@concord/domain';
import { oneOf, pick } from '../chance';
import type { World } from '../world/world';
import { anotherWay } from './another-way';
import { secondCall } from './second-record';
import type { Step } from './step';
import { MINUTE, after, has, instantOf, tell } from './step';

// Synthetic: nothing is published on how often advice is sought, or how long any of this takes.
const adviceSought = 0.8;
const carSent = 0.5;
const professions = { nurse: 70, amhp: 15, doctor: 5, paramedic: 8, 'occupational-therapist': 2 } as const;
const advisers = ['Nurse Sorrel', 'Nurse Teasel', 'Nurse Comfrey', 'Nurse Yarrow', 'Crisis line'];
const officers = ['PC 4471 Burdock', 'PC 2210 Campion', 'PC 3096 Tansy', 'PC 1185 Betony', 'PS 88 Mallow'];
const reasonsNot = ['Immediate risk, no time', 'No answer from the advice line', 'No signal at the scene'];

const advice = (world: World, incident: Incident, as: string, at: number): Step => {
  const { ref } = incident;
  if (world.chance(ref, 'advice') >= adviceSought) {
    const reason = oneOf(reasonsNot, world.chance(ref, 'why not'));
    return tell(incident, as, at, { kind: 'advice-not-practicable', reason });
  }
  return tell(incident, as, at, {
    kind: 'advice-sought',
    adviser: oneOf(advisers, world.chance(ref, 'adviser')),
    profession: pick(professions, world.chance(ref, 'profession')),
    advice: world.detains(incident)
      ? 'Known to services, recent deterioration; no safe alternative found'
      : 'Can be supported without detention',
  });
};

/** Synthetic: of the people detained, those under a magistrate's warrant; most of them are removed. */
const warrants = 0.015;
const keptThere = 0.15;

const underWarrant = (world: World, incident: Incident, opened: Fact): Step[] => {
  const { ref, facts } = incident;
  const entered = firstOf(facts, 'warrant-entered');
  const officer = oneOf(officers, world.chance(ref, 'officer'));
  if (!entered) {
    const at = after(world, opened.happenedAt, [15, 45, 120, 200], ref, 'enters');
    const who = { officer, amhp: 'Marigold Hythe', doctor: 'Dr Hazeldine' };
    return [
      tell(incident, world.cast.control(at, ref), at, { kind: 'warrant-entered', warrant: 's135-1', ...who }),
    ];
  }
  const at = after(world, entered.happenedAt, [4, 12, 25, 40], ref, 'detained after');
  const power = world.chance(ref, 'kept there') < keptThere ? 's135-1-kept' : 's135-1-removed';
  return [tell(incident, world.cast.control(at, ref), at, { kind: 'detained', power, officer })];
};

/** Synthetic: detentions told to the control room only when there is a signal again. */
const toldLate = 0.04;

const detain = (world: World, incident: Incident, asked: Fact): Step => {
  const { ref } = incident;
  const detained = after(world, asked.happenedAt, [1, 6, 15, 30], ref, 'detained after');
  const officer = oneOf(officers, world.chance(ref, 'officer'));
  const power = goesToEmergencyDepartmentAlready(world, incident) ? 's136-kept' : 's136-removed';
  const told = { kind: 'detained', power, officer } as const;
  if (world.chance(ref, 'no signal') >= toldLate) {
    return tell(incident, world.cast.control(detained, ref), detained, told);
  }
  const at = detained + (5 + Math.floor(world.chance(ref, 'no signal for') * 20)) * MINUTE;
  const late = { happenedAt: instantOf(detained), late: 'no-signal', source: officer } as const;
  return tell(incident, world.cast.control(at, ref), at, { ...told, ...late });
};

/** From the first call to the constable's decision: advice, a car, then detention or another way. */
export const beforeDetention = (world: World, incident: Incident): Step[] => {
  const { ref, facts } = incident;
  const opened = firstOf(facts, 'opened');
  if (!opened) return [];
  const steps: Step[] = secondCall(world, incident);
  if (world.detains(incident) && world.chance(ref, 'warrant') < warrants) {
    return [...steps, ...underWarrant(world, incident, opened)];
  }
  const carWanted = world.chance(ref, 'car') < carSent && !world.tried.cars.has(incident.id);
  if (carWanted && !has(facts, 'car-committed')) {
    const at = after(world, opened.happenedAt, [1, 2, 4, 6], ref, 'car sent');
    steps.push({ at, act: { kind: 'send-car', incidentId: incident.id, as: world.cast.control(at, ref) } });
  }
  const asked = lastOf(facts, 'advice-sought', 'advice-not-practicable');
  if (!asked) {
    const at = after(world, opened.happenedAt, [3, 8, 15, 25], ref, 'advice after');
    return [...steps, advice(world, incident, world.cast.control(at, ref), at)];
  }
  if (world.detains(incident)) return [...steps, detain(world, incident, asked)];
  return [...steps, ...anotherWay(world, incident, asked)];
};

/** Synthetic: some people are in an emergency department when the power is used, and are kept there. */
export const goesToEmergencyDepartmentAlready = (world: World, { ref }: Incident): boolean =>
  world.chance(ref, 'kept') < 0.03;
