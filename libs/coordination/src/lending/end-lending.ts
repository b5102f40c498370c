import type { Lending, LentTo, Named, Refusal } from '@concord/domain';
import { refuse, refused } from '@concord/domain';
import { addFact } from '../incident/save-incident';
import { endHold } from '../place/end-hold';
import { saveStatus } from '../place/save-status';
import type { AreaTransaction } from '../ports';
import { atItsIncident } from './lender-side';
import { putLending } from './start-lending';

/** A neighbour's request comes to nothing: its incident is told why, and the room is free again. */
export const sendAway = async (
  tx: AreaTransaction,
  holdId: string,
  by: Named,
  because: string,
): Promise<Refusal | undefined> => {
  const hold = await tx.get('hold', holdId);
  if (!hold) throw new Error(`hold ${holdId} is gone`);
  const at = await atItsIncident(tx, hold);
  await endHold(at.tx, at.hold, { state: 'released', by, room: 'available', because });
  const about = { holdId: at.hold.id, placeId: at.hold.placeId, reason: because };
  const noted = await addFact(at.tx, at.hold.incidentId, by, { kind: 'hold-released', ...about });
  return refused(noted) ? noted : undefined;
};

const closed = (lentTo: readonly LentTo[], lendingId: string): LentTo[] =>
  lentTo.map((link) => (link.lendingId === lendingId ? { ...link, ended: true } : link));

/**
 * Nothing more is lent: requests that nobody has accepted are withdrawn and told why, the places go from
 * the borrower's boards, and whoever was accepted or is there stays to the end under the record.
 */
export const endLending = async (
  tx: AreaTransaction,
  lending: Lending,
  how: { state: 'ended' | 'withdrawn'; by: Named; reason: string },
): Promise<Lending | Refusal> => {
  const { state, by, reason } = how;
  for (const { id, name } of lending.places) {
    const asked = await tx.list('hold', { placeId: id, state: 'requested' });
    for (const hold of asked.filter(({ across }) => across?.lendingId === lending.id)) {
      const no = await sendAway(tx, hold.id, by, `${name} is no longer lent: ${reason}`);
      if (no) return no;
    }
  }
  if (lending.state === 'running')
    for (const { id } of lending.places) {
      const place = await tx.get('place', id);
      if (!place) throw new Error(`place ${id} is gone`);
      const rooms = await tx.list('room', { placeId: id });
      await saveStatus(
        tx,
        { before: place, after: { ...place, lentTo: closed(place.lentTo, lending.id) } },
        rooms.map((room) => ({ before: room, after: { ...room, lentTo: closed(room.lentTo, lending.id) } })),
      );
    }
  return putLending(tx, { ...lending, state, ended: { at: tx.now, by, reason } });
};

/** Refuses once it is over, naming when and why. */
export const alreadyOver = ({ state, ended }: Lending): Refusal | undefined =>
  ended
    ? refuse('not-allowed-in-this-state', `This lending was already ${state}: ${ended.reason}.`, {
        details: { state, ended },
      })
    : undefined;
