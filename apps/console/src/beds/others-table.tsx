import { Fragment } from 'react';
import { HistoryButton } from '../places/place-history';
import styles from './beds.module.css';
import { placeKindWords, shortPlaceName } from './place-words';
import { PressureBadge } from './pressure-badge';
import { PresentCell } from './present-cell';
import { RingButton } from './ring-button';
import { RingDepartment } from './ring-department';
import { telephoneLink } from './ring-panel';
import { SaidBy } from './said-by';
import type { OtherRow } from './site-rows';

interface Props {
  readonly rows: readonly OtherRow[];
  readonly ringing: string | undefined;
  readonly mayRing: boolean;
  readonly onRing: (placeId: string | undefined) => void;
}

/** Emergency departments, and wherever else somebody is detained. */
export const OthersTable = ({ rows, ringing, mayRing, onRing }: Props) => (
  <table
    className={styles.table}
    role="table"
    aria-label="Emergency departments and other places"
    data-others=""
  >
    <thead role="rowgroup">
      <tr role="row">
        {['Place', 'Pressure', 'Last confirmed', 'Here, left of 24 h'].map((words) => (
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
      {rows.map((row) => (
        <Fragment key={row.place.id}>
          <tr role="row" data-place={row.place.name} data-open={ringing === row.place.id || undefined}>
            <th role="rowheader" scope="row" className={styles.site}>
              <strong>{shortPlaceName(row.place.name)}</strong>
              <span className={styles.quiet}>
                {placeKindWords[row.place.kind]} · {row.place.district} ·{' '}
                <a href={telephoneLink(row.place.telephone)}>{row.place.telephone}</a>
              </span>
            </th>
            <td role="cell" data-testid="pressure">
              {row.place.kind === 'emergency-department' ? (
                <PressureBadge place={row.place} fresh={row.fresh} />
              ) : (
                <span className={styles.none}>–</span>
              )}
            </td>
            <td role="cell" data-label="Last confirmed" data-bare={!row.place.pressure || undefined}>
              {row.place.pressure ? (
                <>
                  <SaidBy observed={row.place.pressure.observed} fresh={row.fresh} />
                  <HistoryButton place={row.place} />
                </>
              ) : (
                <span className={styles.none}>–</span>
              )}
            </td>
            <td role="cell" data-label="Here" data-bare={row.present.length === 0 || undefined}>
              <PresentCell present={row.present} />
            </td>
            <td role="cell" className={styles.act}>
              {mayRing && row.place.kind === 'emergency-department' && (
                <RingButton place={row.place} open={ringing === row.place.id} onRing={onRing} />
              )}
            </td>
          </tr>
          {ringing === row.place.id && (
            <tr role="row" className={styles.ringRow}>
              <td role="cell" colSpan={5}>
                <RingDepartment place={row.place} onClose={() => onRing(undefined)} />
              </td>
            </tr>
          )}
        </Fragment>
      ))}
    </tbody>
  </table>
);
