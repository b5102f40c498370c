import type { Place, PromiseReason, Room } from '@concord/domain';
import { lacksStaffFor, scoreWords } from '@concord/domain';
import { useState } from 'react';
import { promiseReasonWords } from '../beds/place-words';
import { promisedWords, promiseIsOf } from '../beds/promise-words';
import { useMayCall } from '../app/session';
import { Button } from '../kit/button';
import { roomsOf } from '../incidents/around';
import { useAll, useNow } from '../live/live-context';
import { timeInList } from '../time/london';
import { PromiseForm } from './promise-form';
import styles from './room.module.css';

interface Props {
  readonly room: Room;
  readonly place: Place | undefined;
  readonly source: 'site' | 'telephone';
  readonly reason?: PromiseReason | undefined;
  /** Asked at once, as after a closing has been explained. */
  readonly asks?: boolean;
}

const asking: Readonly<Record<ReturnType<typeof promiseIsOf>, string>> = {
  free: 'When will it be free?',
  open: 'When will it open again?',
  staff: 'When do its staff come?',
};

/** When a room that is no place now should be one: what was promised, what this site's promises are worth, and a way to say it. */
export const RoomPromise = ({ room, place, source, reason, asks = false }: Props) => {
  const now = useNow();
  const mayCall = useMayCall();
  const [open, setOpen] = useState(asks);
  const rooms = roomsOf(useAll('room'), room.placeId);
  const { promised } = room;
  const what = promiseIsOf(room);
  if (what === 'staff' && !promised && !lacksStaffFor(room, { staffing: place?.staffing ?? null, rooms }))
    return null;
  const words = promisedWords(room, now);
  return (
    <div className={styles.promise} data-testid="promise">
      {promised && (
        <p>
          {words ? (
            <strong>{words}</strong>
          ) : (
            <>
              It was promised for {timeInList(promised.freeAt, now)}, <strong>which has passed</strong>
            </>
          )}{' '}
          ({promiseReasonWords[promised.reason]})
          {place && <span className={styles.quiet}> · {scoreWords(place.promises)}</span>}
        </p>
      )}
      {open ? (
        <PromiseForm
          room={room}
          place={place}
          source={source}
          reason={reason ?? promised?.reason}
          onStop={() => setOpen(false)}
        />
      ) : (
        mayCall('promiseRoom') && (
          <Button look="quiet" onClick={() => setOpen(true)}>
            {promised ? 'Say another time' : asking[what]}
          </Button>
        )
      )}
    </div>
  );
};
