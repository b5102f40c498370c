import type { BoardChange, WatchBoard } from '@concord/contracts';
import { boardChange, boardPulse } from '@concord/contracts';
import type { AreaClock } from './area-clock';
import type { BoardStore } from './board-store';
import type { Timers } from './flush';
import type { Link } from './link';
import { readWatchReply } from './watch-reply';

/** The wire, as the client needs it. Everything that comes off it is unread until a schema has read it. */
export interface Transport {
  readonly watch: (ask: WatchBoard) => Promise<unknown>;
  readonly listen: (on: {
    connected: () => void;
    change: (raw: unknown) => void;
    pulse: (raw: unknown) => void;
    signedOut: () => void;
  }) => void;
  /** Drop the connection and make another: for one that is open and says nothing. */
  readonly renew: () => void;
  readonly close: () => void;
}

/** A pulse may overtake a change that is already on its way; only a gap that stays is a gap. */
const GAP_GRACE_MS = 400;
const RETRY_MS = 1000;

export interface LiveParts {
  readonly areaId: string;
  readonly transport: Transport;
  readonly board: BoardStore;
  readonly clock: AreaClock;
  readonly link: Link;
  readonly timers: Timers;
  readonly onSignedOut: () => void;
}

/** Keeps one area's board complete: applies the very next revision, and asks again whenever it is not that. */
export const createLiveClient = ({
  areaId,
  transport,
  board,
  clock,
  link,
  timers,
  onSignedOut,
}: LiveParts) => {
  let asking = false;
  let askAgain = false;
  let wholeBoard = true;
  let behindPulses = 0;
  let closed = false;
  let held: BoardChange[] = [];

  const complete = () => link.complete(clock.now());

  const take = (change: BoardChange) => {
    try {
      const verdict = board.apply(change);
      if (verdict === 'applied') {
        clock.isAtLeast(change.at);
        complete();
      }
      if (verdict === 'gap') askAgain = true;
    } catch {
      // An image this screen cannot read: a whole board is the only true thing left to ask for.
      wholeBoard = true;
      askAgain = true;
    }
  };

  const takeReply = (raw: unknown) => {
    const reply = readWatchReply(raw);
    switch (reply.kind) {
      case 'snapshot':
        wholeBoard = false;
        clock.tell(reply.snapshot.clock);
        board.replace(reply.snapshot);
        return complete();
      case 'changes':
        reply.changes.forEach(take);
        if (board.revision() === reply.revision) return complete();
        wholeBoard = true;
        askAgain = true;
        return;
      case 'refused':
        return link.refuse(reply.message);
      case 'unreadable':
        return link.refuse('This screen cannot read what the server sends. Reload the page.');
    }
  };

  const ask = async (): Promise<void> => {
    if (closed) return;
    if (asking) {
      askAgain = true;
      return;
    }
    asking = true;
    askAgain = false;
    held = [];
    try {
      takeReply(
        await transport.watch({
          areaId,
          epoch: wholeBoard ? null : board.epoch(),
          revision: wholeBoard ? null : board.revision(),
        }),
      );
    } catch {
      timers.after(RETRY_MS, () => void ask());
    } finally {
      asking = false;
    }
    held.forEach(take);
    held = [];
    if (askAgain) timers.after(0, () => void ask());
  };

  const hearChange = (raw: unknown) => {
    const read = boardChange.safeParse(raw);
    if (!read.success) {
      wholeBoard = true;
      return void ask();
    }
    if (read.data.areaId !== areaId) return;
    if (asking) {
      held.push(read.data);
      return;
    }
    take(read.data);
    if (askAgain) void ask();
  };

  const hearPulse = (raw: unknown) => {
    const read = boardPulse.safeParse(raw);
    if (!read.success || read.data.areaId !== areaId) return;
    clock.tell(read.data.clock);
    link.pulse(read.data.engine);
    const mine = board.revision();
    if (mine === null) return;
    const head = read.data.revision;
    behindPulses = head < mine ? behindPulses + 1 : 0;
    if (behindPulses >= 2) {
      // Two pulses in a row below what is shown: the server went back, so what is shown never happened.
      wholeBoard = true;
      return void ask();
    }
    if (head <= mine) return complete();
    timers.after(GAP_GRACE_MS, () => {
      if ((board.revision() ?? -1) < head) void ask();
    });
  };

  transport.listen({
    connected: () => void ask(),
    change: hearChange,
    pulse: hearPulse,
    signedOut: onSignedOut,
  });

  return {
    /** Asks at once for what is missing; for a screen that has just come back into view. */
    refresh: () => void ask(),
    renew: transport.renew,
    close: () => {
      closed = true;
      transport.close();
    },
  };
};
