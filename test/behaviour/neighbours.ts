import { harrowdaleAndVale, tarnhithe } from '@concord/coordination';
import type { Lending, LendingRules } from '@concord/domain';
import { plusMinutes } from '@concord/domain';
import type { Answer, Concord, Person, StartOptions } from '@concord/testing';
import { accepted, startConcord } from '@concord/testing';

/** Harrowdale, which borrows, and Tarnhithe beside it, which lends. */
export const startNeighbours = (more: StartOptions = {}): Promise<Concord> =>
  startConcord({ now: '2026-11-22T02:00:00Z', area: harrowdaleAndVale, neighbour: tarnhithe, ...more });

export interface Neighbours {
  readonly control: Person;
  readonly coordinator: Person;
  readonly nurse: Person;
}

/** The borrower's control room, and the lender's coordinator and nurse. */
export const peopleOf = async (concord: Concord): Promise<Neighbours> => ({
  control: await concord.signIn('controller'),
  coordinator: await concord.neighbour().signIn('neighbour-coordinator'),
  nurse: await concord.neighbour().signIn('neighbour-nurse'),
});

export const offer = async (
  concord: Concord,
  coordinator: Person,
  { minutes = 12 * 60, ...more }: { minutes?: number; rules?: Partial<LendingRules>; from?: string } = {},
): Promise<Answer<Lending>> =>
  coordinator.post<Lending>('lendings', {
    toAreaId: concord.areaId,
    placeIds: [concord.neighbour().ids.places['sedge']],
    until: plusMinutes(more.from ?? (await concord.now()), minutes),
    ...more,
  });

/** Lends Sedge Suite to Harrowdale, and fails unless that was accepted. */
export const lend = async (...given: Parameters<typeof offer>): Promise<Lending> =>
  accepted(await offer(...given), 'lend');

/** The borrower's own id of one of the lender's rooms, as its boards have it. */
export const mirrorOf = async (concord: Concord, key: string): Promise<string> => {
  const original = concord.neighbour().ids.rooms[key];
  const rooms = await concord.store.list(concord.areaId, 'room');
  const mirror = rooms.find(({ lentBy }) => lentBy?.originalId === original);
  if (!mirror) throw new Error(`${key} is not lent`);
  return mirror.id;
};

/** The room as both areas have it. */
export const bothSides = async (concord: Concord, key: string) => {
  const { areaId, ids } = concord.neighbour();
  const original = await concord.store.get(areaId, 'room', ids.rooms[key] ?? '');
  const mirror = await concord.store.get(concord.areaId, 'room', await mirrorOf(concord, key));
  if (!original || !mirror) throw new Error(`${key} is gone`);
  return { original, mirror };
};

/** The lender's own row of a borrower's hold. */
export const lendersHold = async (concord: Concord, holdId: string) => {
  const hold = (await concord.store.list(concord.neighbour().areaId, 'hold')).find(
    ({ across }) => across?.holdId === holdId,
  );
  if (!hold) throw new Error(`the lender knows nothing of hold ${holdId}`);
  return hold;
};
