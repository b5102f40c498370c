import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { mayOpen, screenWords } from '../app/screens';
import { useSession } from '../app/session';
import { DeskFrame } from '../frame/desk-frame';
import { PhoneFrame } from '../frame/phone-frame';
import styles from './agreements.module.css';

const useAtDesk = (): boolean => mayOpen('console', useSession().area);

/** A page's own heading: beneath the frame's where that has one. */
export const PageHeading = ({ children }: { readonly children: ReactNode }) =>
  useAtDesk() ? (
    <h1 className={styles.heading}>{children}</h1>
  ) : (
    <h2 className={styles.heading}>{children}</h2>
  );

/** What stands round the agreement: the desk for whoever works at one; for a suite, an AMHP or a crew their own frame, to read it. */
export const ReaderFrame = ({ children }: { readonly children: ReactNode }) => {
  const { me } = useSession();
  if (useAtDesk()) return <DeskFrame>{children}</DeskFrame>;
  return (
    <PhoneFrame
      wide
      title="What was agreed"
      under={
        <Link to={`/${me.screen}`} className={styles.back}>
          Back to {screenWords[me.screen].toLowerCase()}
        </Link>
      }
    >
      {children}
    </PhoneFrame>
  );
};
