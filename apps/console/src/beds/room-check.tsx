import type { ClosedReason, Place, Room, RoomState } from '@concord/domain';
import { roomMoves } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { ChipChoice } from '../kit/chips';
import { CommandResult } from '../kit/command-result';
import { useAll } from '../live/live-context';
import { closedReasons, closedReasonWords, roomStateWords } from '../words/codes';
import { RoomPromise } from '../unit/room-promise';
import { reopensAfter } from '../unit/why-closed';
import styles from './ring.module.css';
import { Segments } from './segments';

type Said = Exclude<RoomState, 'held'>;
const said: readonly Said[] = ['available', 'occupied', 'cleaning', 'closed'];

/** What the suite said of one room on the telephone. A promised or filled room is not changed by hand. */
export const RoomCheck = ({ room, place }: { readonly room: Room; readonly place: Place }) => {
  const [closing, setClosing] = useState(false);
  const hold = useAll('hold').get(room.holdId ?? '');
  const incident = useAll('incident').get(room.incidentId ?? '');
  const command = useCommand('markRoom', `${room.name}: telephone check recorded`);
  const moves = roomMoves(room);
  const taken = room.state === 'occupied' && room.incidentId !== null;
  const mark = (state: Said, closedReason?: ClosedReason) => {
    setClosing(false);
    command.send(
      { roomId: room.id },
      { state, closedReason, source: 'telephone', seenRevision: room.revision },
    );
  };
  return (
    <div className={styles.item} data-testid={`check-${room.name}`}>
      <p className={styles.itemName}>{room.name}</p>
      {moves.length === 0 ? (
        <p className={styles.kept}>
          Promised to {hold?.incidentRef ?? 'an incident'}: its hold says what it is.
        </p>
      ) : (
        <Segments
          label={`What ${room.name} is, by telephone`}
          codes={taken ? ['occupied', 'closed'] : said}
          words={roomStateWords}
          value={room.state === 'held' ? undefined : room.state}
          command={command}
          may={(state) => state === room.state || moves.includes(state)}
          onPress={(state) =>
            state === 'closed' && room.state !== 'closed' ? setClosing(true) : mark(state)
          }
        />
      )}
      {taken && (
        <p className={styles.kept}>
          {incident?.ref ?? 'Somebody detained'} is in it until they leave.{' '}
          {room.closedReason
            ? `Then it closes: ${closedReasonWords[room.closedReason].toLowerCase()}.`
            : 'Closed, it takes nobody after them.'}
        </p>
      )}
      {closing && (
        <ChipChoice
          legend="Why is it closed?"
          words={closedReasonWords}
          codes={closedReasons}
          value={undefined}
          onChange={(reason) => mark('closed', reason)}
        />
      )}
      {room.state !== 'held' && (
        <RoomPromise
          room={room}
          place={place}
          source="telephone"
          reason={room.closedReason ? reopensAfter[room.closedReason] : undefined}
        />
      )}
      <CommandResult command={command} />
    </div>
  );
};
