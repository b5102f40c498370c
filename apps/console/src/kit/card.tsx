import type { ReactNode } from 'react';
import styles from './card.module.css';

interface Props {
  readonly title: ReactNode;
  readonly tone?: 'due' | 'mine' | 'plain';
  readonly testId?: string;
  readonly aside?: ReactNode;
  /** The card has keys of its own, which work while the focus is in it. */
  readonly scope?: string | undefined;
  readonly children: ReactNode;
}

/** One thing on a phone screen. */
export const Card = ({ title, tone = 'plain', testId, aside, scope, children }: Props) => (
  <section className={styles.card} data-tone={tone} data-testid={testId} data-keys={scope}>
    <header className={styles.head}>
      <h2>{title}</h2>
      {aside}
    </header>
    <div className={styles.body}>{children}</div>
  </section>
);
