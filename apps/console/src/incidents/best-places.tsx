import type { Incident } from '@concord/domain';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { useCommand } from '../commands';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { useAgreement } from '../live/agreement-in-force';
import { useAll, useLive } from '../live/live-context';
import { HeldElsewhere } from './held-elsewhere';
import styles from './best-places.module.css';

const SHOWN = 3;

interface Props {
  readonly incident: Incident;
  /** What asking for a room is called here. */
  readonly does: 'Hold' | 'Ask';
  /** Above the list, of how many there are to choose from. */
  readonly says: (free: number) => string;
}

/**
 * The best few rooms, and whom to ring where nobody has said lately. The server ranks them: a crew or a
 * suite is not shown what other suites answered, and ranking without that here would put them first.
 */
export const BestPlaces = ({ incident, does, says }: Props) => {
  const { areaId } = useLive();
  const rooms = useAll('room');
  const newest = Math.max(0, ...[...rooms.values()].map(({ revision }) => revision));
  const hold = useCommand('requestHold', 'Place asked');
  const inForce = useAgreement()?.id;
  const { data = [] } = useQuery({
    queryKey: ['places', incident.id, incident.revision, newest, inForce],
    queryFn: async () =>
      (await call('places', { params: { areaId, incidentId: incident.id } })).filter(
        (place) => place.placeKind === 'suite',
      ),
    placeholderData: (before) => before,
  });
  const best = data.filter(({ standing }) => standing === 'offer').slice(0, SHOWN);
  const ring = best.length > 0 ? [] : data.filter(({ standing }) => standing === 'ring').slice(0, SHOWN);
  return (
    <div className={styles.rooms} data-testid="best-places">
      <HeldElsewhere incident={incident} />
      <p className={styles.says}>{says(best.length)}</p>
      {best.map((room) => (
        <div key={room.roomId} className={styles.room}>
          <div>
            <strong>
              {room.placeName}, {room.roomName}
            </strong>
            <span>{room.reasons.join(' · ')}</span>
          </div>
          <CommandButton
            large
            idle
            command={hold}
            aria-label={`${does} ${room.roomName}`}
            onPress={() =>
              hold.send(
                { incidentId: incident.id },
                { roomId: room.roomId, seenRevision: rooms.get(room.roomId)?.revision },
              )
            }
          >
            {does}
          </CommandButton>
        </div>
      ))}
      {ring.map((room) => (
        <p key={room.roomId} className={styles.room}>
          <span>
            {room.placeName}, {room.roomName}: {room.reasons[0]}
          </span>
          <a href={`tel:${room.telephone.replaceAll(' ', '')}`}>{room.telephone}</a>
        </p>
      ))}
      <CommandResult command={hold} />
    </div>
  );
};
