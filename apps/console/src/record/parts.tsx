import type { Fact, FactKind, Instant } from '@concord/domain';
import { standing } from '@concord/domain';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { GlyphName } from '../kit/glyph';
import { Glyph } from '../kit/glyph';
import { fullDate, hourMinuteZone } from '../time/london';
import { factLine } from '../words/fact-line';
import { attribution } from './attribution';
import styles from './record.module.css';

/** A part of the record under its heading. */
export const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const heading = useId();
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
};

/** A time in full; the record is read on other days and in other places. */
export const At = ({ at }: { readonly at: Instant }) => (
  <time dateTime={at} className={styles.at}>
    <span>{fullDate(at)}</span> <span>{hourMinuteZone(at)}</span>
  </time>
);

/** Glyph and word, black: what a copier keeps. */
export const Mark = ({ tone, children }: { readonly tone: GlyphName; readonly children: ReactNode }) => (
  <strong className={styles.mark}>
    <Glyph name={tone} size={11} />
    <span>{children}</span>
  </strong>
);

export interface Row {
  readonly label: string;
  readonly says: ReactNode;
}

export const Rows = ({ rows }: { readonly rows: readonly Row[] }) => (
  <dl className={styles.rows}>
    {rows.map(({ label, says }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{says}</dd>
      </div>
    ))}
  </dl>
);

interface TableProps {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** A time, what happened, who told it: the same widths in every such table. */
  readonly dated?: boolean;
}

export const Table = ({ label, heads, rows, dated = false }: TableProps) => (
  <table className={styles.table} aria-label={label} data-dated={dated || undefined}>
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ key, cells }) => (
        <tr key={key}>
          {cells.map((cell, column) => (
            <td key={heads[column]}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

export const None = ({ children }: { readonly children: ReactNode }) => (
  <p className={styles.none}>{children}</p>
);

/** What was said and by whom. */
export const Said = ({ fact }: { readonly fact: Fact }) => (
  <>
    {factLine(fact)} <span className={styles.by}>{attribution(fact)}</span>
  </>
);

interface FactsProps {
  readonly facts: readonly Fact[];
  readonly kinds: readonly FactKind[];
  readonly label: string;
  /** Said where there is none: silence could mean either. */
  readonly none: string;
}

/** The facts of some kinds that stand, in order, or that there is none. */
export const Facts = ({ facts, kinds, label, none }: FactsProps) => {
  const found = standing(facts).filter(({ kind }) => kinds.includes(kind));
  return found.length === 0 ? (
    <None>{none}</None>
  ) : (
    <Table
      label={label}
      heads={['When', label, 'Told by']}
      rows={found.map((fact) => ({
        key: fact.id,
        cells: [<At key="at" at={fact.happenedAt} />, factLine(fact), attribution(fact)],
      }))}
      dated
    />
  );
};
