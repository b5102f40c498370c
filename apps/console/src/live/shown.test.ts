import { shown } from './shown';
import { createTestTimers } from './test-timers';

/** A board of which only the revision counts. */
const boardAt = (first: number | null) => {
  let revision = first;
  const listeners = new Set<() => void>();
  return {
    published: () => ({ epoch: 'one', revision, shelves: {} as never }),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    moveTo: (next: number) => {
      revision = next;
      for (const listener of listeners) listener();
    },
    listeners,
  };
};

/** Whether it has ended by now. */
const watched = (waiting: Promise<void>) => {
  let ended = false;
  void waiting.then(() => {
    ended = true;
  });
  return async () => {
    await Promise.resolve();
    return ended;
  };
};

describe('a reply is shown', () => {
  it.each([
    ['once the board has reached the revision that it was written at', { id: 'a', revision: 6 }],
    ['of several, once the board has reached the last', [{ revision: 5 }, { revision: 6 }]],
  ])('%s', async (_when, reply) => {
    const board = boardAt(4);
    const ended = watched(shown(board, reply, createTestTimers()));
    expect(await ended()).toBe(false);
    board.moveTo(5);
    expect(await ended()).toBe(false);
    board.moveTo(6);
    expect(await ended()).toBe(true);
    expect(board.listeners.size).toBe(0);
  });

  it.each([
    ['the board is there already', { revision: 4 }],
    ['nothing of the board was written', undefined],
    ['nothing of the board was written but told', { sent: true }],
    ['there are none', []],
  ])('at once where %s', async (_why, reply) => {
    const ended = watched(shown(boardAt(4), reply, createTestTimers()));
    expect(await ended()).toBe(true);
  });

  it('in two seconds where the board is late: the answer stands, and the line says that it is late', async () => {
    const board = boardAt(null);
    const timers = createTestTimers();
    const ended = watched(shown(board, { revision: 1 }, timers));
    timers.pass(1999);
    expect(await ended()).toBe(false);
    timers.pass(1);
    expect(await ended()).toBe(true);
    expect(board.listeners.size).toBe(0);
  });
});
