import type { BodyOf } from '@concord/contracts';
import type { Area, Incident } from '@concord/domain';
import type { ApiClient } from '../api/client';
import type { Arrival } from '../arrivals';
import type { Chance } from '../chance';
import { oneOf, pick } from '../chance';
import { people } from '../life/destination';
import { MINUTE } from '../life/step';
import type { World } from '../world/world';

// Synthetic people and places: nobody here is anybody.
const scenes = [
  'Quay steps',
  'Market cross',
  'Footbridge',
  'Bus station',
  'Car park roof',
  'Riverside path',
  'Mill lane',
];
const risks = ['self-harm', 'violence', 'drugs-or-alcohol', 'physical-health', 'absconding'] as const;
const notes = {
  'self-harm': 'Said they would harm themselves',
  violence: 'Pushed an officer',
  'drugs-or-alcohol': 'Has been drinking',
  'physical-health': 'Asthma, inhaler with them',
  absconding: 'Walked off once at the scene',
};
const callers = [
  '999 call from a passer-by',
  '999 call from family',
  '999 call from the person',
  'Officers on patrol',
  'Ambulance crew',
];

type Opening = BodyOf<'openIncident'>;

export const personFor = (chance: Chance, name: string): Opening['person'] => {
  const under18 = chance(name, 'under 18') < people.under18;
  const basis = chance(name, 'basis');
  const ageBasis =
    basis < people.ageKnown ? 'known' : basis < 1 - people.ageUnknown ? 'estimated' : 'unknown';
  const years = under18
    ? 13 + Math.floor(chance(name, 'age') * 5)
    : 18 + Math.floor(chance(name, 'age') ** 1.6 * 65);
  return {
    ageYears: ageBasis === 'unknown' ? null : years,
    ageBasis,
    appearsUnder18: under18,
    sex: pick({ male: 54, female: 44, 'not-known': 2 }, chance(name, 'sex')),
    risks: risks
      .filter((kind) => chance(name, 'risk', kind) < 0.22)
      .map((kind) => ({ kind, note: notes[kind], source: 'Officer at the scene' })),
  };
};

/** What the controller writes down when the call comes in. */
export const openingOf = (chance: Chance, area: Area, name: string): Opening => {
  const district = oneOf(area.districts, chance(name, 'district'));
  const off = (axis: string, degrees: number) => (chance(name, axis) - 0.5) * degrees;
  return {
    where: {
      text: `${oneOf(scenes, chance(name, 'scene'))}, ${district.name}`,
      district: district.name,
      position: { lat: district.centre.lat + off('lat', 0.14), lon: district.centre.lon + off('lon', 0.24) },
    },
    calledBy: oneOf(callers, chance(name, 'caller')),
    person: personFor(chance, name),
  };
};

export const openIncident = (
  api: ApiClient,
  world: World,
  arrival: Arrival,
  now: number,
): Promise<Incident> => {
  const [area] = world.mirror.all('area');
  if (!area) throw new Error('the board has no area');
  const late = now - arrival.at > MINUTE;
  return api.must('openIncident', {
    as: world.cast.control(now, arrival.name),
    params: { areaId: area.id },
    body: {
      ...openingOf(world.chance, area, arrival.name),
      ...(late ? { happenedAt: new Date(arrival.at).toISOString() } : {}),
    },
  });
};
