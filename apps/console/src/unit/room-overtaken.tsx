import type { Room } from '@concord/domain';
import { roomMoves } from '@concord/domain';
import { Button } from '../kit/button';
import { Glyph } from '../kit/glyph';
import { useAll, useNow } from '../live/live-context';
import { agoToSeconds } from '../time/span';
import { roomStateWords } from '../words/codes';
import styles from './room.module.css';
import type { Said } from './use-mark-room';

interface Props {
  readonly room: Room;
  readonly as: Said;
  /** The room's revision as it was tapped. */
  readonly seen: number;
  readonly onKeep: () => void;
  readonly onInsist: () => void;
  /** Where the room was meanwhile promised: why it cannot be kept. */
  readonly onRefuse: (holdId: string) => void;
}

/** Somebody else was quicker: what is so now, whose word it is, and both ways on. Nothing was changed by the tap. */
export const RoomOvertaken = ({ room, as, seen, onKeep, onInsist, onRefuse }: Props) => {
  const now = useNow();
  const hold = useAll('hold').get(room.holdId ?? '');
  const mine = roomStateWords[as];
  if (room.revision <= seen)
    return <p className={styles.notDone}>“{mine}” was not recorded: this changed a moment ago…</p>;
  const held = room.state === 'held' && hold;
  return (
    <div className={styles.overtaken} data-testid="overtaken">
      <p className={styles.says}>
        <Glyph name="due" size={15} />
        <span>
          {held ? (
            <>
              <strong>Control placed a hold {agoToSeconds(hold.requestedAt, now)}</strong>, for{' '}
              {hold.incidentRef}, by {hold.requestedBy.name}.
            </>
          ) : (
            <>
              <strong>
                {room.observed.by.name} said {roomStateWords[room.state].toLowerCase()}{' '}
                {agoToSeconds(room.observed.at, now)}.
              </strong>
            </>
          )}{' '}
          Your “{mine}” was not recorded.
        </span>
      </p>
      <div className={styles.both}>
        <Button large onClick={onKeep}>
          {held ? 'Keep the hold' : `Keep ${roomStateWords[room.state].toLowerCase()}`}
        </Button>
        {held && (
          <Button large onClick={() => onRefuse(hold.id)}>{`It is ${mine.toLowerCase()}: refuse`}</Button>
        )}
        {!held && roomMoves(room).includes(as) && (
          <Button large onClick={onInsist}>{`Say ${mine.toLowerCase()}`}</Button>
        )}
      </div>
    </div>
  );
};
