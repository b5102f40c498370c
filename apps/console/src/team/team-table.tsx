import { obstacleSays } from '@concord/domain';
import { useState } from 'react';
import { useMayCall } from '../app/session';
import { IncidentLink } from '../beds/incident-link';
import beds from '../beds/beds.module.css';
import { Button } from '../kit/button';
import { useNow } from '../live/live-context';
import { hourMinute } from '../time/london';
import { ago } from '../time/span';
import { ReassignForm } from './reassign-form';
import type { TeamRow } from './team-row';
import { teamStateWords } from './team-words';
import styles from './team.module.css';

const columns = ['Who', 'Doing', 'Since', 'Case', ''];

const Row = ({ row, line }: { readonly row: TeamRow; readonly line: number }) => {
  const [choosing, setChoosing] = useState(false);
  const now = useNow();
  const may = useMayCall();
  const { who, state, since, request, rests } = row;
  return (
    <>
      <tr role="row" data-testid="team-row" data-state={state}>
        <th role="rowheader" scope="row">
          {who.name}
          <p className={beds.quiet}>{row.onCall ? `${line} in line` : 'Turn over, still on a case'}</p>
        </th>
        <td role="cell" data-label="Doing">
          <strong>{teamStateWords[state]}</strong>
          {request?.notBefore && state === 'accepted' && <p>sets out from {hourMinute(request.notBefore)}</p>}
          {rests && <p className={beds.quiet}>{obstacleSays(rests, now)}</p>}
        </td>
        <td role="cell" data-label="Since">
          {since && `${hourMinute(since)}, ${ago(since, now)}`}
        </td>
        <td role="cell" data-label="Case">
          {request && <IncidentLink id={request.incidentId} incidentRef={request.incidentRef} />}
        </td>
        <td role="cell">
          {request && state !== 'assessing' && may('reassignAmhp') && !choosing && (
            <Button onClick={() => setChoosing(true)}>Give it to somebody else…</Button>
          )}
        </td>
      </tr>
      {request && choosing && (
        <tr role="row">
          <td role="cell" colSpan={columns.length} className={styles.formCell}>
            <ReassignForm request={request} onStop={() => setChoosing(false)} />
          </td>
        </tr>
      )}
    </>
  );
};

/** Who is on call, first in line first: what each is doing, on which case, since when. */
export const TeamTable = ({ title, rows }: { readonly title: string; readonly rows: readonly TeamRow[] }) => (
  <table className={beds.table} role="table" aria-label={title}>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((words) => (
          <th key={words} role="columnheader" scope="col">
            {words || <span className={styles.hidden}>What can be done</span>}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row, i) => (
        <Row key={row.who.userId} row={row} line={i + 1} />
      ))}
    </tbody>
  </table>
);
