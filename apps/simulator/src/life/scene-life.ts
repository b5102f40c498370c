import type { FactOf, Incident } from '@concord/domain';
import { firstOf, msOf } from '@concord/domain';
import { oneOf, pick } from '../chance';
import type { World } from '../world/world';
import { leavesAt, vehicleFor } from './destination';
import type { Step } from './step';
import { MINUTE, after, has, tell } from './step';

// Synthetic, all of it: none of this is published for section 136.
const searched = 0.22;
const restrained = 0.05;
const askedAnyway = 0.5;
const categories = { '1': 6, '2': 78, '3': 16 } as const;
const found = ['Nothing', 'Nothing', 'Nothing', 'A razor blade, kept as property', 'A penknife'];
const restraints = { held: 70, handcuffs: 24, 'limb-restraints': 4, 'spit-guard': 2 } as const;

const search = (world: World, incident: Incident, detained: FactOf<'detained'>): Step[] => {
  const { ref, facts } = incident;
  if (has(facts, 'searched') || world.chance(ref, 'searched') >= searched) return [];
  const at = after(world, detained.happenedAt, [1, 3, 6, 12], ref, 'search');
  return [
    tell(incident, world.cast.control(at, ref), at, {
      kind: 'searched',
      power: 's136c',
      grounds: 'Said they had something to hurt themselves with',
      officer: detained.officer,
      found: oneOf(found, world.chance(ref, 'found')),
    }),
  ];
};

const restrain = (world: World, incident: Incident, detained: FactOf<'detained'>): Step[] => {
  const { ref, facts } = incident;
  if (has(facts, 'restrained') || world.chance(ref, 'restrained') >= restrained) return [];
  const at = after(world, detained.happenedAt, [1, 2, 5, 10], ref, 'restraint');
  return [
    tell(incident, world.cast.control(at, ref), at, {
      kind: 'restrained',
      restraint: pick(restraints, world.chance(ref, 'restraint')),
      reason: 'Ran towards the water',
      minutes: 1 + Math.floor(world.chance(ref, 'restrained for') * 9),
    }),
  ];
};

/** Whether an ambulance was asked for, as the reason given for a police vehicle has it. */
const wantsAmbulance = (world: World, incident: Incident): boolean => {
  const { mode, policeVehicleReason } = vehicleFor(world, incident);
  switch (policeVehicleReason) {
    case undefined:
      return mode === 'ambulance';
    case 'none-within-30-minutes':
    case 'crew-refused':
    case 're-tasked':
      return true;
    case 'not-requested':
      return false;
    default:
      return world.chance(incident.ref, 'asked anyway') < askedAnyway;
  }
};

const ambulance = (world: World, incident: Incident, detained: FactOf<'detained'>): Step[] => {
  const { ref, facts } = incident;
  if (!wantsAmbulance(world, incident)) return [];
  const requested = firstOf(facts, 'ambulance-requested');
  if (!requested) {
    const at = after(world, detained.happenedAt, [1, 2, 4, 8], ref, 'ambulance asked for');
    const category = pick(categories, world.chance(ref, 'category'));
    return [tell(incident, world.cast.control(at, ref), at, { kind: 'ambulance-requested', category })];
  }
  const comes = ['ambulance', 'other-health-vehicle'].includes(vehicleFor(world, incident).mode);
  if (!comes || has(facts, 'ambulance-arrived')) return [];
  // There some minutes before they can set off.
  const ready = 2 + Math.floor(world.chance(ref, 'made ready') * 8);
  const leaves = leavesAt(world, incident, detained.happenedAt);
  const at = Math.max(leaves - ready * MINUTE, msOf(requested.happenedAt) + 2 * MINUTE);
  const callsign = `D${11 + Math.floor(world.chance(ref, 'ambulance') * 40)}`;
  return [tell(incident, world.cast.control(at, ref), at, { kind: 'ambulance-arrived', callsign })];
};

/** Synthetic: detained, and let go before they came anywhere. */
const released = 0.012;

const letGo = (world: World, incident: Incident, detained: FactOf<'detained'>): Step[] => {
  const { ref, facts } = incident;
  if (has(facts, 'arrived') || world.chance(ref, 'let go') >= released) return [];
  const at = after(world, detained.happenedAt, [8, 18, 35, 60], ref, 'let go at');
  const note = 'Calm, with family; the nurse on the advice line agrees';
  const as = world.cast.control(at, ref);
  return [tell(incident, as, at, { kind: 'outcome', code: 'released-before-arrival', note })];
};

/** What is done and written down at the scene, besides looking for a place. */
export const besidesTheSearch = (world: World, incident: Incident, detained: FactOf<'detained'>): Step[] => [
  ...search(world, incident, detained),
  ...restrain(world, incident, detained),
  ...ambulance(world, incident, detained),
  ...letGo(world, incident, detained),
];
