import { RingDepartment } from '../beds/ring-department';
import { RingSuite } from '../beds/ring-suite';
import { roomsOf } from '../incidents/around';
import { useAll } from '../live/live-context';

/** What a place says when it is rung, recorded here as said by telephone. */
export const RingPlace = ({
  placeId,
  onClose,
}: {
  readonly placeId: string;
  readonly onClose: () => void;
}) => {
  const place = useAll('place').get(placeId);
  const rooms = useAll('room');
  if (!place) return null;
  return place.kind === 'suite' ? (
    <RingSuite place={place} rooms={roomsOf(rooms, place.id)} onClose={onClose} />
  ) : (
    <RingDepartment place={place} onClose={onClose} />
  );
};
