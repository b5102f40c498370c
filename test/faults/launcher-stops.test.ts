import { startMark } from '@concord/postgres';
import { eventually, install, type Installation } from './launcher-process';

const address = /http:\/\/localhost:\d+/;
const everything = ['api', 'postgres', 'simulator', 'worker'];
let begun: Installation;
let installation: Installation;

beforeAll(async () => {
  begun = install();
  const launcher = begun.launch();
  await launcher.says(address);
  launcher.signal('SIGINT');
  await launcher.ends();
});

beforeEach(() => {
  installation = begun.copy();
});

afterEach(() => installation.remove());
afterAll(() => begun.remove());

const alive = (pids: number[]): number[] => pids.filter((pid) => startMark(pid) !== undefined);

async function running(): Promise<{ launcher: ReturnType<Installation['launch']>; pids: number[] }> {
  const launcher = installation.launch();
  await launcher.says(address);
  const processes = installation.processes();
  expect(Object.keys(processes).sort()).toEqual(everything);
  return { launcher, pids: Object.values(processes) };
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s stops every child', async (signal) => {
  const { launcher, pids } = await running();
  launcher.signal(signal);
  const { code, after } = await launcher.ends();
  expect({ code, alive: alive(pids) }).toEqual({ code: 0, alive: [] });
  expect(after).toBeLessThan(10);
});

test('SIGTERM to npm, which stops only the shell between, stops everything', async () => {
  const npm = installation.launchByNpm();
  await npm.says(address);
  const pids = Object.values(installation.processes());
  npm.signal('SIGTERM');
  await npm.ends();
  await eventually('nothing is left', () => alive(pids).length === 0);
});

test('a signal in the middle of the first start leaves nothing behind', async () => {
  const first = install();
  try {
    const launcher = first.launch(['--empty']);
    await launcher.says(/Creating the database/);
    launcher.signal('SIGTERM');
    expect((await launcher.ends()).code).toBe(0);
    await eventually('no server runs', () => alive(Object.values(first.processes())).length === 0);
    const again = first.launch(['--empty']);
    await again.says(address);
    again.signal('SIGINT');
    expect((await again.ends()).code).toBe(0);
  } finally {
    await first.remove();
  }
});

test('a child that hangs is killed', async () => {
  const { launcher, pids } = await running();
  process.kill(installation.processes()['worker'] ?? 0, 'SIGSTOP');
  launcher.signal('SIGINT');
  const { code } = await launcher.ends();
  expect({ code, alive: alive(pids) }).toEqual({ code: 0, alive: [] });
});

test('a second Ctrl-C does not wait for it', async () => {
  const { launcher, pids } = await running();
  process.kill(installation.processes()['worker'] ?? 0, 'SIGSTOP');
  launcher.signal('SIGINT');
  await launcher.says(/Stopping/);
  await eventually('it ends on the second signal', async () => {
    launcher.signal('SIGINT');
    return launcher.ends(0.5).then(
      () => true,
      () => false,
    );
  });
  expect((await launcher.ends()).code).toBe(130);
  await eventually('nothing is left', () => alive(pids).length === 0);
});

test('kill -9 of the launcher ends every child, and the next start recovers', async () => {
  const { launcher, pids } = await running();
  launcher.signal('SIGKILL');
  await eventually('nothing is left', () => alive(pids).length === 0);
  const again = installation.launch();
  await again.says(address);
  again.signal('SIGINT');
  expect((await again.ends()).code).toBe(0);
});

test('kill -9 with a hung child: the next start ends it and says so', async () => {
  const { launcher } = await running();
  const worker = installation.processes()['worker'] ?? 0;
  process.kill(worker, 'SIGSTOP');
  launcher.signal('SIGKILL');
  await launcher.ends();
  const again = installation.launch();
  await again.says(/Ended a worker left by an earlier run/);
  expect(alive([worker])).toEqual([]);
  await again.says(address);
  again.signal('SIGINT');
  expect((await again.ends()).code).toBe(0);
});
