import type { QueueAddress } from './bull-link';
import { backends, startBackend, type RunningBackend } from './test-support/servers';
import { until } from './test-support/until';
import { connectWake } from './wake';

jest.setTimeout(60_000);

describe.each(backends)('wake-ups over %s', (kind) => {
  let backend: RunningBackend;
  let address: QueueAddress;
  let logged: string[];
  let open: { close(): Promise<void> }[];

  beforeAll(async () => {
    backend = await startBackend(kind);
  });
  afterAll(() => backend.end());
  beforeEach(async () => {
    [logged, open] = [[], []];
    address = await backend.fresh();
  });
  afterEach(async () => {
    await Promise.all(open.map((one) => one.close()));
  });

  /** One process: what it hears, in order. */
  function process() {
    const heard: [area: string, revision: number][] = [];
    const wake = connectWake({ ...address, log: (message) => void logged.push(message) });
    wake.onAreaMoved((areaId, revision) => void heard.push([areaId, revision]));
    open.push(wake);
    return { wake, heard };
  }

  /** A wake-up may be lost while connections are being made, so the area keeps moving until one arrives. */
  async function untilHears(from: ReturnType<typeof process>, to: ReturnType<typeof process>, area: string) {
    let revision = 0;
    await until(`area ${area} is heard of`, () => {
      from.wake.areaMoved(area, (revision += 1));
      return to.heard.some(([heardOf]) => heardOf === area);
    });
    await until('the last of it', () => to.heard.at(-1)?.[1] === revision);
    to.heard.length = from.heard.length = 0;
  }

  test('a change in one process is heard in the other, and at home in the same tick and once', async () => {
    const [here, there] = [process(), process()];
    await untilHears(here, there, 'warm-up');

    here.wake.areaMoved('harrowdale', 7);
    expect(here.heard).toEqual([['harrowdale', 7]]);
    await until('it is heard there', () => there.heard.length > 0);
    expect(there.heard).toEqual([['harrowdale', 7]]);

    // An answer from there comes back after any echo of the first would have.
    there.wake.areaMoved('harrowdale', 8);
    await until('the answer', () => here.heard.length > 1);
    expect(here.heard).toEqual([
      ['harrowdale', 7],
      ['harrowdale', 8],
    ]);
  });

  test('a thousand changes in a burst are one or two wake-ups elsewhere, and the last is the latest', async () => {
    const [here, there] = [process(), process()];
    await untilHears(here, there, 'warm-up');
    for (let revision = 1; revision <= 1_000; revision += 1) here.wake.areaMoved('harrowdale', revision);
    await until('the latest', () => there.heard.at(-1)?.[1] === 1_000);
    expect(there.heard.length).toBeLessThanOrEqual(2);
    expect(here.heard).toHaveLength(1_000);
  });

  test('areas do not hide one another', async () => {
    const [here, there] = [process(), process()];
    await untilHears(here, there, 'warm-up');
    const areas = Array.from({ length: 300 }, (_unused, index) => `area-${index}`);
    for (const area of areas) here.wake.areaMoved(area, 1);
    await until('all areas', () => there.heard.length === areas.length);
    expect(there.heard.map(([area]) => area).sort()).toEqual([...areas].sort());
  });

  test('wake-ups come through again after every connection was killed', async () => {
    const [here, there] = [process(), process()];
    await untilHears(here, there, 'before');
    for (const round of [1, 2, 3]) {
      await backend.killEveryConnection();
      await untilHears(here, there, `after-kill-${round}`);
      await untilHears(there, here, `back-after-kill-${round}`);
    }
  });

  test('with its server down nothing is thrown, it is said once, and the latest is heard afterwards', async () => {
    const [here, there] = [process(), process()];
    await untilHears(here, there, 'before');
    await backend.stop();
    await until('both have noticed', () => logged.filter((line) => line.includes(' lost: ')).length === 2);
    for (let revision = 1; revision <= 100; revision += 1) here.wake.areaMoved('harrowdale', revision);
    expect(here.heard).toHaveLength(100);
    await backend.start();
    await untilHears(here, there, 'after');

    expect(logged.filter((line) => line.includes(' lost: '))).toHaveLength(2);
    await until('both say so', () => logged.filter((line) => line.includes(' back after ')).length === 2);
  });

  test('a listener that fails is named, and keeps nothing from the others', async () => {
    const { wake, heard } = process();
    wake.onAreaMoved(() => {
      throw new Error('no room');
    });
    const late: number[] = [];
    const stop = wake.onAreaMoved((_area, revision) => void late.push(revision));
    wake.areaMoved('harrowdale', 1);
    stop();
    wake.areaMoved('harrowdale', 2);

    expect(heard).toHaveLength(2);
    expect(late).toEqual([1]);
    expect(logged).toContain('a listener to area harrowdale failed at revision 1: no room');
  });

  test('an older revision than one already told is not told again', () => {
    const { wake, heard } = process();
    wake.areaMoved('harrowdale', 5);
    wake.areaMoved('harrowdale', 5);
    wake.areaMoved('harrowdale', 4);
    expect(heard).toEqual([['harrowdale', 5]]);
  });
});
