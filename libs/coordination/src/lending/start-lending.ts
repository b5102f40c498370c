import type { Lending } from '@concord/domain';
import { saveStatus } from '../place/save-status';
import type { AreaTransaction } from '../ports';
import { mirrored } from './mirrors';

/** Both areas' rows of a lending change together. */
export const putLending = async (tx: AreaTransaction, lending: Lending): Promise<Lending> => {
  await tx.put('lending', lending);
  const there = tx.beside(lending.other.areaId);
  const theirs = await there.get('lending', lending.other.lendingId);
  if (!theirs) throw new Error(`lending ${lending.id} is gone from ${lending.other.areaName}`);
  await there.put('lending', { ...theirs, state: lending.state, ended: lending.ended });
  return { ...lending, revision: tx.revision };
};

/** The borrower's boards show the places from now on. */
export const startLending = async (tx: AreaTransaction, lending: Lending): Promise<Lending> => {
  const there = tx.beside(lending.other.areaId);
  const theirs = await there.get('lending', lending.other.lendingId);
  if (!theirs) throw new Error(`lending ${lending.id} is gone from ${lending.other.areaName}`);
  const { until } = lending;
  const lender = { areaId: tx.areaId, areaName: theirs.other.areaName, lendingId: theirs.id, until };
  const { areaId, areaName } = lending.other;
  const borrower = { areaId, areaName, lendingId: lending.id, until };
  for (const [i, { id }] of lending.places.entries()) {
    const place = await tx.get('place', id);
    const mirrorId = theirs.places[i]?.id;
    if (!place || !mirrorId) throw new Error(`a place of lending ${lending.id} is gone`);
    const rooms = await tx.list('room', { placeId: id });
    const linked = await mirrored(there, { place, rooms, mirrorId }, { lender, borrower });
    const changes = rooms.map((before, at) => ({ before, after: linked.rooms[at] ?? before }));
    await saveStatus(tx, { before: place, after: linked.place }, changes);
  }
  return putLending(tx, { ...lending, state: 'running' });
};
