import type { Hold, Room } from '@concord/domain';
import { isClosing } from '@concord/domain';
import { roomsOf, placesInOrder } from '../incidents/around';
import { PlaceLending } from '../lending/lent-badge';
import { useAll, useNow } from '../live/live-context';
import { promisedWords } from '../beds/promise-words';
import { ageBandWords, closedReasonWords } from '../words/codes';
import styles from './places.module.css';
import { RoomBadge } from './room-badge';

const detail = (
  room: Room,
  holds: ReadonlyMap<string, Hold>,
  refs: ReadonlyMap<string, { ref: string }>,
): string => {
  const hold = room.holdId === null ? undefined : holds.get(room.holdId);
  if (room.guest) return `for ${room.guest.incidentRef} of ${room.guest.areaName}`;
  if (hold) return `for ${hold.incidentRef}`;
  const closes = room.closedReason ? closedReasonWords[room.closedReason].toLowerCase() : '';
  const ref = refs.get(room.incidentId ?? '')?.ref ?? '';
  return isClosing(room) ? `${ref && `${ref}, `}then closes: ${closes}` : ref || closes;
};

/** Every suite and its rooms as last said, each with its age. */
export const RoomBoard = ({
  ringButton,
}: {
  readonly ringButton: (placeId: string, name: string) => React.ReactNode;
}) => {
  const now = useNow();
  const places = placesInOrder(useAll('place')).filter(({ kind }) => kind === 'suite');
  const rooms = useAll('room');
  const holds = useAll('hold');
  const incidents = useAll('incident');
  return (
    <ul className={styles.board}>
      {places.map((place) => (
        <li key={place.id} className={styles.suite}>
          <p className={styles.suiteName}>
            <strong>{place.name}</strong> <span>{place.district}</span>
            {place.staffing && <span>staff for {place.staffing.staffedFor}</span>}
            {ringButton(place.id, place.name)}
          </p>
          <div>
            <PlaceLending place={place} />
            <ul>
              {roomsOf(rooms, place.id).map((room) => (
                <li key={room.id} className={styles.room} data-room={room.name}>
                  <span>{room.name}</span>
                  <RoomBadge room={room} />
                  <span className={styles.detail}>
                    {detail(room, holds, incidents) ||
                      (room.ages === 'adults' ? '' : ageBandWords[room.ages].toLowerCase())}
                    {[' ', promisedWords(room, now)?.toLowerCase()]}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ul>
  );
};
