import type { Agreement } from '@concord/domain';
import { Badge } from '../kit/badge';
import { Nothing } from '../kit/nothing';
import styles from './agreements.module.css';
import { changeLines } from './change-words';
import { useNames } from './use-names';

const kindWords = { changed: 'CHANGED', added: 'ADDED', removed: 'REMOVED' } as const;
const kindTones = { changed: 'mine', added: 'soon', removed: 'stopped' } as const;

interface Props {
  readonly before: Agreement;
  readonly after: Agreement;
}

/** Two versions side by side, field by field, only where they differ. */
export const ChangesTable = ({ before, after }: Props) => {
  const lines = changeLines(before, after, useNames());
  if (lines.length === 0)
    return (
      <Nothing>
        Version {before.version} and version {after.version} say the same.
      </Nothing>
    );
  return (
    <div className={styles.scrolls} tabIndex={0} role="region" aria-label="What differs">
      <table className={styles.table} aria-label="What differs">
        <thead>
          <tr>
            {['Of', 'What', 'How', `Version ${before.version}`, `Version ${after.version}`].map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ field, where, what, kind, before: was, after: is }, i) => (
            <tr key={field} data-field={field}>
              <td>
                {where === lines[i - 1]?.where ? (
                  <span className="visually-hidden">{where}</span>
                ) : (
                  <strong>{where}</strong>
                )}
              </td>
              <th scope="row">{what}</th>
              <td>
                <Badge tone={kindTones[kind]}>{kindWords[kind]}</Badge>
              </td>
              <td>{was === null ? <span className={styles.quiet}>not said</span> : was}</td>
              <td>{is === null ? <span className={styles.quiet}>not said</span> : <strong>{is}</strong>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
