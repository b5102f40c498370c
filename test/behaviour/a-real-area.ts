import type { AreaDefinition, Me } from '@concord/contracts';
import { harrowdaleAndVale } from '@concord/coordination';
import type { Concord } from '@concord/testing';
import { Person } from '@concord/testing';

const personIn = (key: string, places: readonly string[] = []): AreaDefinition['people'][string] => {
  const like = harrowdaleAndVale.people[key];
  if (!like) throw new Error(`Harrowdale has no ${key}`);
  const { name, agency, screen } = like;
  const duty = like.duties[0]?.duty ?? 'control-room';
  const email = `${key}@real.invalid`;
  return {
    name,
    agency,
    screen,
    email,
    password: `password of ${key}`,
    duties: [{ duty, places: [...places] }],
  };
};

const { staffedFor: _staff, ...elm } = harrowdaleAndVale.places['elm'] ?? {};
const { pressure: _pressure, ...nettlefold } = harrowdaleAndVale.places['ed-nettlefold'] ?? {};
const cafe = harrowdaleAndVale.alternatives?.['lantern-cafe'];

/** An area as it is before anybody in it has said anything: one that is not a demo. */
export const realArea = {
  area: { ...harrowdaleAndVale.area, name: 'Fallowmere', demo: false, refPrefix: 'FM' },
  agreement: 'sample',
  agencies: harrowdaleAndVale.agencies,
  places: { elm, 'ed-nettlefold': nettlefold },
  alternatives: { 'lantern-cafe': cafe },
  rooms: {
    'elm-1': { place: 'elm', name: 'Elm 1', ages: 'adults' },
    'elm-2': { place: 'elm', name: 'Elm 2', ages: 'adults' },
  },
  resources: {},
  people: {
    controller: personIn('controller'),
    'suite-nurse': personIn('suite-nurse', ['elm']),
    'cafe-staff': personIn('cafe-staff', ['lantern-cafe']),
  },
  rotas: [],
} as AreaDefinition;

/** Somebody of the real area, with a password: nobody signs in there with one click. */
export const signInThere = async (concord: Concord, key: string): Promise<Person> => {
  const response = await fetch(`${concord.address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${key}@real.invalid`, password: `password of ${key}` }),
  });
  const me = (await response.json()) as Me;
  const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const { areaId } = concord.neighbour();
  return new Person(concord.address, areaId, me.userId, me.name, cookie, new Set());
};
