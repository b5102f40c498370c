import type { AreaDefinition } from '@concord/contracts';
import type { Agency, Area, Instant, Named, Place, Room, Rota } from '@concord/domain';
import { agreementFaults, plusMinutes, rulesToDate, sampleAgreement } from '@concord/domain';
import { CONCORD } from '../command';
import { saveStatus } from '../place/save-status';
import type { AreaTransaction, Store } from '../ports';
import { asItBegins } from './as-it-begins';
import { putAlternatives } from './put-alternatives';

type ByKey<Value> = Readonly<Record<string, Value>>;

/** The ids that a definition's keys were given. */
export interface AreaIds {
  readonly areaId: string;
  readonly agencies: ByKey<string>;
  readonly places: ByKey<string>;
  readonly alternatives: ByKey<string>;
  readonly rooms: ByKey<string>;
  readonly resources: ByKey<string>;
  readonly people: ByKey<Named>;
}

/** Gives an id to "place/elm", "person/controller" and the like: the same one each time it is asked. */
export type IdFor = (what: string) => string;

const mapped = <From, To>(given: ByKey<From>, to: (key: string, value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(given).map(([key, value]) => [key, to(key, value)]));

/** The ids of everything a definition names. Nothing is created. */
export const idsOf = (definition: AreaDefinition, idFor: IdFor): AreaIds => ({
  areaId: idFor('area'),
  agencies: mapped(definition.agencies, (key) => idFor(`agency/${key}`)),
  places: mapped(definition.places, (key) => idFor(`place/${key}`)),
  alternatives: mapped(definition.alternatives ?? {}, (key) => idFor(`alternative/${key}`)),
  rooms: mapped(definition.rooms, (key) => idFor(`room/${key}`)),
  resources: mapped(definition.resources, (key) => idFor(`resource/${key}`)),
  people: mapped(definition.people, (key, { name }) => ({ userId: idFor(`person/${key}`), name })),
});

/** The id behind a key; definitions are checked for keys that name nothing before they get here. */
const named = <Value>(ids: ByKey<Value>, key: string): Value => {
  const value = ids[key];
  if (value === undefined) throw new Error(`the area's definition has no "${key}"`);
  return value;
};

const putPlaces = async (tx: AreaTransaction, definition: AreaDefinition, ids: AreaIds) => {
  const observed = asItBegins(tx, definition);
  const entity = { areaId: ids.areaId, revision: tx.revision };
  const places = Object.entries(definition.places).map(
    ([key, { agency, staffedFor, pressure, ...place }]): Place => ({
      ...entity,
      ...place,
      nation: place.nation ?? definition.area.nation,
      meets: place.meets ?? [],
      catchment: place.catchment ?? [],
      staffing: staffedFor === undefined ? null : { staffedFor, observed },
      pressure: pressure === undefined ? null : { state: pressure, observed },
      promises: { made: 0, kept: 0 },
      lentBy: null,
      lentTo: [],
      id: named(ids.places, key),
      agencyId: named(ids.agencies, agency),
    }),
  );
  const rooms = Object.entries(definition.rooms).map(
    ([key, { place, name, ages, sexes = 'any', meets = [] }]): Room => ({
      ...entity,
      id: named(ids.rooms, key),
      placeId: named(ids.places, place),
      name,
      ages,
      sexes,
      meets,
      state: 'available',
      observed,
      holdId: null,
      incidentId: null,
      closedReason: null,
      promised: null,
      lentBy: null,
      lentTo: [],
      guest: null,
    }),
  );
  for (const after of places) {
    const own = rooms.filter(({ placeId }) => placeId === after.id);
    await saveStatus(
      tx,
      { before: null, after },
      own.map((room) => ({ before: null, after: room })),
    );
  }
  for (const [key, { agency, onDuty, ...resource }] of Object.entries(definition.resources)) {
    await tx.put('resource', {
      ...entity,
      ...resource,
      id: named(ids.resources, key),
      agencyId: named(ids.agencies, agency),
      state: onDuty ? 'available' : 'off-duty',
      incidentId: null,
      incidentRef: null,
      observed: { at: tx.now, by: CONCORD, source: 'system' },
    });
  }
};

type RotaDefinition = AreaDefinition['rotas'][number];

/** Asked in the order in which the definition lists them. */
const putRotas = async (tx: AreaTransaction, definition: AreaDefinition, ids: AreaIds) => {
  for (const [i, rota] of definition.rotas.entries()) {
    const rest = { areaId: ids.areaId, callOrder: i + 1, revision: tx.revision };
    const agencyId = named(ids.agencies, rota.agency);
    await tx.put('rota', {
      ...rotaDefined(rota, ids, { now: tx.now, newId: () => tx.newId() }),
      ...rest,
      agencyId,
    });
  }
};

/** A rota as its definition says, set up now, with new ids for it, its layers and its overrides. */
export const rotaDefined = (
  { duty, name, districts = [], places = [], layers, agreedHours, added = [] }: RotaDefinition,
  ids: Pick<AreaIds, 'people' | 'places' | 'alternatives'>,
  { newId, now }: Pick<AreaTransaction, 'newId' | 'now'>,
): Omit<Rota, 'areaId' | 'agencyId' | 'callOrder' | 'revision'> => ({
  id: newId(),
  duty,
  name,
  districts,
  placeIds: places.map((key) => named({ ...ids.places, ...ids.alternatives }, key)),
  layers: layers.map(({ members, width = 1, every = 'days', count = 1, hours = [], ...turns }) => ({
    ...turns,
    id: newId(),
    width,
    every,
    count,
    hours,
    until: null,
    members: members.map((key) => named(ids.people, key)),
  })),
  temporary: [],
  overrides: added.map(({ who, afterHours, forHours, why }) => ({
    id: newId(),
    kind: 'add',
    on: named(ids.people, who),
    off: null,
    from: plusMinutes(now, afterHours * 60),
    to: plusMinutes(now, (afterHours + forHours) * 60),
    why,
    by: CONCORD,
    madeAt: now,
  })),
  swaps: [],
  agreedHours: agreedHours ?? { inARow: null, aWeek: null },
  until: null,
});

/**
 * Sets up an area in one transaction: its agreement, places, rooms, triage resources and rotas.
 * Throws on an impossible agreement: that is a fault of what was given, not a step to refuse.
 */
export const createArea = async (
  store: Pick<Store, 'createArea'>,
  definition: AreaDefinition,
  given: { idFor: IdFor; agreedFrom: Instant },
): Promise<AreaIds> => {
  const ids = idsOf(definition, given.idFor);
  const parties = Object.keys(definition.agencies).map((key) => named(ids.agencies, key));
  const agreement = sampleAgreement(ids.areaId, given.idFor('agreement'), given.agreedFrom, parties);
  const faults = agreementFaults(agreement);
  if (faults.length > 0)
    throw new Error(`impossible agreement: ${faults.map(({ message }) => message).join('; ')}`);
  const agencies = Object.entries(definition.agencies).map(([key, agency]): Agency => ({
    id: named(ids.agencies, key),
    ...agency,
  }));
  const area: Area = {
    ...definition.area,
    id: ids.areaId,
    agencies,
    policeStationRules: rulesToDate,
    revision: 0,
  };
  await store.createArea(area, async (tx) => {
    await tx.put('agreement', { ...agreement, revision: tx.revision });
    await putPlaces(tx, definition, ids);
    await putAlternatives(tx, definition.alternatives ?? {}, definition, ids);
    await putRotas(tx, definition, ids);
  });
  return ids;
};
