import type { ClosedReason, Room, RoomState } from '@concord/domain';
import { useState } from 'react';
import { Refused } from '../api/call';
import type { CommandState } from '../commands';
import { useCommand } from '../commands';

export type Said = Exclude<RoomState, 'held'>;

interface Marked {
  readonly as: Said;
  readonly from: RoomState;
  readonly revision: number;
}

export interface MarkRoom {
  readonly command: CommandState;
  readonly undoing: CommandState;
  /** What I last said here, while it stands and can be taken back. */
  readonly marked: Marked | undefined;
  /** What I said and somebody else had already changed; undefined unless that was the answer. */
  readonly overtaken: { readonly as: Said; readonly seen: number } | undefined;
  readonly mark: (as: Said, closedReason?: ClosedReason) => void;
  readonly undo: () => void;
  readonly settle: () => void;
}

const wasOvertaken = (failure: Error | null): boolean =>
  failure instanceof Refused &&
  (failure.problem.code === 'changed-since-seen' || failure.problem.code === 'not-allowed-in-this-state');

/** One tap says what a room is; for ten seconds another takes it back. */
export const useMarkRoom = (room: Room): MarkRoom => {
  const command = useCommand('markRoom', `${room.name}: recorded. Undo within 10 seconds.`);
  const undoing = useCommand('unmarkRoom', `${room.name}: taken back`);
  const [marked, setMarked] = useState<Marked>();
  const [sent, setSent] = useState<{ as: Said; seen: number }>();
  // The answer may come before the board has it: then the answer is the newer.
  const revision = Math.max(room.revision, marked?.revision ?? 0);
  return {
    command,
    undoing,
    marked: marked && marked.revision >= room.revision ? marked : undefined,
    overtaken: wasOvertaken(command.failure) ? sent : undefined,
    mark: (as, closedReason) => {
      setSent({ as, seen: revision });
      undoing.forget();
      command.send(
        { roomId: room.id },
        { state: as, closedReason, source: 'site', seenRevision: revision },
        (reply) =>
          setMarked(
            closedReason === undefined && as !== room.state
              ? // Somebody who leaves a closing room leaves it closed.
                { as: reply.state === 'closed' ? 'closed' : as, from: room.state, revision: reply.revision }
              : undefined,
          ),
      );
    },
    undo: () => {
      if (!marked) return;
      undoing.send({ roomId: room.id }, { seenRevision: marked.revision }, () => setMarked(undefined));
    },
    settle: () => {
      setMarked(undefined);
      command.forget();
    },
  };
};
