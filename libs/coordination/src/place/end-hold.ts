import type { Hold, Named, Room } from '@concord/domain';
import { moveRoom } from '@concord/domain';
import { saveHold } from '../lending/lender-side';
import type { AreaTransaction } from '../ports';
import { saveRoom } from './save-status';

/**
 * Ends a hold and settles its room in one go. A room given back keeps the age of its last
 * observation: promising it told nobody anything new about it (P4).
 */
export const endHold = async (
  tx: AreaTransaction,
  hold: Hold,
  how: {
    state: 'arrived' | 'released' | 'expired' | 'refused';
    by: Named;
    room: 'available' | 'occupied';
    answered?: Hold;
    because?: string;
  },
): Promise<{ hold: Hold; room: Room }> => {
  const room = await tx.get('room', hold.roomId);
  if (!room) throw new Error(`room ${hold.roomId} is gone`);
  const ended: Hold = { ...(how.answered ?? hold), state: how.state, endedBecause: how.because ?? null };
  await saveHold(tx, ended);
  const taken = how.room === 'occupied';
  const settled = moveRoom(room, how.room, {
    incidentId: taken ? hold.incidentId : null,
    observed: taken ? { at: tx.now, by: how.by, source: 'system' } : room.observed,
  });
  const saved = await saveRoom(tx, room, settled);
  const expiry = (await tx.timers({ incidentId: hold.incidentId }, 'hold-expiry')).filter(
    (timer) => timer.subject === hold.id,
  );
  await tx.cancelTimers(expiry.map((timer) => timer.id));
  return { hold: ended, room: saved };
};
