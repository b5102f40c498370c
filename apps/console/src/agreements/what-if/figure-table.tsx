import type { ReactNode } from 'react';
import styles from '../agreements.module.css';

interface Props {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: ReactNode;
    readonly cells: readonly string[];
  }[];
}

/** Figures by something: its name first, then the figures. */
export const FigureTable = ({ label, heads, rows }: Props) => (
  <div className={styles.scrolls} tabIndex={0} role="region" aria-label={label}>
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {heads.map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, cells }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, i) => (
              <td key={heads[i + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
