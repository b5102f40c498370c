import { useEffect, useState } from 'react';
import { useLive } from '../live/live-context';
import { announce } from './announcer';
import styles from './connection.module.css';

const SHOWN_MS = 20_000;

const words = (changes: number): string =>
  `Reconnected. ${changes === 0 ? 'Nothing changed' : changes === 1 ? '1 change' : `${changes} changes`} while away.`;

/** After a silence: how much happened that nobody here could see. */
export const Reconnected = () => {
  const { link, board } = useLive();
  const [news, setNews] = useState<string>();

  useEffect(() => {
    let lostAt: number | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const off = link.subscribe(() => {
      const { kind } = link.standing();
      if (kind === 'lost') lostAt ??= board.revision();
      if (kind !== 'live' || lostAt === null) return;
      const text = words(Math.max(0, (board.revision() ?? lostAt) - lostAt));
      lostAt = null;
      setNews(text);
      announce.done(text);
      clearTimeout(timer);
      timer = setTimeout(() => setNews(undefined), SHOWN_MS);
    });
    return () => {
      off();
      clearTimeout(timer);
    };
  }, [link, board]);

  if (!news) return null;
  return <p className={styles.back}>{news}</p>;
};
