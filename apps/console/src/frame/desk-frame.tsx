import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../app/session';
import { dutyWords } from '../words/codes';
import { useStanding } from '../live/live-context';
import { Alarms } from './alarms';
import { AreaTime } from './area-time';
import { Brand } from './brand';
import { ConnectionBanner, ConnectionChip, EngineBanner, EngineChip } from './connection';
import { DemoBar } from './demo-bar';
import styles from './desk-frame.module.css';
import header from './header.module.css';
import { Marking } from './marking';
import { Reconnected } from './reconnected';
import { ScreenLinks } from './screen-links';
import { ThemeSelect } from './theme-select';
import { Voices } from './voices';

/** What stands round every desk screen: whose time, how live, what is alarming, and how it is marked. */
export const DeskFrame = ({
  children,
  aside,
}: {
  readonly children: ReactNode;
  readonly aside?: ReactNode;
}) => {
  const { me, area, signOut } = useSession();
  return (
    <div className={styles.frame} data-link={useStanding().kind}>
      <a href="#main" className={styles.skip}>
        Skip to the main part
      </a>
      <Marking />
      <header className={header.header}>
        <Brand />
        <p className={header.area}>{area.name}</p>
        <ScreenLinks />
        <AreaTime />
        <div className={header.standing}>
          <ConnectionChip />
          <EngineChip />
        </div>
        <div className={header.end}>
          {aside}
          <ThemeSelect />
          <p className={header.who}>
            <Link to="/contacts" className={header.mine} title="How I am reached">
              {me.name}
            </Link>
            <span>{area.duties.map((duty) => dutyWords[duty]).join(', ')}</span>
          </p>
          <button type="button" onClick={signOut}>
            Sign out
          </button>
        </div>
      </header>
      <ConnectionBanner />
      <EngineBanner />
      <Reconnected />
      <Alarms />
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <DemoBar />
      <Voices />
    </div>
  );
};
