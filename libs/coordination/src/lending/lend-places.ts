import type { Actor, Area, Lending, Place, Refusal } from '@concord/domain';
import { lendingIsLive, lendingTimes, refuse, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { commandInfo, nameOf, notFound } from '../command';
import type { AreaTransaction, Store } from '../ports';
import { startLending } from './start-lending';

type Input = Given<CommandOf<'lendPlaces'>>;

const areaOf = async (tx: AreaTransaction): Promise<Area> => {
  const area = await tx.get('area', tx.areaId);
  if (!area) throw new Error(`area ${tx.areaId} is gone`);
  return area;
};

/** People of a demo and people in need are never in one list. */
const neighbourOf = async (tx: AreaTransaction, own: Area, areaId: string): Promise<Area | Refusal> => {
  const there = areaId === own.id ? undefined : await areaOf(tx.beside(areaId));
  return there && there.demo === own.demo ? there : notFound('neighbouring area');
};

/** A place that can be lent to this neighbour: a suite of our own, with rooms, that it is not lent already. */
const lendable = async (tx: AreaTransaction, id: string, to: Area): Promise<Place | Refusal> => {
  const place = await tx.get('place', id);
  if (!place) return notFound('place');
  const field = { details: { field: 'placeIds', placeId: id } };
  if (place.lentBy) return refuse('place-unfit', `${place.name} is not this area's own to lend.`, field);
  const [room] = await tx.list('room', { placeId: id });
  if (place.kind !== 'suite' || !room)
    return refuse('place-unfit', `${place.name} has no rooms to lend: only a suite is lent.`, field);
  const lent = (await tx.list('lending', { side: 'lends' })).find(
    ({ state, other, places }) =>
      lendingIsLive({ state }) && other.areaId === to.id && places.some((each) => each.id === id),
  );
  return lent
    ? refuse(
        'not-allowed-in-this-state',
        `${place.name} is lent to ${to.name} already, until ${lent.until}.`,
        {
          details: { field: 'placeIds', placeId: id, lendingId: lent.id },
        },
      )
    : place;
};

const lendables = async (
  tx: AreaTransaction,
  ids: readonly string[],
  to: Area,
): Promise<Place[] | Refusal> => {
  const places: Place[] = [];
  for (const id of new Set(ids)) {
    const place = await lendable(tx, id, to);
    if (refused(place)) return place;
    places.push(place);
  }
  return places;
};

/** The borrower keeps the rows it had from an earlier lending, so that its history still names them. */
const mirrorIds = async (there: AreaTransaction, places: readonly Place[]): Promise<string[]> => {
  const known = new Map((await there.list('place', {})).map(({ id, lentBy }) => [lentBy?.originalId, id]));
  return places.map(({ id }) => known.get(id) ?? there.newId());
};

const bothRows = async (
  tx: AreaTransaction,
  input: Input,
  by: Actor,
  [own, to]: readonly [Area, Area],
  places: readonly Place[],
): Promise<Lending> => {
  const there = tx.beside(to.id);
  const [id, lendingId] = [tx.newId(), there.newId()];
  const ids = await mirrorIds(there, places);
  const { from = tx.now, until, rules } = input;
  const told = { from, until, rules, offeredBy: nameOf(by), offeredAt: tx.now, ended: null };
  const row = { ...told, state: 'agreed' as const };
  const lending: Lending = {
    ...row,
    id,
    areaId: own.id,
    side: 'lends',
    other: { areaId: to.id, areaName: to.name, lendingId },
    places: places.map((place) => ({ id: place.id, name: place.name })),
    revision: tx.revision,
  };
  await there.put('lending', {
    ...row,
    id: lendingId,
    areaId: to.id,
    side: 'borrows',
    other: { areaId: own.id, areaName: own.name, lendingId: id },
    places: places.map(({ name }, i) => ({ id: ids[i] ?? '', name })),
    revision: there.revision,
  });
  await tx.put('lending', lending);
  return lending;
};

/** A lending's timers are of the first of its places. */
const armed = (tx: AreaTransaction, { id, from, until, places }: Lending): Promise<void> => {
  const about = { placeId: places[0]?.id ?? '', kind: 'lending' as const, subject: id, anchorAt: tx.now };
  const start = from > tx.now ? [{ ...about, point: 'start', dueAt: from }] : [];
  return tx.armTimers([...start, { ...about, point: 'end', dueAt: until }]);
};

/**
 * Shows and lends places to a neighbouring area, one way, until an instant, by the lender's rules. Refuses
 * `not-found` for an area that is none or a demo's, `place-unfit`, `time-impossible`, and
 * `not-allowed-in-this-state` for a place that this neighbour is lent already.
 */
export const lendPlaces = (store: Store, actor: Actor, input: Input): Promise<Lending | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('lend-places', input), async (tx) => {
    const wrong = lendingTimes(input.from ?? tx.now, input.until, tx.now);
    if (wrong) return wrong;
    const own = await areaOf(tx);
    const to = await neighbourOf(tx, own, input.toAreaId);
    if (refused(to)) return to;
    const places = await lendables(tx, input.placeIds, to);
    if (refused(places)) return places;
    const lending = await bothRows(tx, input, actor, [own, to], places);
    await armed(tx, lending);
    return lending.from > tx.now ? lending : startLending(tx, lending);
  });
