import type { BoardChange, BoardSnapshot, WatchBoard } from '@concord/contracts';
import { entityKinds } from '@concord/contracts';
import { createAreaClock } from './area-clock';
import { createBoardStore } from './board-store';
import { createFlush } from './flush';
import { createLink } from './link';
import { createLiveClient } from './live-client';
import { createTestTimers } from './test-timers';

const areaId = '00000000-0000-4000-8000-000000000001';
const at = '2026-11-22T02:00:00.000Z';
const clockImage = { now: at, rate: 1, movable: true };

const place = (n: number, name: string) => ({
  id: `00000000-0000-4000-8000-0000000000${n + 10}`,
  areaId,
  revision: n,
  agencyId: areaId,
  name,
  kind: 'suite' as const,
  nation: 'england' as const,
  district: 'North',
  position: { lat: 54, lon: -2 },
  telephone: '01632 960000',
  meets: [],
  catchment: [],
  staffing: null,
  pressure: null,
  promises: { made: 0, kept: 0 },
  lentBy: null,
  lentTo: [],
});

const snapshot = (revision: number, names: string[], epoch = 'one'): BoardSnapshot => ({
  areaId,
  epoch,
  revision,
  clock: clockImage,
  entities: {
    ...(Object.fromEntries(entityKinds.map((kind) => [kind, []])) as unknown as BoardSnapshot['entities']),
    place: names.map((name, n) => place(n, name)),
  },
});

const change = (revision: number, name: string, image: unknown = place(0, name)): BoardChange => ({
  areaId,
  revision,
  at,
  actor: 'A. Roy',
  command: 'mark-room',
  changes: [{ kind: 'place', id: place(0, '').id, image }],
});

const pulse = (revision: number) => ({
  areaId,
  revision,
  clock: clockImage,
  engine: { state: 'running', beatSecondsAgo: 1, faults: 0 },
});

type Answer = (ask: WatchBoard) => unknown;

const connect = () => {
  const timers = createTestTimers();
  const asked: WatchBoard[] = [];
  let answer: Answer = () => ({ kind: 'snapshot', snapshot: snapshot(5, ['Elm']) });
  let on: Parameters<Parameters<typeof createLiveClient>[0]['transport']['listen']>[0] | undefined;
  const board = createBoardStore(createFlush(timers));
  const link = createLink(timers.monotonicMs);
  const clock = createAreaClock(timers.monotonicMs, () => 0);
  createLiveClient({
    areaId,
    transport: {
      watch: async (ask) => {
        asked.push(ask);
        return answer(ask);
      },
      listen: (handlers) => {
        on = handlers;
      },
      renew: () => {},
      close: () => {},
    },
    board,
    clock,
    link,
    timers,
    onSignedOut: () => {},
  });
  if (!on) throw new Error('the client listens from the start');
  const settle = async (ms = 0) => {
    for (let i = 0; i < 5; i++) await Promise.resolve();
    timers.pass(ms);
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  return {
    ...on,
    asked,
    board,
    link,
    settle,
    timers,
    answerWith: (next: Answer) => {
      answer = next;
    },
    names: () => [...board.published().shelves.place.values()].map(({ name }) => name),
  };
};

const opened = async () => {
  const live = connect();
  live.connected();
  await live.settle(100);
  return live;
};

describe('the live board', () => {
  it('starts from a whole board, and is live once it has one', async () => {
    const live = await opened();
    expect(live.asked).toEqual([{ areaId, epoch: null, revision: null }]);
    expect(live.names()).toEqual(['Elm']);
    expect(live.link.standing()).toEqual({ kind: 'live' });
  });

  it('applies the very next revision', async () => {
    const live = await opened();
    live.change(change(6, 'Oak'));
    expect(live.names()).toEqual(['Oak']);
    expect(live.board.revision()).toBe(6);
  });

  it('never applies past a gap: it asks for what is missing', async () => {
    const live = await opened();
    live.answerWith(() => ({ kind: 'changes', changes: [change(6, 'Oak'), change(7, 'Ash')], revision: 7 }));
    live.change(change(7, 'Ash'));
    expect(live.names()).toEqual(['Elm']);
    await live.settle(200);
    expect(live.asked.at(-1)).toEqual({ areaId, epoch: 'one', revision: 5 });
    expect(live.names()).toEqual(['Ash']);
  });

  it('finds a silent loss from the pulse', async () => {
    const live = await opened();
    live.answerWith(() => ({ kind: 'changes', changes: [change(6, 'Oak')], revision: 6 }));
    live.pulse(pulse(6));
    expect(live.asked).toHaveLength(1);
    await live.settle(500);
    await live.settle(200);
    expect(live.asked).toHaveLength(2);
    expect(live.names()).toEqual(['Oak']);
  });

  it('starts over when the server has another history', async () => {
    const live = await opened();
    live.answerWith(() => ({ kind: 'snapshot', snapshot: snapshot(2, ['Ash'], 'two') }));
    live.connected();
    await live.settle(200);
    expect(live.board.revision()).toBe(2);
    expect(live.board.epoch()).toBe('two');
    expect(live.names()).toEqual(['Ash']);
  });

  it('starts over when the server went back below what is shown', async () => {
    const live = await opened();
    live.answerWith(() => ({ kind: 'snapshot', snapshot: snapshot(2, ['Ash'], 'two') }));
    live.pulse(pulse(3));
    live.pulse(pulse(3));
    await live.settle(200);
    expect(live.asked.at(-1)).toEqual({ areaId, epoch: null, revision: null });
    expect(live.names()).toEqual(['Ash']);
  });

  it('changes nothing for an image it cannot read, and asks for the whole board', async () => {
    const live = await opened();
    live.answerWith(() => ({ kind: 'snapshot', snapshot: snapshot(6, ['Yew']) }));
    live.change(change(6, '', { name: 'half a place' }));
    expect(live.names()).toEqual(['Elm']);
    await live.settle(200);
    expect(live.asked.at(-1)).toEqual({ areaId, epoch: null, revision: null });
    expect(live.names()).toEqual(['Yew']);
  });

  it('keeps changes that arrive while it waits for an answer', async () => {
    const live = connect();
    live.connected();
    live.change(change(6, 'Oak'));
    await live.settle(200);
    expect(live.names()).toEqual(['Oak']);
    expect(live.board.revision()).toBe(6);
  });

  it('forgets what its viewer may no longer see', async () => {
    const live = await opened();
    live.change(change(6, '', null));
    expect(live.names()).toEqual([]);
  });

  it('publishes the first change at once and then at most ten times a second', async () => {
    const live = await opened();
    live.timers.pass(1000);
    let painted = 0;
    live.board.subscribe(() => (painted += 1));
    for (let revision = 6; revision < 26; revision++) live.change(change(revision, `Elm ${revision}`));
    expect(painted).toBe(1);
    live.timers.pass(100);
    expect(painted).toBe(2);
    expect(live.names()).toEqual(['Elm 25']);
  });
});

describe('the connection', () => {
  it('says delayed after 10 s and lost after 20 s without knowing itself complete', async () => {
    const live = await opened();
    live.timers.pass(9_000);
    live.link.review();
    expect(live.link.standing().kind).toBe('live');
    live.timers.pass(2_000);
    live.link.review();
    expect(live.link.standing()).toEqual({ kind: 'delayed', seconds: 11 });
    live.timers.pass(10_000);
    live.link.review();
    expect(live.link.standing()).toMatchObject({ kind: 'lost' });
  });

  it('is not kept live by pulses that tell of revisions it cannot get', async () => {
    const live = await opened();
    live.answerWith(() => Promise.reject(new Error('no answer')));
    for (let second = 0; second < 22; second += 2) {
      live.pulse(pulse(9));
      await live.settle(2_000);
    }
    expect(live.link.standing().kind).toBe('lost');
  });
});
