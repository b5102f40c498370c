import type { Incident, RankedRoom } from '@concord/domain';
import { useEffect, useRef } from 'react';
import { Refused } from '../api/call';
import { useMayCall } from '../app/session';
import { useCommand } from '../commands';
import { CommandResult } from '../kit/command-result';
import { useAll } from '../live/live-context';
import { PlaceOption } from './place-option';
import styles from './places.module.css';

interface Props {
  readonly incident: Incident;
  readonly ranked: readonly RankedRoom[];
  readonly ringButton: (placeId: string, name: string) => React.ReactNode;
  readonly onHeld: () => void;
}

const arrows: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Best first, with reasons. Arrows walk the rooms that can be held, Enter or the number holds one. */
export const PlaceList = ({ incident, ranked, ringButton, onHeld }: Props) => {
  const list = useRef<HTMLOListElement>(null);
  const hadFocus = useRef(false);
  const rooms = useAll('room');
  const mayCall = useMayCall();
  const hold = useCommand('requestHold', 'Place asked: the suite sees it now');
  const mayHold = mayCall('requestHold');
  const best = ranked[0]?.standing === 'offer' ? ranked[0] : undefined;

  const buttons = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('[data-rank] button') ?? [])];
  useEffect(() => {
    // The room under the hand was taken, or moved: the hand goes to what is best now, not to the top of the page.
    if (hadFocus.current && document.activeElement === document.body) buttons()[0]?.focus();
  });
  useEffect(
    () => () => {
      // The board may say that the room is held before the answer does, and then this list is gone without one.
      if (hadFocus.current && document.activeElement === document.body) onHeld();
    },
    [onHeld],
  );

  const holdRoom = (room: RankedRoom | undefined) => {
    if (!room || hold.sending) return;
    hold.send(
      { incidentId: incident.id },
      { roomId: room.roomId, seenRevision: rooms.get(room.roomId)?.revision },
      () => {
        hadFocus.current = false;
        onHeld();
      },
    );
  };
  const press = (event: React.KeyboardEvent) => {
    const by = arrows[event.key];
    if (by !== undefined) {
      event.preventDefault();
      const all = buttons();
      const at = all.findIndex((button) => button === document.activeElement);
      all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
    }
    if (/^[1-9]$/.test(event.key) && mayHold) {
      event.preventDefault();
      event.stopPropagation();
      holdRoom(ranked.find(({ rank }) => rank === Number(event.key)));
    }
  };

  const taken = hold.failure instanceof Refused && best !== undefined && !hold.sending;
  return (
    <div
      className={styles.list}
      onKeyDownCapture={press}
      onFocus={() => {
        hadFocus.current = true;
      }}
      onBlur={(event) => {
        if (event.relatedTarget) hadFocus.current = false;
      }}
    >
      <CommandResult command={hold} />
      {taken && (
        <p className={styles.instead} data-testid="next-best">
          <kbd>Enter</kbd> holds the next best: <strong>{best.roomName}</strong>, {best.placeName}
        </p>
      )}
      {!best && (
        <p className={styles.none}>No suite room can be held now. Ring, or use an emergency department.</p>
      )}
      <ol ref={list}>
        {ranked.map((room) => (
          <PlaceOption
            key={room.roomId}
            ranked={room}
            command={mayHold ? hold : undefined}
            onHold={() => holdRoom(room)}
            ring={room.standing === 'offer' ? undefined : ringButton(room.placeId, room.placeName)}
          />
        ))}
      </ol>
    </div>
  );
};
