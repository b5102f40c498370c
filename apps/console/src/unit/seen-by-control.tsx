import type { Place, Room } from '@concord/domain';
import { siteOffer } from '../beds/site-offer';
import { useAgreement } from '../live/agreement-in-force';
import { Glyph } from '../kit/glyph';
import { useNow, useStanding } from '../live/live-context';
import { hourMinuteSecond } from '../time/london';
import styles from './unit-screen.module.css';

/** What everybody else reads of this suite at this moment: the reason to keep it true. */
export const SeenByControl = ({
  place,
  rooms,
}: {
  readonly place: Place;
  readonly rooms: readonly Room[];
}) => {
  const now = useNow();
  const rule = useAgreement()?.freshness;
  const standing = useStanding();
  if (!rule) return null;
  const offer = siteOffer(place, rooms, rule, now);
  const cut = standing.kind === 'lost' || standing.kind === 'refused';
  return (
    <div className={styles.seen} data-standing={offer.standing} data-testid="seen-by-control">
      <p>
        <span className={styles.label}>The control room sees</span>
        <strong className={styles.offer}>
          {offer.standing === 'unknown' && <Glyph name="stale" size={15} />}
          {offer.says}
        </strong>
        <span className={styles.due}>{offer.why}</span>
      </p>
      {cut && (
        <p className={styles.cut}>
          <Glyph name="over" size={15} />
          <span>
            <strong>Nothing tapped here is sent.</strong> The control room goes on seeing what was last sent
            {standing.kind === 'lost' && standing.dataAt
              ? ` before ${hourMinuteSecond(standing.dataAt)}`
              : ''}
            . Tell them by telephone.
          </span>
        </p>
      )}
    </div>
  );
};
