import type { FactOf, Incident } from '@concord/domain';
import { firstOf, lastOf } from '@concord/domain';
import type { World } from '../world/world';
import type { Step } from './step';
import { after, has, tell } from './step';

// Synthetic: how often each of these is written down, and when.
const rights = 0.85;
const property = 0.5;
const policeLeave = 0.02;
const ageLearned = 0.5;
const turnsOutUnder18 = 0.04;

const at = (
  world: World,
  incident: Incident,
  arrived: FactOf<'arrived'>,
  range: readonly [number, number, number, number],
  what: string,
): { as: string; at: number } => {
  const when = after(world, arrived.happenedAt, range, incident.ref, what);
  return { as: world.cast.nurseAt(arrived.placeId) ?? world.cast.control(when, incident.ref), at: when };
};

const told = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step[] => {
  const { ref, facts } = incident;
  const steps: Step[] = [];
  if (!has(facts, 'rights-given') && world.chance(ref, 'rights') < rights) {
    const { as, at: when } = at(world, incident, arrived, [4, 20, 60, 150], 'rights given');
    const understood = world.chance(ref, 'understood') < 0.8;
    const how = understood ? 'Spoken, and the leaflet' : 'Spoken; to be given again';
    const givenBy = 'Nurse in charge';
    steps.push(tell(incident, as, when, { kind: 'rights-given', givenBy, how, understood }));
  }
  if (!has(facts, 'property-listed') && world.chance(ref, 'property') < property) {
    const { as, at: when } = at(world, incident, arrived, [3, 14, 40, 90], 'property listed');
    const items = 'Telephone, keys, one bag';
    steps.push(tell(incident, as, when, { kind: 'property-listed', items, heldBy: arrived.placeName }));
  }
  return steps;
};

/** Officers called away from a department before anybody there has accepted the person. */
const called = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step[] => {
  const { ref, facts } = incident;
  if (arrived.placeKind !== 'emergency-department' || has(facts, 'police-left')) return [];
  const handedOver = lastOf(facts, 'handed-over', 'arrived')?.kind === 'handed-over';
  if (handedOver || world.chance(ref, 'police leave') >= policeLeave) return [];
  const when = after(world, arrived.happenedAt, [40, 90, 200, 400], ref, 'police leave');
  return [
    tell(incident, world.cast.control(when, ref), when, {
      kind: 'police-left',
      agreedRisk: 'Low: calm, wants to stay, security told',
      officer: firstOf(facts, 'detained')?.officer ?? 'PC 1185 Betony',
    }),
  ];
};

/** Somebody who knows them says how old they are. */
const age = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step[] => {
  const { ref, person } = incident;
  if (person.ageBasis !== 'estimated' || world.chance(ref, 'age learned') >= ageLearned) return [];
  const { as, at: when } = at(world, incident, arrived, [15, 50, 150, 300], 'age learned at');
  const guess = person.ageYears ?? 30;
  const grown = Math.max(18, guess - 3 + Math.floor(world.chance(ref, 'age') * 7));
  const ageYears = guess < 18 || world.chance(ref, 'under 18 after all') < turnsOutUnder18 ? 17 : grown;
  const said = { ageYears, ageBasis: 'known' } as const;
  return [tell(incident, as, when, { kind: 'person-described', said, source: 'Family, by telephone' })];
};

/** What is done for the person where they are, besides handing over and assessing. */
export const besidesWaiting = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step[] => [
  ...told(world, incident, arrived),
  ...called(world, incident, arrived),
  ...age(world, incident, arrived),
];
