import type { ClosedReason, Place, Room, RoomState } from '@concord/domain';
import { isClosing, isUntold, reopensAfter, roomMoves } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { ChipChoice } from '../kit/chips';
import { CommandResult } from '../kit/command-result';
import { useAll, useLive } from '../live/live-context';
import { closedReasons, closedReasonWords, roomStateWords } from '../words/codes';
import { RoomPromise } from '../unit/room-promise';
import { TimeAheadField } from '../kit/time-ahead-field';
import { readTimeAhead } from '../time/time-ahead';
import { REOPENS_WITHIN_DAYS } from './promise-words';
import styles from './ring.module.css';
import { Segments } from './segments';

type Said = Exclude<RoomState, 'held'>;
const said: readonly Said[] = ['available', 'occupied', 'cleaning', 'closed'];

/** What the suite said of one room on the telephone. A promised or filled room is not changed by hand. */
export const RoomCheck = ({ room, place }: { readonly room: Room; readonly place: Place }) => {
  const { clock } = useLive();
  const [closing, setClosing] = useState(false);
  const [opens, setOpens] = useState('');
  const hold = useAll('hold').get(room.holdId ?? '');
  const incident = useAll('incident').get(room.incidentId ?? '');
  const command = useCommand('markRoom', `${room.name}: telephone check recorded`);
  const moves = roomMoves(room);
  const taken = room.state === 'occupied' && room.incidentId !== null;
  const mark = (state: Said, closed?: { closedReason: ClosedReason; reopensAt: string | undefined }) => {
    setClosing(false);
    setOpens('');
    command.send({ roomId: room.id }, { state, ...closed, source: 'telephone', seenRevision: room.revision });
  };
  const close = (closedReason: ClosedReason) => {
    const read = readTimeAhead(opens, clock.now(), REOPENS_WITHIN_DAYS);
    if (opens.trim() !== '' && 'problem' in read) return;
    mark('closed', { closedReason, reopensAt: 'at' in read ? read.at : undefined });
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
          value={room.state === 'held' || isUntold(room.observed) ? undefined : room.state}
          command={command}
          may={(state) => state === room.state || moves.includes(state)}
          onPress={(state) =>
            state === 'closed' && room.closedReason === null ? setClosing(true) : mark(state)
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
      {!taken && isClosing(room) && (
        <p className={styles.kept}>
          Somebody is in it. When they leave it closes:{' '}
          {closedReasonWords[room.closedReason ?? 'other'].toLowerCase()}.
        </p>
      )}
      {closing && (
        <>
          <TimeAheadField
            label="Expected open again"
            value={opens}
            onChange={setOpens}
            furthestDays={REOPENS_WITHIN_DAYS}
            mayBeOpen="Leave it empty if nobody can say yet."
          />
          <ChipChoice
            legend="Why is it closed?"
            words={closedReasonWords}
            codes={closedReasons}
            value={undefined}
            onChange={close}
          />
        </>
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
