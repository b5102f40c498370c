import type { Alternative } from '@concord/domain';
import { Link } from '@tanstack/react-router';
import { TelLink } from '../alternative/tel-link';
import { alternativeOffer } from '../beds/alternative-offer';
import { needWords } from '../beds/place-words';
import { SaidBy } from '../beds/said-by';
import { useAgreement } from '../live/agreement-in-force';
import { useNow } from '../live/live-context';
import { alternativeKindWords, referrerWords } from '../words/codes';
import styles from './list.module.css';

/** An alternative as the bed view has it, in a column. */
export const AlternativeDetail = ({ at }: { readonly at: Alternative }) => {
  const now = useNow();
  const rule = useAgreement()?.freshness;
  const offer = rule && alternativeOffer(at, rule, now);
  return (
    <>
      <p className={styles.under}>
        {alternativeKindWords[at.kind]} · {at.district} · <TelLink telephone={at.telephone} />
      </p>
      {offer && (
        <p>
          <strong>{offer.says}</strong> <span className={styles.quiet}>{offer.why}</span>
        </p>
      )}
      {offer && at.capacity && <SaidBy observed={at.capacity.observed} fresh={offer.fresh} />}
      <p className={styles.quiet}>
        Not a place of safety. Takes referrals from {at.referrers.map((one) => referrerWords[one]).join(', ')}
      </p>
      {at.meets.length > 0 && (
        <p className={styles.quiet}>{at.meets.map((need) => needWords[need]).join(', ')}</p>
      )}
      {at.catchment.length > 0 && <p className={styles.quiet}>Meant first for {at.catchment.join(', ')}</p>}
      {at.expected.length > 0 && (
        <p>On the way there: {at.expected.map(({ incidentRef }) => incidentRef).join(', ')}</p>
      )}
      <p>
        <Link to="/beds" search={{ ring: at.id }}>
          Record a telephone check
        </Link>
      </p>
    </>
  );
};
