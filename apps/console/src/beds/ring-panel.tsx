import type { Place } from '@concord/domain';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Button } from '../kit/button';
import { shortPlaceName } from './place-words';
import styles from './ring.module.css';

interface Props {
  readonly place: Pick<Place, 'name' | 'telephone'>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export const telephoneLink = (telephone: string): string => `tel:${telephone.replaceAll(' ', '')}`;

/** What is said on the telephone, under the line that it is about. Each press is recorded at once, as told by telephone. */
export const RingPanel = ({ place, onClose, children }: Props) => {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section
      ref={panel}
      className={styles.panel}
      aria-label={`Telephone check: ${place.name}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className={styles.head}>
        <p>
          <strong>{shortPlaceName(place.name)}</strong>{' '}
          <a className={styles.telephone} href={telephoneLink(place.telephone)}>
            {place.telephone}
          </a>
        </p>
        <p className={styles.explained}>Each press is recorded at once, by you, as said by telephone.</p>
        <Button look="quiet" onClick={onClose}>
          Done
        </Button>
      </header>
      {children}
    </section>
  );
};
