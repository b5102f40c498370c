import type { Place, Room } from '@concord/domain';
import { useAll } from '../live/live-context';
import { AskedAbout } from './asked-about';
import { ConfirmAll } from './confirm-all';
import { RoomCard } from './room-card';
import { SeenByControl } from './seen-by-control';
import { StaffFor } from './staffing';
import styles from './unit-screen.module.css';

interface Props {
  readonly place: Place;
  readonly rooms: readonly Room[];
  readonly onRefuse: (holdId: string) => void;
}

/** The suite itself: what others see of it, each room, everything at once, and its staff. */
export const SuitePanel = ({ place, rooms, onRefuse }: Props) => {
  const incidents = useAll('incident');
  return (
    <section className={styles.suite} aria-label="Rooms and staff">
      <SeenByControl place={place} rooms={rooms} />
      {rooms.map((room) => (
        <RoomCard
          key={room.id}
          room={room}
          place={place}
          occupant={incidents.get(room.incidentId ?? '')}
          onRefuse={onRefuse}
        />
      ))}
      {rooms.length > 0 && <ConfirmAll placeId={place.id} rooms={rooms} />}
      <AskedAbout placeId={place.id} />
      <StaffFor key={place.id} place={place} rooms={rooms} />
    </section>
  );
};
