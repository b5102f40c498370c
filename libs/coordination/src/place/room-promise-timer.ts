import type { AreaTransaction } from '../ports';
import { saveRoom } from './save-status';

/** A promise's time is long past and nobody has said anything of the room: saving it counts the promise as failed. */
export const settleRoomPromise = async (tx: AreaTransaction, roomId: string): Promise<void> => {
  const room = await tx.get('room', roomId);
  if (!room) throw new Error(`a promise of a missing room ${roomId} is to be settled`);
  await saveRoom(tx, room, room);
};
