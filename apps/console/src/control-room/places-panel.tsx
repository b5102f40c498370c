import type { Incident, RankedRoom } from '@concord/domain';
import { isOpen, rankRooms, stateOf } from '@concord/domain';
import { useMemo } from 'react';
import { Panel } from '../kit/panel';
import { liveHoldOf } from '../incidents/around';
import { useAll, useLive, useNow } from '../live/live-context';
import { EmergencyDepartments } from './emergency-departments';
import { HeldPlace } from './held-place';
import { PlaceList } from './place-list';
import { RoomBoard } from './room-board';

const PLACES = 'places';

/** Puts the hand on the best place: Enter then holds it. */
export const focusBestPlace = () => document.querySelector<HTMLButtonElement>(`#${PLACES} [data-rank] button`)?.focus();

const needsPlace = (incident: Incident | undefined): incident is Incident =>
  incident !== undefined && isOpen(incident) && stateOf(incident.facts) !== 'concluded';

/**
 * Every suite room of the area: ranked for the open incident by the very function that the server
 * asks before it holds one, so that the list ages with the board and never waits for an answer.
 */
const useRanked = (incident: Incident | undefined): readonly RankedRoom[] | undefined => {
  const { ticker } = useLive();
  const minute = useNow().slice(0, 16);
  const places = useAll('place');
  const rooms = useAll('room');
  const agreement = useAll('agreement').get(incident?.agreementId ?? '');
  return useMemo(() => {
    if (!needsPlace(incident) || !agreement || !minute) return undefined;
    return rankRooms({
      incident,
      places: [...places.values()],
      rooms: [...rooms.values()],
      agreement,
      now: ticker.at(),
    });
  }, [incident, agreement, places, rooms, ticker, minute]);
};

export const PlacesPanel = ({ incidentId }: { readonly incidentId: string | undefined }) => {
  const incident = useAll('incident').get(incidentId ?? '');
  const hold = liveHoldOf(useAll('hold'), incidentId ?? '');
  const ranked = useRanked(incident);
  const ranking = ranked && incident && !hold;
  return (
    <div id={PLACES}>
      <Panel title={ranking ? `Places of safety for ${incident.ref}` : 'Places of safety'}>
        {hold && <HeldPlace hold={hold} />}
        {ranking ? <PlaceList key={incident.id} incident={incident} ranked={ranked} /> : <RoomBoard />}
        <EmergencyDepartments from={incident} />
      </Panel>
    </div>
  );
};
