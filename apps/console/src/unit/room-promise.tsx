import type { Place, PromiseReason, Room } from '@concord/domain';
import { scoreWords } from '@concord/domain';
import { useState } from 'react';
import { likelihoodWords, promiseReasonWords } from '../beds/place-words';
import { useMayCall } from '../app/session';
import { Button } from '../kit/button';
import { useNow } from '../live/live-context';
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

/** When a room that is not free should be: what was promised, what this site's promises are worth, and a way to say it. */
export const RoomPromise = ({ room, place, source, reason, asks = false }: Props) => {
  const now = useNow();
  const mayCall = useMayCall();
  const [open, setOpen] = useState(asks);
  if (room.state === 'available') return null;
  const { promised } = room;
  const closed = room.state === 'closed';
  return (
    <div className={styles.promise} data-testid="promise">
      {promised && (
        <p>
          {closed ? 'Open again' : 'Free'} <strong>{timeInList(promised.freeAt, now)}</strong>,{' '}
          {likelihoodWords[promised.likelihood]} ({promiseReasonWords[promised.reason]})
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
            {promised ? 'Say another time' : closed ? 'When will it open again?' : 'When will it be free?'}
          </Button>
        )
      )}
    </div>
  );
};
