import { holdIsLive, searchOwed } from '@concord/domain';
import { useState } from 'react';
import { useSession } from '../app/session';
import { PhoneFrame } from '../frame/phone-frame';
import { roomsOf } from '../incidents/around';
import { useMySide } from '../incidents/use-my-side';
import { Field } from '../kit/field';
import { useAll, useBoardRevision, useNow } from '../live/live-context';
import { hourMinute } from '../time/london';
import { age } from '../time/span';
import { ConfirmAll } from './confirm-all';
import { hereAt } from './here';
import { IncomingCard } from './incoming-card';
import { PresentCard } from './present-card';
import { RoomCard } from './room-card';
import { SearchCard } from './search-card';
import styles from './unit-screen.module.css';

/** The suite's own view: who is coming, who is here, and what each room is. */
export const UnitScreen = () => {
  const { area } = useSession();
  const now = useNow();
  const loaded = useBoardRevision() !== null;
  const places = useAll('place');
  const rooms = useAll('room');
  const holds = useAll('hold');
  const incidents = useAll('incident');
  const [placeId, setPlaceId] = useState(area.placeIds[0] ?? '');
  const place = places.get(placeId);
  const mine = roomsOf(rooms, placeId);
  const incoming = [...holds.values()]
    .filter((hold) => hold.placeId === placeId && holdIsLive(hold))
    .sort((a, b) => (a.requestedAt < b.requestedAt ? -1 : 1));
  const side = useMySide();
  const present = [...incidents.values()].flatMap((incident) => {
    const here = hereAt(incident.facts, placeId, side);
    return here ? [{ incident, here }] : [];
  });
  const owed = [...incidents.values()].flatMap((incident) => {
    const search = searchOwed(incident.facts);
    return search?.placeId === placeId ? [{ incident, search }] : [];
  });
  const oldest = mine.map(({ observed }) => observed).sort((a, b) => (a.at < b.at ? -1 : 1))[0];

  return (
    <PhoneFrame
      wide
      title={place?.name ?? 'Suite'}
      under={
        oldest && (
          <p className={styles.under}>
            confirmed {hourMinute(oldest.at)} by {oldest.by.name} ({age(oldest.at, now)})
          </p>
        )
      }
    >
      {area.placeIds.length > 1 && (
        <Field label="Suite">
          {(ids) => (
            <select {...ids} value={placeId} onChange={(event) => setPlaceId(event.target.value)}>
              {area.placeIds.map((id) => (
                <option key={id} value={id}>
                  {places.get(id)?.name ?? id}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          {incoming.map((hold) => (
            <IncomingCard key={hold.id} hold={hold} />
          ))}
          {owed.map(({ incident, search }) => (
            <SearchCard key={search.id} incident={incident} owed={search} />
          ))}
          {present.map(({ incident, here }) => (
            <PresentCard key={incident.id} incident={incident} here={here} />
          ))}
          {loaded && incoming.length + owed.length + present.length === 0 && (
            <p className={styles.nobody}>Nobody is coming and nobody is here under s136.</p>
          )}
        </div>
        <div className={styles.column}>
          {mine.map((room) => (
            <RoomCard key={room.id} room={room} occupant={incidents.get(room.incidentId ?? '')} />
          ))}
          {mine.length > 0 && <ConfirmAll placeId={placeId} rooms={mine} />}
        </div>
      </div>
    </PhoneFrame>
  );
};
