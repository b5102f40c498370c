import type { Incident } from '@concord/domain';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { useCommand } from '../commands';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { useAll, useLive } from '../live/live-context';
import styles from './crew-screen.module.css';

const SHOWN = 3;

const words = (free: number, asked: number): string => {
  if (asked > 0)
    return free === 0 ? 'No other suite can be asked now.' : 'Nobody has accepted: ask another too.';
  return free === 0 ? 'No suite room can be held now.' : 'No place is held yet.';
};

/**
 * The best few rooms. The server ranks them: a crew is not shown which suites refused, and ranking
 * without that here would put them first.
 */
export const FindPlace = ({
  incident,
  asked,
}: {
  readonly incident: Incident;
  /** How many suites are asked already. */
  readonly asked: number;
}) => {
  const { areaId } = useLive();
  const rooms = useAll('room');
  const newest = Math.max(0, ...[...rooms.values()].map(({ revision }) => revision));
  const hold = useCommand('requestHold', 'Place asked');
  const { data = [] } = useQuery({
    queryKey: ['places', incident.id, incident.revision, newest],
    queryFn: () => call('places', { params: { areaId, incidentId: incident.id } }),
    placeholderData: (before) => before,
  });
  const best = data.filter(({ standing }) => standing === 'offer').slice(0, SHOWN);
  return (
    <div className={styles.rooms}>
      <p className={styles.missing}>{words(best.length, asked)}</p>
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
            aria-label={`Hold ${room.roomName}`}
            onPress={() =>
              hold.send(
                { incidentId: incident.id },
                { roomId: room.roomId, seenRevision: rooms.get(room.roomId)?.revision },
              )
            }
          >
            Hold
          </CommandButton>
        </div>
      ))}
      <CommandResult command={hold} />
    </div>
  );
};
