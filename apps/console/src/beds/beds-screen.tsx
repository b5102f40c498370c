import { getRouteApi } from '@tanstack/react-router';
import { useMayCall } from '../app/session';
import { DeskFrame } from '../frame/desk-frame';
import { Panel } from '../kit/panel';
import { LendingsPanel } from '../lending/lendings-panel';
import { AlternativesTable } from './alternatives-table';
import { BedTools } from './bed-tools';
import styles from './beds.module.css';
import { OthersTable } from './others-table';
import './print.css';
import { PrintHead } from './print-head';
import { ringButtonOf } from './ring-button';
import type { SiteSort } from './site-order';
import { inOrder, siteFilters } from './site-order';
import { SuitesTable } from './suites-table';
import { Totals } from './totals';
import { useBedRows } from './use-bed-rows';

const route = getRouteApi('/signed-in/beds');

const Waiting = () => (
  <div className={styles.waiting} aria-busy="true">
    <p>Fetching the suites…</p>
    {[0, 1, 2, 3].map((n) => (
      <span key={n} className={styles.skeleton} />
    ))}
  </div>
);

/** Every place of safety of the area, and every alternative to one, for whoever keeps it true: what each can take, why, and on whose word. */
export const BedsScreen = () => {
  const { show = 'all', sort = 'name', backwards = false, district, ring } = route.useSearch();
  const navigate = route.useNavigate();
  const mayCall = useMayCall();
  const mayRing = mayCall('observePlace');
  const rows = useBedRows();

  const change = (more: Partial<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (before) => ({ ...before, ...more }), replace: true });
  const sortBy = (by: SiteSort) =>
    change({ sort: by === 'name' ? undefined : by, backwards: (by === sort && !backwards) || undefined });
  const openRing = (placeId: string | undefined) => {
    change({ ring: placeId });
    if (placeId === undefined && ring) ringButtonOf(ring)?.focus();
  };

  const here = rows?.sites.filter(({ place }) => !district || place.district === district) ?? [];
  const shown = inOrder(here.filter(siteFilters[show].fits), sort, backwards);
  const others = rows?.others.filter(({ place }) => !district || place.district === district) ?? [];
  const alternatives = rows?.alternatives.filter(({ at }) => !district || at.district === district) ?? [];
  return (
    <DeskFrame>
      <div className={styles.screen} data-print="beds">
        <div className={styles.top}>
          <h1>Places of safety and alternatives</h1>
          {rows && <Totals rows={rows} />}
        </div>
        <PrintHead />
        <Panel
          title="Suites"
          aside={
            <BedTools
              rows={here}
              districts={[...new Set(rows?.sites.map(({ place }) => place.district))].sort()}
              show={show}
              sort={sort}
              district={district}
              onChange={change}
            />
          }
        >
          {!rows && <Waiting />}
          {shown.length > 0 && (
            <SuitesTable
              rows={shown}
              sort={sort}
              backwards={backwards}
              ringing={ring}
              mayRing={mayRing}
              onSort={sortBy}
              onRing={openRing}
            />
          )}
          {rows && rows.sites.length === 0 && (
            <p className={styles.empty}>
              This area has no suites. Each appears here as soon as its definition names it.
            </p>
          )}
          {rows && rows.sites.length > 0 && shown.length === 0 && (
            <p className={styles.empty}>
              No suite{district ? ` in ${district}` : ''} is under “{siteFilters[show].label}” now.{' '}
              <button
                type="button"
                className={styles.showAll}
                onClick={() => change({ show: undefined, district: undefined })}
              >
                Show all {rows.sites.length}
              </button>
            </p>
          )}
        </Panel>
        {others.length > 0 && (
          <Panel title="Emergency departments, and wherever else somebody is">
            <OthersTable rows={others} ringing={ring} mayRing={mayRing} onRing={openRing} />
          </Panel>
        )}
        {alternatives.length > 0 && (
          <Panel title="Alternatives to detention: none of them is a place of safety">
            <AlternativesTable
              rows={alternatives}
              ringing={ring}
              mayRing={mayCall('observeAlternative')}
              onRing={openRing}
            />
          </Panel>
        )}
        <LendingsPanel />
      </div>
    </DeskFrame>
  );
};
