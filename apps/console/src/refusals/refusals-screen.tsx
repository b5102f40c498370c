import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { call } from '../api/call';
import { refusalWords } from '../api/refusal-words';
import styles from '../beds/beds.module.css';
import '../beds/print.css';
import { PrintHead } from '../beds/print-head';
import { DeskFrame } from '../frame/desk-frame';
import { Button } from '../kit/button';
import { Panel } from '../kit/panel';
import { useAll, useLive, useNow } from '../live/live-context';
import { chosen } from './refusal-line';
import { RefusalTools } from './refusal-tools';
import { RefusalsTable } from './refusals-table';

const route = getRouteApi('/signed-in/refusals');

/** Every refusal of the area: reason, rationale, author, how long it took and what happened next. Nothing is ever taken out. */
export const RefusalsScreen = () => {
  const { areaId } = useLive();
  const now = useNow();
  const { place, reason } = route.useSearch();
  const navigate = route.useNavigate();
  // A refusal, and whatever ends the search after it, moves a room or an incident.
  const newest = Math.max(
    0,
    ...[...useAll('room').values(), ...useAll('incident').values()].map(({ revision }) => revision),
  );
  const { data, error, refetch } = useQuery({
    queryKey: ['refusals', areaId, newest],
    queryFn: () => call('refusals', { params: { areaId } }),
    placeholderData: (before) => before,
  });
  const shown = chosen(data ?? [], { place, reason });
  const change = (more: Partial<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (before) => ({ ...before, ...more }), replace: true });
  return (
    <DeskFrame>
      <div className={styles.screen} data-print="beds">
        <div className={styles.top}>
          <h1>Refusals</h1>
        </div>
        <PrintHead />
        <Panel
          title={data ? `${shown.length} of ${data.length}` : 'The ledger'}
          aside={
            data && (
              <RefusalTools lines={data} shown={shown} place={place} reason={reason} onChange={change} />
            )
          }
        >
          {!data && !error && (
            <div className={styles.waiting} aria-busy="true">
              <p>Fetching the ledger…</p>
              {[0, 1, 2].map((n) => (
                <span key={n} className={styles.skeleton} />
              ))}
            </div>
          )}
          {error && (
            <p className={styles.empty} role="alert">
              {data ? 'This is as it was last fetched. ' : ''}
              {refusalWords(error, now).says} <Button onClick={() => void refetch()}>Try again</Button>
            </p>
          )}
          {shown.length > 0 && <RefusalsTable lines={shown} />}
          {data?.length === 0 && (
            <p className={styles.empty}>
              No suite has refused anybody. Each refusal appears here with its reason, and stays.
            </p>
          )}
          {data && data.length > 0 && shown.length === 0 && (
            <p className={styles.empty}>
              No refusal is of this place and reason.{' '}
              <button
                type="button"
                className={styles.showAll}
                onClick={() => change({ place: undefined, reason: undefined })}
              >
                Show all {data.length}
              </button>
            </p>
          )}
        </Panel>
      </div>
    </DeskFrame>
  );
};
