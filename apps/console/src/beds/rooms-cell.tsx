import type { Place, Room } from '@concord/domain';
import { scoreWords } from '@concord/domain';
import { RoomBadge } from '../control-room/room-badge';
import { useAll, useNow } from '../live/live-context';
import { timeInList } from '../time/london';
import { closedReasonWords } from '../words/codes';
import styles from './beds.module.css';
import { forWhom } from './for-whom';
import { likelihoodWords, promiseReasonWords } from './place-words';

/** When it should be free, on whose word, and what that site's word has been worth. */
const Promised = ({ room, place }: { readonly room: Room; readonly place: Place }) => {
  const now = useNow();
  if (!room.promised) return null;
  const { freeAt, likelihood, reason } = room.promised;
  return (
    <p className={styles.promised}>
      Free {timeInList(freeAt, now)}, {likelihoodWords[likelihood]} ({promiseReasonWords[reason]}) ·{' '}
      {scoreWords(place.promises)}
    </p>
  );
};

const RoomLine = ({ room, place }: { readonly room: Room; readonly place: Place }) => {
  const hold = useAll('hold').get(room.holdId ?? '');
  const incident = useAll('incident').get(room.incidentId ?? '');
  const reason = room.closedReason ? closedReasonWords[room.closedReason].toLowerCase() : '';
  const because = reason && room.state === 'occupied' ? `then closes: ${reason}` : reason;
  const guest = room.guest && `for ${room.guest.incidentRef} of ${room.guest.areaName}`;
  const about = [guest ?? (hold && `for ${hold.incidentRef}`), incident?.ref, because, forWhom(room)].filter(
    Boolean,
  );
  return (
    <li className={styles.room} data-room={room.name}>
      <span className={styles.roomName}>{room.name}</span>
      <RoomBadge room={room} />
      {about.length > 0 && <span className={styles.quiet}>{about.join(' · ')}</span>}
      <Promised room={room} place={place} />
    </li>
  );
};

/** Every room of a suite: what it is, how old that is, and for whom. */
export const RoomsCell = ({ rooms, place }: { readonly rooms: readonly Room[]; readonly place: Place }) =>
  rooms.length === 0 ? (
    <span className={styles.quiet}>No rooms set up</span>
  ) : (
    <ul className={styles.rooms}>
      {rooms.map((room) => (
        <RoomLine key={room.id} room={room} place={place} />
      ))}
    </ul>
  );
