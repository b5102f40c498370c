import type { ReactNode } from 'react';
import { Brand } from '../frame/brand';
import styles from './message-page.module.css';

/** A page with one thing to say. */
export const MessagePage = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) => (
  <div className={styles.page}>
    <header className={styles.header}>
      <Brand />
    </header>
    <main className={styles.main}>
      <h1>{title}</h1>
      {children}
    </main>
  </div>
);
