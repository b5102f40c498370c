import type { Hold, Incident, Place, Room } from '@concord/domain';
import { freshness, isClosing, isUntold, reopensAfter } from '@concord/domain';
import { useState } from 'react';
import { forWhom } from '../beds/for-whom';
import { useAgreement } from '../live/agreement-in-force';
import { Card } from '../kit/card';
import { CommandResult } from '../kit/command-result';
import { Glyph } from '../kit/glyph';
import { UndoBar } from '../kit/undo-bar';
import { GuestSummary } from '../lending/guest-summary';
import { useAll, useConnected, useNow } from '../live/live-context';
import { hourMinute } from '../time/london';
import { notConfirmed } from '../time/not-confirmed';
import { ago } from '../time/span';
import { ageBandWords, closedReasonWords, roomStateWords } from '../words/codes';
import { RoomOvertaken } from './room-overtaken';
import { RoomPromise } from './room-promise';
import { RoomSegments } from './room-segments';
import { RoomUnsent } from './room-unsent';
import styles from './room.module.css';
import type { Said } from './use-mark-room';
import { useMarkRoom } from './use-mark-room';
import { WhyClosed } from './why-closed';

interface Props {
  readonly room: Room;
  readonly place: Place | undefined;
  readonly occupant: Incident | undefined;
  readonly onRefuse: (holdId: string) => void;
}

/** A promised room: what it is now is decided by its hold, above. */
const Held = ({ hold }: { readonly hold: Hold | undefined }) => (
  <p className={styles.held}>
    <Glyph name="mine" size={14} />
    <span>
      <strong>Held for {hold?.incidentRef ?? 'an incident'}</strong>
      {hold &&
        (hold.state === 'requested'
          ? `: answer it by ${hourMinute(hold.expiresAt)}`
          : `, accepted: kept until ${hourMinute(hold.expiresAt)}`)}
    </span>
  </p>
);

/** Whose person it is, where the record is a neighbour's. */
const guestWords = ({ guest }: Room): string | undefined =>
  guest ? `${guest.incidentRef} of ${guest.areaName}, who keeps the record,` : undefined;

/** One thing a suite has, and the one tap that says what it is. */
export const RoomCard = ({ room, place, occupant, onRefuse }: Props) => {
  const now = useNow();
  const connected = useConnected();
  const rule = useAgreement()?.freshness;
  const hold = useAll('hold').get(room.holdId ?? '');
  const [unsent, setUnsent] = useState<Said>();
  const [explained, setExplained] = useState(false);
  const marking = useMarkRoom(room);
  const { command, undoing, marked, overtaken, mark } = marking;
  const unknown = rule && freshness(room, rule, now) === 'unknown';
  const taken = room.state === 'occupied' && room.incidentId !== null;

  const tap = (as: Said) => {
    if (!connected) return setUnsent(as);
    setUnsent(undefined);
    mark(as);
  };
  const settled = room.closedReason !== null && room.closedReason !== 'not-said';
  return (
    <Card
      testId={`room-${room.name}`}
      scope="room"
      title={room.name}
      aside={
        <span className={styles.quiet}>
          {forWhom(room) || ageBandWords[room.ages].toLowerCase()}
          {!isUntold(room.observed) && ` · ${ago(room.observed.at, now)}`}
        </span>
      }
    >
      {unknown && (
        <p className={styles.stale}>
          <Glyph name="stale" size={15} />
          <span>
            <strong>{notConfirmed(room.observed, now)}.</strong> The control room sees this room as unknown:
            tap what it is.
          </span>
        </p>
      )}
      {room.state === 'held' ? (
        <Held hold={hold} />
      ) : (
        <RoomSegments room={room} sending={command.sending || undoing.sending} onTap={tap} />
      )}
      {unsent && (
        <RoomUnsent
          room={room}
          as={unsent}
          onSend={() => tap(unsent)}
          onForget={() => setUnsent(undefined)}
        />
      )}
      {marked && (
        <UndoBar
          key={marked.revision}
          did={`${roomStateWords[marked.as]}: recorded`}
          command={undoing}
          onUndo={marking.undo}
          onGone={marking.settle}
        />
      )}
      <WhyClosed
        room={room}
        off={!connected || command.sending}
        onReason={(reason) => {
          mark('closed', reason);
          setExplained(true);
        }}
      />
      {taken && (
        <p>
          <strong>{occupant?.ref ?? guestWords(room) ?? 'Somebody detained'}</strong> is in it: free when they
          leave.
          {settled &&
            ` Nobody comes after them: ${closedReasonWords[room.closedReason ?? 'other'].toLowerCase()}.`}
        </p>
      )}
      {!taken && isClosing(room) && (
        <p>
          <strong>Somebody is in it:</strong> nobody comes after them, and it is closed once you say that they
          have left.
        </p>
      )}
      {taken && room.guest && <GuestSummary guest={room.guest} />}
      {room.state === 'closed' && settled && (
        <p>Closed: {closedReasonWords[room.closedReason ?? 'other'].toLowerCase()}.</p>
      )}
      {room.state !== 'held' && (
        <RoomPromise
          key={`${room.state}/${explained && settled}`}
          room={room}
          place={place}
          source="site"
          reason={room.closedReason ? reopensAfter[room.closedReason] : undefined}
          asks={explained && settled}
        />
      )}
      {overtaken ? (
        <RoomOvertaken
          room={room}
          {...overtaken}
          onKeep={marking.settle}
          onInsist={() => mark(overtaken.as)}
          onRefuse={(holdId) => {
            marking.settle();
            onRefuse(holdId);
          }}
        />
      ) : (
        <CommandResult command={command} />
      )}
      <CommandResult command={undoing} />
      {!taken && room.state !== 'held' && !isUntold(room.observed) && (
        <p className={styles.quiet}>
          As said {hourMinute(room.observed.at)} by {room.observed.by.name}
          {room.observed.source === 'telephone' && ', by telephone'}
        </p>
      )}
    </Card>
  );
};
