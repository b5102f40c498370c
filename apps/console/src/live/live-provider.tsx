import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { createAreaClock } from './area-clock';
import { createBoardStore } from './board-store';
import { browserTimers, createFlush } from './flush';
import { createLink, LOST_AFTER_MS } from './link';
import { createLiveClient } from './live-client';
import type { Live } from './live-context';
import { LiveContext } from './live-context';
import { createSocketTransport } from './socket-transport';
import { createTicker } from './ticker';

interface Props {
  readonly areaId: string;
  readonly onSignedOut: () => void;
  readonly children: ReactNode;
}

/** How often a line that is open and silent is dropped and made anew. */
const RENEW_EVERY_MS = 6000;

const openLive = (areaId: string, onSignedOut: () => void): Live & { close: () => void } => {
  const timers = browserTimers;
  const clock = createAreaClock(timers.monotonicMs, () => Date.now());
  const ticker = createTicker(clock, timers);
  const link = createLink(timers.monotonicMs);
  const board = createBoardStore(createFlush(timers));
  const client = createLiveClient({
    areaId,
    transport: createSocketTransport(),
    board,
    clock,
    link,
    timers,
    onSignedOut,
  });
  let renewedAtMs = timers.monotonicMs();
  // Not on the area's clock: a paused demo must still notice that its line has gone quiet.
  const watchdog = setInterval(() => {
    link.review();
    if (link.silentMs() < LOST_AFTER_MS || timers.monotonicMs() - renewedAtMs < RENEW_EVERY_MS) return;
    renewedAtMs = timers.monotonicMs();
    client.renew();
  }, 1000);
  return {
    areaId,
    board,
    clock,
    ticker,
    link,
    close: () => {
      clearInterval(watchdog);
      ticker.stop();
      client.close();
    },
  };
};

/** One live client for the area, for as long as the screen is open. */
export const LiveProvider = ({ areaId, onSignedOut, children }: Props) => {
  const [live, setLive] = useState<Live>();
  useEffect(() => {
    const opened = openLive(areaId, onSignedOut);
    setLive(opened);
    return opened.close;
  }, [areaId, onSignedOut]);
  return live && <LiveContext value={live}>{children}</LiveContext>;
};
