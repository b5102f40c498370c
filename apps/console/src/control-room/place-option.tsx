import type { RankedRoom } from '@concord/domain';
import { useMayCall } from '../app/session';
import type { CommandState } from '../commands';
import { useCommand } from '../commands';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { LentByBadge } from '../lending/lent-badge';
import { useAll } from '../live/live-context';
import styles from './places.module.css';
import { RoomBadge } from './room-badge';

interface Props {
  readonly ranked: RankedRoom;
  /** Absent for those whose duties do not hold rooms. */
  readonly command: CommandState | undefined;
  readonly onHold: () => void;
  /** Opens what the suite says when it is rung. */
  readonly ring: React.ReactNode;
}

/** A room nobody has vouched for lately: ring, and put down what they say. */
const RingFirst = ({ ranked }: { readonly ranked: RankedRoom }) => {
  const mayCall = useMayCall();
  const room = useAll('room').get(ranked.roomId);
  const mark = useCommand('markRoom', `${ranked.roomName}: open, by telephone`);
  if (!room) return null;
  return (
    <div className={styles.ring}>
      <span>
        Ring <a href={`tel:${ranked.telephone.replaceAll(' ', '')}`}>{ranked.telephone}</a>
      </span>
      {room.lentBy && <span className={styles.detail}>{room.lentBy.areaName} confirms its own rooms</span>}
      {mayCall('markRoom') && !room.lentBy && (
        <CommandButton
          command={mark}
          onPress={() =>
            mark.send(
              { roomId: room.id },
              { state: 'available', source: 'telephone', seenRevision: room.revision },
            )
          }
        >
          They say open
        </CommandButton>
      )}
      <CommandResult command={mark} />
    </div>
  );
};

/** The reasons that the badge and the drive time beside them do not say already. */
const more = ({ standing, reasons }: RankedRoom): readonly string[] =>
  reasons.filter((reason, n) => !/min drive$|^lent by /.test(reason) && (standing === 'no' || n > 0));

export const PlaceOption = ({ ranked, command, onHold, ring }: Props) => {
  const room = useAll('room').get(ranked.roomId);
  const { standing, rank } = ranked;
  return (
    <li
      className={styles.option}
      data-standing={standing}
      data-rank={rank ?? undefined}
      data-room={ranked.roomName}
      data-best={rank === 1 || undefined}
    >
      <span className={styles.rank} aria-hidden="true">
        {rank ?? ''}
      </span>
      <div className={styles.what}>
        <p className={styles.name}>
          <strong>{ranked.roomName}</strong>
          {room && <RoomBadge room={room} />}
          {ranked.lentBy && <LentByBadge {...ranked.lentBy} over={room?.lentBy?.state !== 'lent'} />}
        </p>
        <p className={styles.reasons}>{[ranked.placeName, ...more(ranked)].join(' · ')}</p>
        {standing === 'ring' && <RingFirst ranked={ranked} />}
      </div>
      <span className={styles.drive}>
        <strong>{ranked.driveMinutes}</strong> min
      </span>
      {rank !== null && command && (
        <CommandButton
          command={command}
          idle
          look={rank === 1 ? 'primary' : 'secondary'}
          aria-label={`Hold ${ranked.roomName}, ${ranked.placeName}. ${ranked.reasons.join(', ')}`}
          onPress={onHold}
        >
          {command.sending ? 'Sending…' : 'Hold'}
        </CommandButton>
      )}
      {rank === null && ring}
    </li>
  );
};
