import type { AmhpLoad } from '@concord/domain';
import beds from '../beds/beds.module.css';
import { hoursMinutes } from '../time/span';
import styles from './team.module.css';

const columns = ['Who', 'Offered', 'Accepted', 'Could not take', 'Not answered in time', 'Hours attending'];

/** How the work fell over four weeks, for the lead to spread it. It says what happened and marks nobody. */
export const LoadTable = ({ loads }: { readonly loads: readonly AmhpLoad[] }) => (
  <>
    <p className={styles.explain}>
      The last four weeks, those with most hours first, so that the next rota can spread the work. Declining
      is a proper answer: people rest, travel and have conflicts of interest. An offer goes unanswered when
      somebody is driving or out of signal. Hours run from acceptance until free again.
    </p>
    <table className={beds.table} role="table" aria-label="How the work fell">
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
        {loads.map(({ who, offered, accepted, declined, unanswered, minutes }) => (
          <tr key={who.userId} role="row">
            <th role="rowheader" scope="row">
              {who.name}
            </th>
            {[offered, accepted, declined, unanswered].map((count, i) => (
              <td key={columns[i + 1]} role="cell" data-label={columns[i + 1]}>
                {count}
              </td>
            ))}
            <td role="cell" data-label={columns[5]}>
              {hoursMinutes(minutes * 60_000)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
);
