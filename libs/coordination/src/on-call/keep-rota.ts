import type { Actor, Area, Layer, Place, Refusal, Rota } from '@concord/domain';
import {
  impossible,
  layerEnded,
  layerPut,
  refuse,
  refused,
  rotaEnded,
  rotaSaid,
  rotasOf,
} from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import { tryWaiting } from '../amhp/try-waiting';
import type { Given } from '../command';
import { commandInfo, nameOf } from '../command';
import type { AreaTransaction, Store } from '../ports';
import { keepingRota, layerOf, listedFor, notKeeper } from './changing-rota';

type OfRota<Input> = Given<Input & { readonly rotaId: string }>;
type OfLayer<Input> = OfRota<Input & { readonly layerId: string }>;

interface Serving {
  readonly districts?: readonly string[] | undefined;
  readonly placeIds?: readonly string[] | undefined;
}

/** What a rota is to serve and the area does not have, by its field. */
const notServed = (
  { districts = [], placeIds = [] }: Serving,
  area: Pick<Area, 'districts'> | undefined,
  places: readonly Pick<Place, 'id'>[],
): Refusal | undefined => {
  const named = new Set(area?.districts.map(({ name }) => name));
  const ids = new Set(places.map(({ id }) => id));
  return impossible([
    ...districts.flatMap((name, i) =>
      named.has(name) ? [] : [{ field: `districts.${i}`, message: 'no district of this area' }],
    ),
    ...placeIds.flatMap((id, i) =>
      ids.has(id) ? [] : [{ field: `placeIds.${i}`, message: 'no place of this area' }],
    ),
  ]);
};

const noSuch = async (
  tx: AreaTransaction,
  { agencyId, ...serving }: Serving & { readonly agencyId: string },
): Promise<Refusal | undefined> => {
  const area = await tx.get('area', tx.areaId);
  if (!area?.agencies.some(({ id }) => id === agencyId))
    return impossible([{ field: 'agencyId', message: 'no agency of this area' }]);
  return notServed(serving, area, await tx.list('place', {}));
};

/**
 * Makes a rota, asked after those of its duty unless its place is said. Refuses `not-your-duty` to
 * whoever does not keep that duty's rotas, and `rota-impossible`, naming the field.
 */
export const createRota = async (
  store: Store,
  actor: Actor,
  input: Given<CommandOf<'createRota'>>,
): Promise<Rota | Refusal> => {
  const people = await store.people(actor.areaId);
  return store.change(actor.areaId, nameOf(actor), commandInfo('create-rota', input), async (tx) => {
    const { duty, name, districts, placeIds, agreedHours, agencyId = actor.agencyId } = input;
    const no = notKeeper(actor, duty) ?? (await noSuch(tx, { agencyId, districts, placeIds }));
    if (no) return no;
    const listed = listedFor(duty, people);
    const layers: Layer[] = [];
    for (const [i, said] of input.layers.entries()) {
      const layer = layerOf(said, tx.newId(), listed, `layers.${i}.members`);
      if (refused(layer)) return layer;
      layers.push(layer);
    }
    const last = rotasOf(await tx.list('rota', { duty }), duty).at(-1);
    const rota = rotaSaid(
      {
        id: tx.newId(),
        areaId: tx.areaId,
        agencyId,
        duty,
        name,
        callOrder: input.callOrder ?? (last?.callOrder ?? 0) + 1,
        districts,
        placeIds,
        layers,
        temporary: [],
        overrides: [],
        swaps: [],
        agreedHours,
        until: null,
        revision: tx.revision,
      },
      tx.now,
    );
    if (refused(rota)) return rota;
    await tx.put('rota', rota);
    await tryWaiting(tx);
    return rota;
  });
};

/** Changes what a rota is called, whom it serves, when it is asked and what hours were agreed for it. */
export const changeRota = async (
  store: Store,
  actor: Actor,
  input: OfRota<CommandOf<'changeRota'>>,
): Promise<Rota | Refusal> => {
  const area = await store.get(actor.areaId, 'area', actor.areaId);
  const no = notServed(input, area, await store.list(actor.areaId, 'place'));
  return keepingRota(store, actor, 'change-rota', input, (rota, tx) => {
    if (no) return no;
    const { name, callOrder, districts, placeIds, agreedHours } = input;
    return rotaSaid(
      {
        ...rota,
        name: name ?? rota.name,
        callOrder: callOrder ?? rota.callOrder,
        districts: districts ?? rota.districts,
        placeIds: placeIds ?? rota.placeIds,
        agreedHours: agreedHours ?? rota.agreedHours,
      },
      tx.now,
    );
  });
};

/** Ends a rota: from then on it has nobody. Refuses `time-impossible` for a time that has been. */
export const endRota = (store: Store, actor: Actor, input: OfRota<CommandOf<'endRota'>>) =>
  keepingRota(store, actor, 'end-rota', input, (rota, tx) => rotaEnded(rota, input.at ?? tx.now, tx.now));

/** Adds a layer of turns at its place in the order. Refuses `rota-impossible`, naming the field. */
export const addLayer = (store: Store, actor: Actor, input: OfRota<CommandOf<'addLayer'>>) =>
  keepingRota(store, actor, 'add-layer', input, (rota, tx, listed) => {
    const layer = layerOf(input, tx.newId(), listed);
    return refused(layer)
      ? layer
      : layerPut(rota, layer, { position: input.position, pastId: layer.id }, tx.now);
  });

/** Changes a layer of turns from now on. Refuses `not-found`, and `rota-impossible`, naming the field. */
export const changeLayer = (store: Store, actor: Actor, input: OfLayer<CommandOf<'changeLayer'>>) =>
  keepingRota(store, actor, 'change-layer', input, (rota, tx, listed) => {
    if (!rota.layers.some(({ id }) => id === input.layerId))
      return refuse('not-found', 'This rota has no such layer.');
    const layer = layerOf(input, input.layerId, listed);
    return refused(layer)
      ? layer
      : layerPut(rota, layer, { position: input.position, pastId: tx.newId() }, tx.now);
  });

/** Ends a layer; those below it fill its place. Refuses `not-found` and `time-impossible`. */
export const endLayer = (store: Store, actor: Actor, input: OfLayer<CommandOf<'endLayer'>>) =>
  keepingRota(store, actor, 'end-layer', input, (rota, tx) =>
    layerEnded(rota, input.layerId, input.at ?? tx.now, tx.now),
  );
