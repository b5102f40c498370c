import { useAll, useNow } from '../live/live-context';
import { hourMinute, timeInList } from '../time/london';
import styles from './crew-screen.module.css';
import type { HeldPlace } from './held-place';

/** Where they are expected, or every suite that has been asked and has not answered: the first to accept has them. */
export const HeldPlaces = ({ held }: { readonly held: readonly HeldPlace[] }) => {
  const now = useNow();
  const places = useAll('place');
  return held.map(({ holdId, placeId, name, standing, answerBy, notBefore }) => {
    const place = places.get(placeId);
    const waits = notBefore !== undefined && notBefore > now;
    return (
      <p key={holdId} className={styles.place} data-testid="held-place">
        <strong>{name}</strong>
        <span>
          {standing === 'asked'
            ? `ASKED: not accepted yet, answer by ${hourMinute(answerBy)}`
            : waits
              ? `ACCEPTED, but NOT BEFORE ${timeInList(notBefore, now)}`
              : 'ACCEPTED: they expect you'}
          {place && (
            <>
              {' · '}
              <a href={`tel:${place.telephone.replaceAll(' ', '')}`}>{place.telephone}</a>
            </>
          )}
        </span>
      </p>
    );
  });
};
