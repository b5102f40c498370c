import type { ClosedReason, Incident, Room, RoomState } from '@concord/domain';
import { freshness, roomMoves } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { ChipChoice } from '../kit/chips';
import { Card } from '../kit/card';
import { CommandResult } from '../kit/command-result';
import { GuestSummary } from '../lending/guest-summary';
import { useAll, useConnected, useLive, useNow } from '../live/live-context';
import { hourMinute } from '../time/london';
import { age } from '../time/span';
import { ageBandWords, closedReasons, closedReasonWords, roomStateWords } from '../words/codes';
import styles from './unit-screen.module.css';

const segments: readonly RoomState[] = ['available', 'held', 'occupied', 'cleaning', 'closed'];

interface Props {
  readonly room: Room;
  readonly occupant: Incident | undefined;
}

/** One tap says what a room is; tapping what it already is confirms it. A promised or filled room is not changed by hand. */
export const RoomCard = ({ room, occupant }: Props) => {
  const now = useNow();
  const { areaId } = useLive();
  const connected = useConnected();
  const [closing, setClosing] = useState(false);
  const area = useAll('area').get(areaId);
  const rule = useAll('agreement').get(area?.agreementId ?? '')?.freshness;
  const hold = useAll('hold').get(room.holdId ?? '');
  const command = useCommand('markRoom', `${room.name}: recorded`);
  const guestOf = room.guest ? ` of ${room.guest.areaName}` : '';
  const moves = roomMoves(room);
  const unknown = rule && freshness(room, rule, now) === 'unknown';

  const mark = (state: Exclude<RoomState, 'held'>, closedReason?: ClosedReason) => {
    setClosing(false);
    command.send({ roomId: room.id }, { state, closedReason, source: 'site', seenRevision: room.revision });
  };
  const tap = (state: RoomState) => {
    if (state === 'held') return;
    if (state === 'closed' && room.state !== 'closed') return setClosing(true);
    mark(state);
  };
  const open = (state: RoomState) =>
    state !== 'held' && (moves.includes(state) || (state === room.state && moves.length > 0));

  return (
    <Card
      testId={`room-${room.name}`}
      title={room.name}
      aside={
        <span className={styles.due}>
          {ageBandWords[room.ages]} · {age(room.observed.at, now)}
        </span>
      }
    >
      {unknown && <p className={styles.stale}>NOT CONFIRMED: the control room sees this room as unknown.</p>}
      <div className={styles.segments} role="group" aria-label={`State of ${room.name}`}>
        {segments.map((state) => {
          const off = !connected || command.sending || !open(state);
          return (
            <button
              key={state}
              type="button"
              className={styles.segment}
              aria-pressed={room.state === state}
              aria-disabled={off}
              onClick={() => !off && tap(state)}
            >
              {room.state === state && (
                <span aria-hidden="true" className={styles.tick}>
                  ✓
                </span>
              )}
              {roomStateWords[state]}
            </button>
          );
        })}
      </div>
      {closing && (
        <ChipChoice
          legend="Why is it closed?"
          words={closedReasonWords}
          codes={closedReasons}
          value={undefined}
          onChange={(reason) => mark('closed', reason)}
        />
      )}
      <p className={styles.facts}>
        {room.state === 'held' &&
          `Promised to ${hold?.incidentRef ?? 'an incident'}${guestOf}: answer above, or give it back.`}
        {room.state === 'occupied' &&
          room.guest &&
          `${room.guest.incidentRef}${guestOf} is in this room: ${room.guest.areaName} keeps the record, and frees it when they leave.`}
        {room.state === 'occupied' &&
          occupant &&
          `${occupant.ref} is in this room: it is freed when they leave.`}
        {room.state === 'closed' &&
          room.closedReason &&
          `Closed: ${closedReasonWords[room.closedReason].toLowerCase()}.`}
        {moves.length > 0 && ` As said ${hourMinute(room.observed.at)} by ${room.observed.by.name}.`}
      </p>
      {room.state === 'occupied' && room.guest && <GuestSummary guest={room.guest} />}
      <CommandResult command={command} />
    </Card>
  );
};
