import type { Incident, RankedPlace } from '@concord/domain';
import { isDetained, isOpen, lastOf, outsidePlace, rankPlaces, stateOf } from '@concord/domain';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useMayCall } from '../app/session';
import { Button } from '../kit/button';
import { Panel } from '../kit/panel';
import { liveHoldsOf } from '../incidents/around';
import { HeldElsewhere } from '../incidents/held-elsewhere';
import { useAgreement } from '../live/agreement-in-force';
import { useAll, useLive, useNow } from '../live/live-context';
import { useRankedAlternatives } from '../alternative/use-ranked-alternatives';
import { AlternativeList } from './alternative-list';
import { EmergencyDepartments } from './emergency-departments';
import { HeldPlace } from './held-place';
import { LastAnswer } from './last-answer';
import { OutsidePlace } from './outside-place';
import { PlaceList } from './place-list';
import styles from './places.module.css';
import { PoliceStations } from './police-stations';
import { RingPlace } from './ring-place';
import { RoomBoard } from './room-board';
import { WhoseSearch } from './whose-search';

const PLACES = 'places';

/** Puts the hand on the best place: Enter then holds it. */
export const focusBestPlace = () =>
  document.querySelector<HTMLButtonElement>(`#${PLACES} [data-rank] button`)?.focus();

/** Whether the next thing this person needs is a room: not there yet, or only at a place that is not a suite. */
const needsRoom = (incident: Incident | undefined): boolean => {
  if (!incident) return false;
  const state = stateOf(incident.facts);
  if (state === 'advice' || state === 'detained' || state === 'conveying') return true;
  return isDetained(incident.facts) && lastOf(incident.facts, 'arrived')?.placeKind !== 'suite';
};

const mayNeedRoom = (incident: Incident | undefined): incident is Incident =>
  incident !== undefined && isOpen(incident) && stateOf(incident.facts) !== 'concluded';

/**
 * Every suite room and emergency department of the area: ranked for the open incident by the very
 * function that the server asks, so that the list ages with the board and never waits for an answer.
 */
const useRanked = (incident: Incident | undefined): readonly RankedPlace[] | undefined => {
  const { ticker } = useLive();
  const minute = useNow().slice(0, 16);
  const places = useAll('place');
  const rooms = useAll('room');
  const lendings = useAll('lending');
  const agreement = useAgreement();
  return useMemo(() => {
    if (!incident || !agreement || !minute) return undefined;
    return rankPlaces({
      incident,
      places: [...places.values()],
      rooms: [...rooms.values()],
      agreement,
      lendings: [...lendings.values()],
      now: ticker.at(),
    });
  }, [incident, agreement, places, rooms, lendings, ticker, minute]);
};

/** An alternative is no place of safety, and the panel does not call it one. */
const titleOf = (incident: Incident | undefined, alternatives: boolean, ranking: boolean): string =>
  incident && (alternatives || ranking)
    ? `${alternatives ? 'Alternatives, then places of safety' : 'Places of safety'} for ${incident.ref}`
    : 'Places of safety';

interface Props {
  readonly incidentId: string | undefined;
  /** A place was asked for, as for a transfer between suites. */
  readonly wanted: boolean;
  readonly onHeld: () => void;
}

export const PlacesPanel = ({ incidentId, wanted, onHeld }: Props) => {
  const incident = useAll('incident').get(incidentId ?? '');
  const holds = liveHoldsOf(useAll('hold'), incidentId ?? '');
  const ranked = useRanked(incident);
  const rooms = mayNeedRoom(incident) && ranked?.filter((place) => place.placeKind === 'suite');
  const departments = ranked?.filter((place) => place.placeKind === 'emergency-department');
  const alternatives = useRankedAlternatives(incident);
  const mayCall = useMayCall();
  const mayRing = mayCall('markRoom');
  const [ringing, setRinging] = useState<string>();
  const accepted = holds[0]?.state === 'accepted';
  const outside = incident && outsidePlace(incident.facts);
  const ranking = rooms && incident && !accepted && !outside && (wanted || needsRoom(incident));
  useEffect(() => {
    if (wanted) focusBestPlace();
  }, [wanted]);
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (ringing) scroll.current?.scrollTo({ top: 0 });
  }, [ringing]);
  const closeRing = () => {
    const back = document.querySelector<HTMLButtonElement>(
      `#${PLACES} [data-ring="${ringing ?? ''}"] button`,
    );
    setRinging(undefined);
    back?.focus();
  };
  const ringButton = (placeId: string, name: string) =>
    mayRing && (
      <span data-ring={placeId}>
        <Button
          look="quiet"
          aria-expanded={ringing === placeId}
          onClick={() => (ringing === placeId ? closeRing() : setRinging(placeId))}
        >
          Ring<span className="visually-hidden"> {name}</span>
        </Button>
      </span>
    );
  return (
    <div id={PLACES} className={styles.places}>
      <Panel fill title={titleOf(incident, alternatives !== undefined, Boolean(ranking))}>
        <div ref={scroll} className={styles.scroll}>
          {ringing && (
            <div className={styles.ringing}>
              <RingPlace placeId={ringing} onClose={closeRing} />
            </div>
          )}
          {holds.map((hold) => (
            <HeldPlace key={hold.id} hold={hold} others={holds.length - 1} />
          ))}
          {!accepted && !outside && incident && <LastAnswer incident={incident} />}
          {alternatives && incident && (
            <AlternativeList
              key={`to ${incident.id}`}
              incident={incident}
              ranked={alternatives}
              onReferred={onHeld}
            />
          )}
          {alternatives && <h3 className={styles.after}>Places of safety</h3>}
          {outside && <OutsidePlace outside={outside} />}
          {incident && <WhoseSearch incident={incident} />}
          {ranking && mayCall('heldElsewhere') && (
            <div className={styles.elsewhere}>
              <HeldElsewhere incident={incident} />
            </div>
          )}
          {ranking ? (
            <PlaceList
              key={incident.id}
              incident={incident}
              ranked={rooms}
              ringButton={ringButton}
              onHeld={onHeld}
            />
          ) : (
            <RoomBoard ringButton={ringButton} />
          )}
          <EmergencyDepartments ranked={departments} ringButton={ringButton} />
          {ranking && <PoliceStations incident={incident} />}
        </div>
      </Panel>
    </div>
  );
};
