import type { FactOf } from '@concord/domain';
import { placeKindWords } from '../beds/place-words';
import { Badge } from '../kit/badge';
import { hourMinute } from '../time/london';
import styles from './places.module.css';

/** The place outside the network that takes this person, and whom to ring there. */
export const OutsidePlace = ({ outside }: { readonly outside: FactOf<'outside-accepted'> }) => {
  const { placeName, placeKind, telephone, acceptedBy, happenedAt } = outside;
  return (
    <div className={styles.held} data-testid="outside-place">
      <p className={styles.name}>
        <strong>{placeName}</strong>
        <Badge tone="mine">ACCEPTED</Badge>
      </p>
      <p>
        Outside the network · {placeKindWords[placeKind].toLowerCase()} · accepted by {acceptedBy}{' '}
        {hourMinute(happenedAt)} · <a href={`tel:${telephone.replaceAll(' ', '')}`}>{telephone}</a>
      </p>
    </div>
  );
};
