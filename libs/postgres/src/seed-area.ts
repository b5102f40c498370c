import { createHash } from 'node:crypto';
import { areaDefinition, type AreaDefinition } from '@concord/contracts';
import { addAlternatives, createArea, idsOf, type AreaIds } from '@concord/coordination';
import type { Instant } from '@concord/domain';
import type { DataSource } from 'typeorm';
import { dataSourceFor } from './database';
import { PostgresPeople } from './identity';
import { PostgresClock } from './store/area-clock';
import { PostgresStore } from './store/postgres-store';

/**
 * Ids follow from the database and the keys, so that a set-up interrupted half way is finished by
 * the next one, and a person or an alternative added to the definition later is added to the area.
 */
const idFor = (epoch: string, areaName: string) => (what: string) => {
  const hex = createHash('sha256').update(`${epoch}/${areaName}/${what}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const addPeople = async (source: DataSource, definition: AreaDefinition, ids: AreaIds): Promise<void> => {
  const people = new PostgresPeople(source);
  const { areaId } = ids;
  for (const [key, person] of Object.entries(definition.people)) {
    const id = ids.people[key]?.userId ?? '';
    if (await people.find(id)) continue;
    await people.addPerson({
      id,
      agencyId: ids.agencies[person.agency] ?? '',
      agencyName: definition.agencies[person.agency]?.name ?? '',
      name: person.name,
      email: person.email,
      password: person.password,
      screen: person.screen,
      persona: person.persona && { key, ...person.persona },
      duties: person.duties.map(({ duty, places = [], resources = [] }) => ({
        areaId,
        duty,
        placeIds: places.map((place) => ids.places[place] ?? ids.alternatives[place] ?? ''),
        resourceIds: resources.map((resource) => ids.resources[resource] ?? ''),
      })),
    });
  }
};

/**
 * Sets up an area and its people, once: what is there already is left alone. In a demo the
 * database's time becomes movable; `startAt` stops it at that instant before the area begins.
 */
export const seedArea = async (
  databaseUrl: string,
  given: AreaDefinition,
  options: { readonly startAt?: Instant | undefined } = {},
): Promise<AreaIds> => {
  const definition = areaDefinition.parse(given);
  const source = await dataSourceFor(databaseUrl, { connections: 2, name: 'concord-seed' }).initialize();
  try {
    const store = new PostgresStore(source);
    const clock = new PostgresClock(source);
    const idOf = idFor(await store.epoch(), definition.area.name);
    const ids = idsOf(definition, idOf);
    if ((await store.head(ids.areaId)) === undefined) {
      if (definition.area.demo) await clock.makeMovable();
      if (options.startAt) await clock.set(options.startAt, 0);
      await createArea(store, definition, { idFor: idOf, agreedFrom: await store.now() });
    }
    await addAlternatives(store, definition, ids);
    await addPeople(source, definition, ids);
    return ids;
  } finally {
    await source.destroy();
  }
};
