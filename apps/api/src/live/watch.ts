import type { WatchReply } from '@concord/contracts';
import { viewerOf, watchBoard } from '@concord/contracts';
import type { Identity } from '@concord/postgres';
import { readAs } from '../serve/field-faults';
import type { LiveSocket } from './live-socket';
import { interrupt, signOut } from './live-socket';
import type { Tailer } from './tailer';

export interface WatchParts {
  readonly identity: Pick<Identity, 'people' | 'sessions'>;
  readonly tailer: Tailer;
  readonly failed: (error: unknown) => void;
}

const refusal = (code: string, message: string): WatchReply => ({ kind: 'refused', code, message });

const roomsOf = (socket: LiveSocket, areaId: string): string[] =>
  [...socket.rooms].filter((room) => room.startsWith(`${areaId} `));

/** Checks again who this is: a connection may be older than the sign-out or the change of duties. */
const watch = async (
  { identity, tailer }: WatchParts,
  socket: LiveSocket,
  ask: unknown,
  answer: (reply: WatchReply) => void,
) => {
  const read = readAs(watchBoard, ask, 'message');
  if ('faults' in read)
    return answer(
      refusal('invalid', read.faults.map(({ field, message }) => `${field} ${message}`).join('; ')),
    );
  const { areaId, epoch, revision } = read.value;
  const { sessionKey, userId } = socket.data;
  const [open, actor] = await Promise.all([
    identity.sessions.stillOpen([sessionKey]),
    identity.people.actorFor(userId, areaId),
  ]);
  if (!open.has(sessionKey)) return signOut(socket);
  const viewer = actor && viewerOf(actor);
  if (!viewer) return answer(refusal('not-found', 'There is no such board for you.'));
  await tailer.feed(areaId).join({
    id: socket.id,
    viewer,
    known: { epoch, revision },
    enter: (room, reply) => {
      if (!socket.connected) return false;
      for (const old of roomsOf(socket, areaId)) void socket.leave(old);
      void socket.join(room);
      answer(reply);
      return true;
    },
  });
};

/** `board.watch.v1`: refused in words when it is not as it should be; never a fault of the process. */
export const onWatch =
  (parts: WatchParts, socket: LiveSocket) =>
  (...[ask, answer]: unknown[]): void => {
    // Without an acknowledgement there is nobody to tell anything.
    if (typeof answer !== 'function') return;
    watch(parts, socket, ask, answer as (reply: WatchReply) => void).catch((error: unknown) => {
      parts.failed(error);
      // They come back by themselves and ask again, when perhaps the database answers.
      interrupt(socket);
    });
  };
