import type { BoardStore } from './board-store';
import type { Timers } from './flush';
import { browserTimers } from './flush';

/** A board that is later than this is late for everything, and says so itself. */
const WITHIN_MS = 2000;

/** The area's revision at which a reply's thing was written, or the last of several; 0 where it is of none. */
const writtenAt = (reply: unknown): number => {
  if (Array.isArray(reply)) return Math.max(0, ...reply.map(writtenAt));
  const of = reply as { readonly revision?: unknown } | null | undefined;
  return typeof of?.revision === 'number' ? of.revision : 0;
};

/** Waits until the board shows what a reply tells of, or is late. */
export const shown = (
  board: Pick<BoardStore, 'published' | 'subscribe'>,
  reply: unknown,
  timers: Pick<Timers, 'after'> = browserTimers,
): Promise<void> =>
  new Promise((done) => {
    const isShown = () => (board.published().revision ?? 0) >= writtenAt(reply);
    if (isShown()) return done();
    const end = () => {
      notLate();
      stop();
      done();
    };
    const notLate = timers.after(WITHIN_MS, end);
    const stop = board.subscribe(() => {
      if (isShown()) end();
    });
  });
