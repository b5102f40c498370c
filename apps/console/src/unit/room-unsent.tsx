import type { Room } from '@concord/domain';
import { Button } from '../kit/button';
import { Glyph } from '../kit/glyph';
import { useConnected } from '../live/live-context';
import { hourMinute } from '../time/london';
import { roomStateWords } from '../words/codes';
import styles from './room.module.css';
import type { Said } from './use-mark-room';

interface Props {
  readonly room: Room;
  readonly as: Said;
  readonly onSend: () => void;
  readonly onForget: () => void;
}

/** Tapped while nothing can be sent: nothing is kept for later, and the screen says what others still see. */
export const RoomUnsent = ({ room, as, onSend, onForget }: Props) => {
  const connected = useConnected();
  const seen = `${roomStateWords[room.state].toLowerCase()}, as said ${hourMinute(room.observed.at)}`;
  return (
    <div className={styles.overtaken} data-testid="unsent">
      <p className={styles.says}>
        <Glyph name="due" size={15} />
        <span>
          <strong>Not sent: {roomStateWords[as].toLowerCase()}.</strong>{' '}
          {connected
            ? `You tapped it while this screen was not connected. The control room sees ${room.name} as ${seen}.`
            : `This screen is not connected. The control room still sees ${room.name} as ${seen}. Tell them by telephone.`}
        </span>
      </p>
      <div className={styles.both}>
        {connected && (
          <Button large onClick={onSend}>{`Send ${roomStateWords[as].toLowerCase()} now`}</Button>
        )}
        <Button large onClick={onForget}>
          Forget it
        </Button>
      </div>
    </div>
  );
};
