import { Fragment } from 'react';
import { Glyph } from '../kit/glyph';
import { HistoryButton } from '../places/place-history';
import styles from './beds.module.css';
import { PlaceLending } from '../lending/lent-badge';
import { HoldsCell } from './holds-cell';
import { PresentCell } from './present-cell';
import { RingButton } from './ring-button';
import { telephoneLink } from './ring-panel';
import { RingSuite } from './ring-suite';
import { RoomsCell } from './rooms-cell';
import { SaidBy } from './said-by';
import type { SiteSort } from './site-order';
import type { SiteRow } from './site-rows';

interface Column {
  readonly words: string;
  readonly sort?: SiteSort;
}

const columns: readonly Column[] = [
  { words: 'Suite', sort: 'name' },
  { words: 'Can take now', sort: 'can-take' },
  { words: 'Rooms' },
  { words: 'Staffed for' },
  { words: 'Last confirmed', sort: 'confirmed' },
  { words: 'Held for' },
  { words: 'Here, left of 24 h', sort: 'time-left' },
];

interface Props {
  readonly rows: readonly SiteRow[];
  readonly sort: SiteSort;
  readonly backwards: boolean;
  readonly ringing: string | undefined;
  readonly mayRing: boolean;
  readonly onSort: (sort: SiteSort) => void;
  readonly onRing: (placeId: string | undefined) => void;
}

const Heading = ({
  column: { words, sort },
  ...table
}: Pick<Props, 'sort' | 'backwards' | 'onSort'> & { readonly column: Column }) => {
  const { backwards, onSort } = table;
  const active = sort !== undefined && sort === table.sort;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={active ? (backwards ? 'descending' : 'ascending') : undefined}
    >
      {sort ? (
        <button type="button" className={styles.sort} onClick={() => onSort(sort)}>
          {words}
          <span aria-hidden="true">{active ? (backwards ? '▼' : '▲') : '↕'}</span>
        </button>
      ) : (
        words
      )}
    </th>
  );
};

const CanTake = ({ offer }: Pick<SiteRow, 'offer'>) => (
  <div className={styles.canTake} data-standing={offer.standing} data-testid="can-take">
    <p className={styles.figure}>
      {offer.standing === 'unknown' && <Glyph name="stale" size={15} />}
      {offer.says}
    </p>
    <p className={styles.quiet}>{offer.why}</p>
  </div>
);

const StaffedFor = ({ place, offer }: Pick<SiteRow, 'place' | 'offer'>) => (
  <div>
    <p>
      {place.staffing ? (
        <strong className={styles.staff}>{place.staffing.staffedFor}</strong>
      ) : (
        <span className={styles.none}>Not said</span>
      )}
    </p>
    <p className={styles.quiet}>{offer.inUse} in use</p>
  </div>
);

/** Every suite in one line each: what it can take, why, on whose word, who is coming and who is there. */
export const SuitesTable = ({ rows, ringing, mayRing, onRing, ...order }: Props) => (
  <table className={styles.table} role="table" aria-label="Suites">
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <Heading key={column.words} column={column} {...order} />
        ))}
        <th role="columnheader" scope="col" className={styles.act}>
          <span className="visually-hidden">Telephone check</span>
        </th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map(({ place, rooms, offer, lastSaid, fresh, holds, present }) => (
        <Fragment key={place.id}>
          <tr role="row" data-place={place.name} data-open={ringing === place.id || undefined}>
            <th role="rowheader" scope="row" className={styles.site}>
              <strong>{place.name}</strong>
              <span className={styles.quiet}>{place.district}</span>
              <a href={telephoneLink(place.telephone)}>{place.telephone}</a>
              <PlaceLending place={place} />
            </th>
            <td role="cell">
              <CanTake offer={offer} />
            </td>
            <td role="cell">
              <RoomsCell rooms={rooms} place={place} />
            </td>
            <td role="cell" data-label="Staffed for">
              <StaffedFor place={place} offer={offer} />
            </td>
            <td role="cell" data-label="Last confirmed">
              {lastSaid && <SaidBy observed={lastSaid} fresh={fresh} />}
              <HistoryButton place={place} />
            </td>
            <td role="cell" data-label="Held for" data-bare={holds.length === 0 || undefined}>
              <HoldsCell holds={holds} />
            </td>
            <td role="cell" data-label="Here" data-bare={present.length === 0 || undefined}>
              <PresentCell present={present} />
            </td>
            <td role="cell" className={styles.act}>
              {mayRing && !place.lentBy && (
                <RingButton place={place} open={ringing === place.id} onRing={onRing} />
              )}
            </td>
          </tr>
          {ringing === place.id && (
            <tr role="row" className={styles.ringRow}>
              <td role="cell" colSpan={columns.length + 1}>
                <RingSuite place={place} rooms={rooms} onClose={() => onRing(undefined)} />
              </td>
            </tr>
          )}
        </Fragment>
      ))}
    </tbody>
  </table>
);
