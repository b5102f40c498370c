import type { AreaDefinition } from '@concord/contracts';
import { harrowdaleAndVale } from '@concord/coordination';

const only = <Value>(all: Readonly<Record<string, Value>>, ...keys: string[]): Record<string, Value> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));

const people = only(
  harrowdaleAndVale.people,
  'controller',
  'inspector',
  'superintendent',
  'suite-nurse',
  'coordinator',
  'manager',
  'director',
  'amhp',
  'amhp-lead',
  'crew',
);

/** One suite, one emergency department, one police station and whoever a ladder calls, and no alternatives: what the older data is of. */
export const smallArea: AreaDefinition = {
  ...harrowdaleAndVale,
  area: { ...harrowdaleAndVale.area, name: 'Small Harrowdale', refPrefix: 'SH' },
  places: only(harrowdaleAndVale.places, 'elm', 'ed-nettlefold', 'bridewell'),
  rooms: only(harrowdaleAndVale.rooms, 'elm-1', 'elm-2'),
  alternatives: undefined,
  resources: only(harrowdaleAndVale.resources, 't1'),
  people,
  rotas: harrowdaleAndVale.rotas
    .map((rota) => ({
      ...rota,
      layers: rota.layers
        .map((layer) => ({ ...layer, members: layer.members.filter((key) => key in people) }))
        .filter(({ members }) => members.length > 0),
    }))
    .filter(({ layers }) => layers.length > 0),
};
