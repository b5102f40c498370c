import type { Alternative, Place, ToldStatus } from '@concord/domain';
import { isAlternative } from '@concord/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call } from '../api/call';
import { useMayCall } from '../app/session';
import { Button } from '../kit/button';
import { useAll, useLive, useNow } from '../live/live-context';
import { timeInList } from '../time/london';
import styles from './place-history.module.css';
import { caveat, tellerWords, toldWords } from './told-words';

/** The latest page of what was said of a place, read anew whenever the place or one of its rooms changes. */
const useHistory = (place: Place | Alternative) => {
  const { areaId } = useLive();
  const own = [...useAll('room').values()].filter(({ placeId }) => placeId === place.id);
  const latest = Math.max(place.revision, ...own.map(({ revision }) => revision));
  return useQuery({
    queryKey: ['place-history', place.id, latest],
    queryFn: () =>
      isAlternative(place)
        ? call('alternativeHistory', { params: { areaId, alternativeId: place.id } })
        : call('placeHistory', { params: { areaId, placeId: place.id } }),
    placeholderData: keepPreviousData,
  });
};

const Line = ({ told }: { readonly told: ToldStatus }) => {
  const rooms = useAll('room');
  const now = useNow();
  const but = caveat(told);
  return (
    <li className={styles.line} data-stands={but === undefined || undefined}>
      <span className={styles.seen}>{timeInList(told.observedAt, now)}</span>
      <div>
        <p className={styles.said}>{toldWords(told, rooms)}</p>
        <p className={styles.quiet}>{tellerWords(told)}</p>
        {but && <p className={styles.caveat}>{but}</p>}
      </div>
    </li>
  );
};

const HistoryDialog = ({
  place,
  onClose,
}: {
  readonly place: Place | Alternative;
  readonly onClose: () => void;
}) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const { data, error } = useHistory(place);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="place-history"
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header className={styles.head}>
        <h2 id="place-history">{place.name}: what was said, and when</h2>
        <Button look="quiet" onClick={() => dialog.current?.close()}>
          Close
        </Button>
      </header>
      {error && <p className={styles.problem}>It could not be read: {error.message}</p>}
      {!data && !error && <p aria-busy="true">Being read.</p>}
      {data?.length === 0 && <p>Nobody has said anything of it yet.</p>}
      {data && data.length > 0 && (
        <ol className={styles.list} tabIndex={0} aria-label={`History of ${place.name}`}>
          {data.map((told) => (
            <Line key={told.id} told={told} />
          ))}
        </ol>
      )}
    </dialog>
  );
};

/** Opens everything that was said of a place or an alternative: newest first, late word and slips marked as what they are. */
export const HistoryButton = ({ place }: { readonly place: Place | Alternative }) => {
  const mayCall = useMayCall();
  const [open, setOpen] = useState(false);
  if (!mayCall(isAlternative(place) ? 'alternativeHistory' : 'placeHistory')) return null;
  return (
    <>
      <button type="button" className={styles.open} onClick={() => setOpen(true)}>
        History<span className="visually-hidden"> of {place.name}</span>
      </button>
      {open && <HistoryDialog place={place} onClose={() => setOpen(false)} />}
    </>
  );
};
