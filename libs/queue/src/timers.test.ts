import { Queue } from 'bullmq';

import { closeWithin, openLink, TIMER_QUEUE, type QueueAddress } from './bull-link';
import { backends, startBackend, type RunningBackend } from './test-support/servers';
import { until } from './test-support/until';
import { connectTimerQueue } from './timer-queue';
import { startTimerWorker, type TimerWorkerOptions } from './timer-worker';

jest.setTimeout(60_000);

describe.each(backends)('timers on %s', (kind) => {
  let backend: RunningBackend;
  let address: QueueAddress;
  let looks: { id: string; at: number }[];
  let logged: string[];
  let open: { close(): Promise<void> }[];

  const log = (message: string) => void logged.push(message);
  const looksAt = (id: string) => looks.filter((look) => look.id === id);

  function queue() {
    const timers = connectTimerQueue({ ...address, log });
    open.push(timers);
    return timers;
  }

  function worker(options: Partial<TimerWorkerOptions> = {}) {
    const onDue = async (id: string) => void looks.push({ id, at: Date.now() });
    const started = startTimerWorker({ ...address, concurrency: 10, onDue, log, ...options });
    open.push(started);
    return started;
  }

  beforeAll(async () => {
    backend = await startBackend(kind);
  });
  afterAll(() => backend.end());
  beforeEach(async () => {
    [looks, logged, open] = [[], [], []];
    address = await backend.fresh();
  });
  afterEach(async () => {
    await Promise.all(open.map((one) => one.close()));
  });

  test('a timer is looked at when it falls due, and never before', async () => {
    worker();
    const timers = queue();
    const armedAt = Date.now();
    await timers.arm([
      { id: 'soon', inMs: 300 },
      { id: 'fraction', inMs: 450.3 },
      { id: 'overdue', inMs: -5_000 },
    ]);
    await until('all three are looked at', () => looks.length === 3);

    const late = (id: string, inMs: number) => looksAt(id)[0]!.at - armedAt - inMs;
    expect(late('soon', 300)).toBeGreaterThanOrEqual(0);
    expect(late('fraction', 451)).toBeGreaterThanOrEqual(0);
    // Past two seconds the sweep would have been there first, and the queue would be of no use.
    for (const [id, inMs] of [
      ['overdue', 0],
      ['soon', 300],
      ['fraction', 451],
    ] as const) {
      expect(late(id, inMs)).toBeLessThan(2_000);
    }
    expect(logged).toEqual([]);
  });

  test('a timer whose time is moved is looked at once, at its new time only', async () => {
    worker();
    const timers = queue();
    const armedAt = Date.now();
    await timers.arm([
      { id: 'later', inMs: 300 },
      { id: 'sooner', inMs: 600_000 },
    ]);
    await timers.arm([
      { id: 'later', inMs: 1_200 },
      { id: 'sooner', inMs: 200 },
      { id: 'between', inMs: 700 },
    ]);
    await until('all three', () => ['later', 'sooner', 'between'].every((id) => looksAt(id).length > 0));

    expect(looks).toHaveLength(3);
    expect(looksAt('later')[0]!.at - armedAt).toBeGreaterThanOrEqual(1_200);
  });

  test('a timer can be armed again as often as it has fired', async () => {
    worker();
    const timers = queue();
    for (const round of [1, 2, 3]) {
      await timers.arm([{ id: 'silence', inMs: 50 }]);
      await until(`look ${round}`, () => looks.length === round);
    }
    expect(looksAt('silence')).toHaveLength(3);
  });

  test('the work that a timer causes may arm the same timer again', async () => {
    const timers = queue();
    worker({
      async onDue(id) {
        looks.push({ id, at: Date.now() });
        if (looks.length < 4) await timers.arm([{ id, inMs: 100 }]);
      },
    });
    await timers.arm([{ id: 'next-step', inMs: 0 }]);
    await until('the fourth look', () => looks.length === 4);

    for (const [earlier, look] of looks.slice(1).map((look, index) => [looks[index]!, look] as const)) {
      expect(look.at - earlier.at).toBeGreaterThanOrEqual(100);
    }
  });

  test('of 500 timers armed by two processes and shared by two workers, each is looked at exactly once', async () => {
    worker();
    worker();
    const both = [queue(), queue()];
    const ids = Array.from({ length: 500 }, (_unused, index) => `timer-${index}`);
    await Promise.all(
      both.map((timers, half) =>
        timers.arm(
          ids.filter((_id, index) => index % 2 === half).map((id, index) => ({ id, inMs: index % 400 })),
        ),
      ),
    );
    await until('all 500', () => looks.length >= 500);
    // What comes last in the queue shows that nothing else is left in it.
    await queue().arm([{ id: 'last', inMs: 100 }]);
    await until('the last', () => looksAt('last').length > 0);

    expect(logged).toEqual([]);
    expect(looks.map(({ id }) => id).sort()).toEqual([...ids, 'last'].sort());
  });

  test('of many timers armed together, none is put off by the time that adding the others takes', async () => {
    const before = Date.now();
    const added = queue().arm(
      Array.from({ length: 300 }, (_unused, index) => ({ id: `${index}`, inMs: 60_000 })),
    );
    const after = Date.now();
    await added;
    const link = openLink(address, 2, () => undefined);
    const bull = new Queue(TIMER_QUEUE, { connection: address }, link.factory);
    const due = (await bull.getDelayed()).map((job) => job.timestamp + job.delay);
    await closeWithin(1_000, bull, link);

    expect(due).toHaveLength(300);
    expect(Math.min(...due)).toBeGreaterThanOrEqual(before + 60_000);
    expect(Math.max(...due)).toBeLessThanOrEqual(after + 60_000);
  });

  test('an id with a colon, as BullMQ forbids, is armed like any other', async () => {
    worker();
    await queue().arm([{ id: 'HV:42:handover', inMs: 0 }]);
    await until('it is looked at', () => looksAt('HV:42:handover').length === 1);
  });

  test('a look that fails is said and does not hold up the next', async () => {
    worker({
      concurrency: 1,
      async onDue(id) {
        if (id === 'bad') throw new Error('the database is on holiday');
        looks.push({ id, at: Date.now() });
      },
    });
    await queue().arm([
      { id: 'bad', inMs: 0 },
      { id: 'good', inMs: 100 },
    ]);
    await until('the next is looked at', () => looks.length === 1);
    expect(logged).toEqual(['timer bad could not be looked at: the database is on holiday']);
  });

  test('when every armed timer is wiped out, commands go on unharmed and timers armed again fire', async () => {
    worker();
    const timers = queue();
    const twenty = Array.from({ length: 20 }, (_unused, index) => ({ id: `t${index}`, inMs: 300_000 }));
    await timers.arm(twenty);
    await backend.loseEverything();
    await timers.arm(twenty.map(({ id }) => ({ id, inMs: 100 })));
    await until('all twenty', () => looks.length === 20);
    expect(new Set(looks.map(({ id }) => id)).size).toBe(20);
  });

  test('killed connections lose no timer, before or after', async () => {
    worker();
    const timers = queue();
    const fifty = Array.from({ length: 50 }, (_unused, index) => ({ id: `t${index}`, inMs: 1_000 }));
    await timers.arm(fifty);
    await backend.killEveryConnection();
    await timers.arm([{ id: 'after', inMs: 0 }]);
    await until('the one armed after', () => looksAt('after').length > 0);
    await until('the fifty', () => fifty.every(({ id }) => looksAt(id).length > 0));
  });

  test('with its server down, arming neither fails nor waits, and what was armed fires when it is back', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    worker();
    const timers = queue();
    await timers.arm([{ id: 'before', inMs: 0 }]);
    await until('it works at all', () => looks.length === 1);

    await backend.stop();
    await timers.arm([{ id: 'first', inMs: 100 }]);
    const began = Date.now();
    for (let n = 0; n < 100; n += 1) await timers.arm([{ id: `t${n}`, inMs: 100 }]);
    expect(Date.now() - began).toBeLessThan(1_000);
    await backend.start();
    await until('all that was armed meanwhile', () => looks.length >= 102);

    const said = (what: string) => logged.filter((line) => line.startsWith(what)).length;
    await until('that it is over has been said', () => said('timer queue back') === 1);
    expect(said('timer queue lost')).toBe(1);
    expect(unhandled).toEqual([]);
    process.off('unhandledRejection', note);
  });

  test('a worker started before its server is up begins work as soon as it is', async () => {
    await backend.stop();
    worker();
    const timers = queue();
    await timers.arm([{ id: 'early', inMs: 0 }]);
    await until('the worker has noticed', () => logged.some((line) => line.startsWith('timer worker lost')));
    await backend.start();
    await until('the timer is looked at', () => looksAt('early').length > 0);
  });

  test('a worker that is replaced for being idle goes on working', async () => {
    worker({ idleMs: 200 });
    const timers = queue();
    await timers.arm([{ id: 'after-a-few', inMs: 900 }]);
    await until('it is looked at', () => looks.length === 1);
    await timers.arm([{ id: 'at-once', inMs: 0 }]);
    await until('and the next', () => looks.length === 2);
    expect(logged).toEqual([]);
  });

  test('closing a worker waits for the look in progress', async () => {
    let begun = false;
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    const busy = worker({
      async onDue(id) {
        begun = true;
        await held;
        looks.push({ id, at: Date.now() });
      },
    });
    await queue().arm([{ id: 'slow', inMs: 0 }]);
    await until('it has begun', () => begun);
    const closed = busy.close();
    finish();
    await closed;
    expect(looks.map(({ id }) => id)).toEqual(['slow']);
  });
});
