import type { Place, Room } from '@concord/domain';
import { useCommand } from '../commands';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { useBoardRevision } from '../live/live-context';
import { RingPanel } from './ring-panel';
import styles from './ring.module.css';
import { RoomCheck } from './room-check';
import { StaffCheck } from './staff-check';

interface Props {
  readonly place: Place;
  readonly rooms: readonly Room[];
  readonly onClose: () => void;
}

/** What a suite says when it is rung: everything as shown, or each thing by itself. */
export const RingSuite = ({ place, rooms, onClose }: Props) => {
  const seenRevision = useBoardRevision() ?? undefined;
  const command = useCommand('confirmRooms', `${place.name}: confirmed by telephone`);
  return (
    <RingPanel place={place} onClose={onClose}>
      <div className={styles.item}>
        <p className={styles.itemName}>Nothing changed</p>
        <div>
          <CommandButton
            look="primary"
            command={command}
            onPress={() => command.send({ placeId: place.id }, { source: 'telephone', seenRevision })}
          >
            ✓ All as shown, they say
          </CommandButton>
        </div>
        <CommandResult command={command} />
      </div>
      {rooms.map((room) => (
        <RoomCheck key={room.id} room={room} place={place} />
      ))}
      <StaffCheck place={place} />
    </RingPanel>
  );
};
