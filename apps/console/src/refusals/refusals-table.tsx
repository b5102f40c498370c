import { IncidentLink } from '../beds/incident-link';
import styles from '../beds/beds.module.css';
import { useNow } from '../live/live-context';
import { timeInList } from '../time/london';
import { refusalReasonWords } from '../words/codes';
import type { RefusalLine } from './refusal-line';
import { nextWords } from './refusal-line';

const columns = ['Refused', 'Incident', 'Place', 'Reason, and why this person', 'By', 'What happened next'];

/** One refusal a line: its reason and rationale, whose it was, how long it took and what became of the person. */
export const RefusalsTable = ({ lines }: { readonly lines: readonly RefusalLine[] }) => {
  const now = useNow();
  const when = (at: string) => timeInList(at, now);
  return (
    <table className={styles.table} role="table" aria-label="Refusals">
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((words) => (
            <th key={words} role="columnheader" scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <tr key={line.holdId} role="row" data-testid="refusal">
            <td role="cell" data-label="Refused">
              <strong>{when(line.answeredAt)}</strong>
              <p className={styles.quiet}>{line.tookMinutes} min after it was asked</p>
            </td>
            <td role="cell" data-label="Incident">
              {line.incidentId === null ? (
                <strong>{line.incidentRef}</strong>
              ) : (
                <IncidentLink id={line.incidentId} incidentRef={line.incidentRef} />
              )}
              {line.askedFrom && <p className={styles.quiet}>{line.askedFrom}</p>}
            </td>
            <th role="rowheader" scope="row" className={styles.site}>
              <strong>{line.placeName}</strong>
            </th>
            <td role="cell" data-label="Reason">
              <strong>{refusalReasonWords[line.reason]}</strong>
              <p>{line.rationale}</p>
            </td>
            <td role="cell" data-label="By">
              {line.by}
              <p className={styles.quiet}>asked by {line.askedBy}</p>
            </td>
            <td role="cell" data-label="What happened next">
              {nextWords(line, when)}
              {line.reversal && (
                <p>
                  <strong>Reversed</strong> {when(line.reversal.at)} by {line.reversal.by}
                  {line.reversal.reason && `: ${line.reversal.reason}`}
                </p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
