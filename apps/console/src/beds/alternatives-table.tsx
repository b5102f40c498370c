import type { Alternative } from '@concord/domain';
import { Fragment } from 'react';
import { TelLink } from '../alternative/tel-link';
import { Badge } from '../kit/badge';
import { Glyph } from '../kit/glyph';
import { HistoryButton } from '../places/place-history';
import { alternativeKindWords, referrerWords } from '../words/codes';
import type { AlternativeRow } from './alternative-offer';
import styles from './beds.module.css';
import { IncidentLink } from './incident-link';
import { RingAlternative } from './ring-alternative';
import { RingButton } from './ring-button';
import { SaidBy } from './said-by';

interface Props {
  readonly rows: readonly AlternativeRow[];
  readonly ringing: string | undefined;
  readonly mayRing: boolean;
  readonly onRing: (id: string | undefined) => void;
}

const Expected = ({ at: { expected } }: { readonly at: Alternative }) =>
  expected.length === 0 ? (
    <span className={styles.none}>Nobody</span>
  ) : (
    <ul className={styles.lines}>
      {expected.map(({ referralId, incidentId, incidentRef, acceptedBy }) => (
        <li key={referralId} className={styles.line} data-testid="expected">
          <IncidentLink id={incidentId} incidentRef={incidentRef} />
          <Badge tone={acceptedBy === null ? 'due' : 'mine'}>
            {acceptedBy === null ? 'ASKED' : 'EXPECTED'}
          </Badge>
        </li>
      ))}
    </ul>
  );

const columns = ['Alternative', 'Can take now', 'Who may refer', 'Last confirmed', 'On the way there'];

/** What may help instead of a detention, one line each. None of them is a place of safety, and nobody is held a room there. */
export const AlternativesTable = ({ rows, ringing, mayRing, onRing }: Props) => (
  <table className={styles.table} role="table" aria-label="Alternatives to detention">
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((words) => (
          <th key={words} role="columnheader" scope="col">
            {words}
          </th>
        ))}
        <th role="columnheader" scope="col" className={styles.act}>
          <span className="visually-hidden">Telephone check</span>
        </th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map(({ at, offer }) => (
        <Fragment key={at.id}>
          <tr role="row" data-place={at.name} data-open={ringing === at.id || undefined}>
            <th role="rowheader" scope="row" className={styles.site}>
              <strong>{at.name}</strong>
              <span className={styles.quiet}>
                {alternativeKindWords[at.kind]} · {at.district}
              </span>
              <TelLink telephone={at.telephone} />
              <HistoryButton place={at} />
            </th>
            <td role="cell">
              <div className={styles.canTake} data-standing={offer.standing} data-testid="can-take">
                <p className={styles.figure}>
                  {offer.standing === 'unknown' && <Glyph name="stale" size={15} />}
                  {offer.says}
                </p>
                <p className={styles.quiet}>{offer.why}</p>
              </div>
            </td>
            <td role="cell" data-label="Who may refer">
              <span>{at.referrers.map((one) => referrerWords[one]).join(', ')}</span>
            </td>
            <td role="cell" data-label="Last confirmed" data-bare={!at.capacity || undefined}>
              {at.capacity ? (
                // Nobody is asked of one that is shut, so an old word about it is not amiss.
                <SaidBy observed={at.capacity.observed} fresh={offer.open ? offer.fresh : 'fresh'} />
              ) : (
                <span className={styles.none}>Places are not counted</span>
              )}
            </td>
            <td role="cell" data-label="On the way" data-bare={at.expected.length === 0 || undefined}>
              <Expected at={at} />
            </td>
            <td role="cell" className={styles.act}>
              {mayRing && <RingButton place={at} open={ringing === at.id} onRing={onRing} />}
            </td>
          </tr>
          {ringing === at.id && (
            <tr role="row" className={styles.ringRow}>
              <td role="cell" colSpan={columns.length + 1}>
                <RingAlternative at={at} onClose={() => onRing(undefined)} />
              </td>
            </tr>
          )}
        </Fragment>
      ))}
    </tbody>
  </table>
);
