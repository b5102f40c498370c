import type { ClosedReason, Room } from '@concord/domain';
import { reasonDueAt } from '@concord/domain';
import { Badge } from '../kit/badge';
import { useNow } from '../live/live-context';
import { hourMinute } from '../time/london';
import { closedReasons, closedReasonWords } from '../words/codes';
import styles from './room.module.css';

interface Props {
  readonly room: Room;
  readonly off: boolean;
  readonly onReason: (reason: ClosedReason) => void;
}

/** Asked after the room is closed, and in nobody's way: it stays until it is answered, and is due ten minutes on. */
export const WhyClosed = ({ room, off, onReason }: Props) => {
  const now = useNow();
  const due = reasonDueAt(room);
  if (due === null) return null;
  return (
    <div
      className={styles.asks}
      role="group"
      aria-label={`Why ${room.name} is closed`}
      data-testid="why-closed"
    >
      <p className={styles.question}>
        <strong>Closed. Why?</strong>
        {now > due ? (
          <Badge tone="due">REASON WAS DUE {hourMinute(due)}</Badge>
        ) : (
          <span className={styles.quiet}>by {hourMinute(due)}</span>
        )}
      </p>
      <div className={styles.answers}>
        {closedReasons.map((reason) => (
          <button
            key={reason}
            type="button"
            className={styles.answer}
            aria-disabled={off}
            onClick={() => !off && onReason(reason)}
          >
            {closedReasonWords[reason]}
          </button>
        ))}
      </div>
    </div>
  );
};
