import type { Room } from '@concord/domain';
import { isClosing, isUntold, roomMoves } from '@concord/domain';
import { roomStateWords } from '../words/codes';
import styles from './room.module.css';
import type { Said } from './use-mark-room';

/** The letters of ux: Open, oCcupied, cLeaning, closed (X). */
const segments: readonly (readonly [Said, string])[] = [
  ['available', 'O'],
  ['occupied', 'C'],
  ['cleaning', 'L'],
  ['closed', 'X'],
];

interface Props {
  readonly room: Room;
  readonly sending: boolean;
  readonly onTap: (as: Said) => void;
}

/** What a room is, always in sight: what it is now is pressed, one tap says otherwise, tapping the same confirms it. */
export const RoomSegments = ({ room, sending, onTap }: Props) => {
  const moves = roomMoves(room);
  const closes = isClosing(room);
  return (
    <div className={styles.segments} role="group" aria-label={`State of ${room.name}`}>
      {segments.map(([state, key]) => {
        const told = !isUntold(room.observed);
        const pressed = (told && room.state === state) || (state === 'closed' && closes);
        const off = sending || !(moves.includes(state) || (room.state === state && moves.length > 0));
        return (
          <button
            key={state}
            type="button"
            className={styles.segment}
            aria-pressed={pressed}
            aria-disabled={off}
            aria-keyshortcuts={key}
            onClick={() => !off && onTap(state)}
          >
            {pressed && (
              <span aria-hidden="true" className={styles.tick}>
                ✓
              </span>
            )}
            <span>{state === 'closed' && closes ? 'Closing' : roomStateWords[state]}</span>
            <kbd aria-hidden="true" className={styles.key}>
              {key}
            </kbd>
          </button>
        );
      })}
    </div>
  );
};
