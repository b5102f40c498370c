import type { Place, Room } from '@concord/domain';
import { isClosing, scoreWords } from '@concord/domain';
import { RoomBadge } from '../control-room/room-badge';
import { useAll, useNow } from '../live/live-context';
import { closedReasonWords } from '../words/codes';
import styles from './beds.module.css';
import { forWhom } from './for-whom';
import { promiseReasonWords } from './place-words';
import { promisedWords } from './promise-words';

/** When it should be free, open or staffed, on whose word, and what that site's word has been worth. */
const Promised = ({ room, place }: { readonly room: Room; readonly place: Place }) => {
  const now = useNow();
  const words = promisedWords(room, now);
  if (!room.promised || !words) return null;
  return (
    <p className={styles.promised}>
      {words} ({promiseReasonWords[room.promised.reason]}) · {scoreWords(place.promises)}
    </p>
  );
};

const RoomLine = ({ room, place }: { readonly room: Room; readonly place: Place }) => {
  const hold = useAll('hold').get(room.holdId ?? '');
  const incident = useAll('incident').get(room.incidentId ?? '');
  const reason = room.closedReason ? closedReasonWords[room.closedReason].toLowerCase() : '';
  const because = isClosing(room) ? `then closes: ${reason}` : reason;
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
