import { published, sharesOf } from '../figures/published';
import type { Incident, PersonOutline } from '@concord/domain';
import { mustTreatAsUnder18 } from '@concord/domain';
import { seededChance } from '../chance';
import { Mirror } from '../world/mirror';
import type { World } from '../world/world';
import { aloneInTheArea } from '../world/world';
import { openingOf } from '../run/open';
import { vehicleFor, wantedPlace } from './destination';

const chance = seededChance(7);
const world: World = {
  mirror: new Mirror(),
  cast: {} as World['cast'],
  chance,
  manners: aloneInTheArea,
  tried: { rooms: new Map(), cars: new Set(), alternatives: new Set() },
  detains: () => true,
};
const area = { districts: [{ name: 'Harrowdale', centre: { lat: 54.95, lon: 2.4 } }] } as never;

const people = Array.from({ length: 30_000 }, (_, i): Incident => {
  const { person } = openingOf(chance, area, `2026-01-01/${i}`);
  return { ref: `HV-${1000 + i}`, person: { ...person, risks: [] } as unknown as PersonOutline } as Incident;
});

const counted = <Key extends string>(keys: readonly Key[]): Record<Key, number> => {
  const counts = {} as Record<Key, number>;
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

describe('where people are taken, and how', () => {
  it('is to the published places of safety, in the published shares', () => {
    const achieved = sharesOf(counted(people.map((incident) => wantedPlace(world, incident))));
    const expected = sharesOf(published.firstPlace);
    expect(Math.abs(achieved.suite - expected.suite)).toBeLessThan(0.03);
    expect(Math.abs(achieved['emergency-department'] - expected['emergency-department'])).toBeLessThan(0.03);
    expect(Math.abs(achieved['police-station'] - expected['police-station'])).toBeLessThan(0.003);
  });

  it('is never to a police station for a child, or for anybody whose age is not known', () => {
    const taken = people.filter((incident) => wantedPlace(world, incident) === 'police-station');
    expect(taken.length).toBeGreaterThan(100);
    expect(taken.filter(({ person }) => person.ageBasis !== 'known' || mustTreatAsUnder18(person))).toEqual(
      [],
    );
  });

  it('is by the published vehicles, with a reason for every police vehicle', () => {
    const vehicles = people.map((incident) => vehicleFor(world, incident));
    const achieved = sharesOf(counted(vehicles.map(({ mode }) => mode)));
    const expected = sharesOf(published.conveyance);
    expect(Math.abs(achieved.ambulance - expected.ambulance)).toBeLessThan(0.01);
    expect(Math.abs(achieved['police-vehicle'] - expected['police-vehicle'])).toBeLessThan(0.01);
    const without = vehicles.filter(
      ({ mode, policeVehicleReason }) => (policeVehicleReason !== undefined) !== (mode === 'police-vehicle'),
    );
    expect(without).toEqual([]);
  });

  it('is the same whenever it is asked, and by whichever simulator with this seed', () => {
    const again = { ...world, mirror: new Mirror(), chance: seededChance(7) };
    const some = people.slice(0, 200);
    expect(some.map((incident) => wantedPlace(again, incident))).toEqual(
      some.map((incident) => wantedPlace(world, incident)),
    );
  });
});
