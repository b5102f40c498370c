import type { AreaDefinition } from '@concord/contracts';
import { harrowdaleAndVale } from '@concord/coordination';

const { agencies, districts, people } = {
  agencies: harrowdaleAndVale.agencies,
  districts: harrowdaleAndVale.area.districts,
  people: harrowdaleAndVale.people,
};

const inSecond = (key: string, name: string, does: string): AreaDefinition['people'] => {
  const like = people[does];
  if (!like) throw new Error(`Harrowdale has no ${does}`);
  const { persona: _, ...person } = like;
  const duties = person.duties.map(({ duty }) => ({ duty }));
  return {
    [key]: { ...person, name, duties, email: `${key}@second.invalid`, password: `password of ${key}` },
  };
};

/** A neighbouring area, not a demo, with passwords: so that there is somebody else's to reach for. */
export const secondArea: AreaDefinition = {
  area: { name: 'Fallowmere', demo: false, nation: 'england', refPrefix: 'FM', districts },
  agreement: 'sample',
  agencies,
  places: {},
  rooms: {},
  resources: {},
  people: {
    ...inSecond('fallow-controller', 'Ida Fallow', 'controller'),
    ...inSecond('fallow-director', 'Noll Mere', 'director'),
  },
  rotas: [],
};

export const passwordOf = (key: string): string => `password of ${key}`;
export const emailOf = (key: string): string => `${key}@second.invalid`;
