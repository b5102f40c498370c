import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './panel.module.css';

interface Props {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly fill?: boolean;
}

export const Panel = ({ title, aside, children, fill = false }: Props) => {
  const heading = useId();
  return (
    <section className={styles.panel} aria-labelledby={heading} data-fill={fill || undefined}>
      <header className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
};
