import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AmhpTabs } from '../amhp/amhp-tabs';
import { mayOpen } from '../app/screens';
import { useSession } from '../app/session';
import { useStanding } from '../live/live-context';
import { AreaTime } from './area-time';
import { Brand } from './brand';
import { ConnectionBanner, ConnectionChip, EngineBanner } from './connection';
import { DemoBar } from './demo-bar';
import header from './header.module.css';
import { Marking } from './marking';
import styles from './phone-frame.module.css';
import { Reconnected } from './reconnected';
import { ThemeSelect } from './theme-select';
import { Voices } from './voices';

interface Props {
  /** Whom or what this screen is for: "Elm Suite", "T3". */
  readonly title: string;
  readonly under?: ReactNode;
  readonly wide?: boolean;
  /** For whoever sits at a desk: not shown on a phone. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** What stands round every phone screen. The person's own menu is folded away; how live it is never is. */
export const PhoneFrame = ({ title, under, wide = false, aside, children }: Props) => {
  const { me, area, signOut } = useSession();
  const tabs = mayOpen('amhp', area);
  return (
    <div className={styles.frame} data-phone="" data-tabs={tabs || undefined} data-link={useStanding().kind}>
      <Marking />
      <header className={header.header} data-phone="">
        <Brand />
        <AreaTime short />
        <div className={header.end}>
          <ConnectionChip />
          {aside && <div className={styles.aside}>{aside}</div>}
          <details className={styles.menu}>
            <summary>Menu</summary>
            <div className={styles.sheet}>
              <p>
                <strong>{me.name}</strong>
                <br />
                {area.name}
              </p>
              {!tabs && mayOpen('who-is-on', area) && <Link to="/who-is-on">Who is on call</Link>}
              {mayOpen('agreements', area) && <Link to="/agreements">What was agreed</Link>}
              {!tabs && <Link to="/contacts">How I am reached</Link>}
              <ThemeSelect />
              <button type="button" onClick={signOut}>
                Sign out
              </button>
            </div>
          </details>
        </div>
      </header>
      <ConnectionBanner />
      <EngineBanner />
      <Reconnected />
      <div className={styles.middle}>
        <main id="main" className={styles.main} data-wide={wide || undefined} tabIndex={-1}>
          <div className={styles.title}>
            <h1>{title}</h1>
            {under}
          </div>
          {children}
        </main>
        <DemoBar />
      </div>
      {tabs && <AmhpTabs />}
      <Voices />
    </div>
  );
};
