import type { Place } from '@concord/domain';
import { Link } from '@tanstack/react-router';
import { HoldsCell } from '../beds/holds-cell';
import { needWords, placeKindWords } from '../beds/place-words';
import { PressureBadge } from '../beds/pressure-badge';
import { PresentCell } from '../beds/present-cell';
import { telephoneLink } from '../beds/ring-panel';
import { RoomsCell } from '../beds/rooms-cell';
import { SaidBy } from '../beds/said-by';
import { useBedRows } from '../beds/use-bed-rows';
import { PlaceLending } from '../lending/lent-badge';
import styles from './list.module.css';

/** A place as the bed view has it, in a column. */
export const PlaceDetail = ({ place }: { readonly place: Place }) => {
  const rows = useBedRows();
  const site = rows?.sites.find((row) => row.place.id === place.id);
  const other = rows?.others.find((row) => row.place.id === place.id);
  const present = (site ?? other)?.present ?? [];
  return (
    <>
      <p className={styles.under}>
        {placeKindWords[place.kind]} · {place.district} ·{' '}
        <a href={telephoneLink(place.telephone)}>{place.telephone}</a>
      </p>
      <PlaceLending place={place} />
      {site && (
        <>
          <p>
            <strong>{site.offer.says}</strong> <span className={styles.quiet}>{site.offer.why}</span>
          </p>
          <RoomsCell rooms={site.rooms} place={place} />
          {site.holds.length > 0 && <HoldsCell holds={site.holds} />}
        </>
      )}
      {place.kind === 'emergency-department' && other && <PressureBadge {...other} />}
      {other && place.pressure && <SaidBy observed={place.pressure.observed} fresh={other.fresh} />}
      {place.meets.length > 0 && (
        <p className={styles.quiet}>Every room: {place.meets.map((need) => needWords[need]).join(', ')}</p>
      )}
      {place.catchment.length > 0 && (
        <p className={styles.quiet}>Meant first for {place.catchment.join(', ')}</p>
      )}
      {present.length > 0 && <PresentCell present={present} />}
      {(site ?? other) && !place.lentBy && (
        <p>
          <Link to="/beds" search={{ ring: place.id }}>
            Record a telephone check
          </Link>
        </p>
      )}
    </>
  );
};
