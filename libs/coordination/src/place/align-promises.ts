import type { Room } from '@concord/domain';
import { promiseSettledAt } from '@concord/domain';
import type { AreaTransaction } from '../ports';

/**
 * Brings the timers of these rooms' promises into line with them, in the transaction that changed them: a
 * promise that nobody mentions again is settled all the same. The rooms are of one place of this area, each with
 * another promise than before, or none any more.
 */
export const alignPromises = async (
  tx: AreaTransaction,
  placeId: string,
  rooms: readonly Room[],
): Promise<void> => {
  if (rooms.length === 0) return;
  const armed = (await tx.timers({ placeId }, 'room-promise')).filter(({ state }) => state === 'armed');
  const timerOf = ({ id }: Room) => armed.find(({ subject }) => subject === id);
  await tx.armTimers(
    rooms.flatMap((room) => {
      const { id: subject, promised } = room;
      if (!promised) return [];
      const dueAt = promiseSettledAt(promised);
      const same = timerOf(room)?.dueAt === dueAt;
      const point = 'settle';
      return same
        ? []
        : [{ placeId, kind: 'room-promise', subject, point, anchorAt: promised.madeAt, dueAt }];
    }),
  );
  const over = rooms.filter(({ promised }) => !promised).flatMap((room) => timerOf(room) ?? []);
  await tx.cancelTimers(over.map(({ id }) => id));
};
