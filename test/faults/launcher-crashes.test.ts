import { eventually, install, isReady, type Installation, type LauncherProcess } from './launcher-process';

let installation: Installation;
let launcher: LauncherProcess;
let address: string;

beforeAll(async () => {
  installation = install();
  launcher = installation.launch();
  [address] = (await launcher.says(/http:\/\/localhost:\d+/)) as [string];
});

afterAll(async () => {
  launcher.signal('SIGINT');
  await launcher.ends();
  await installation.remove();
});

test.each(['api', 'worker', 'simulator'])('a crashed %s is started again and said so', async (name) => {
  const before = installation.processes()[name] ?? 0;
  process.kill(before, 'SIGKILL');
  await launcher.says(new RegExp(`The ${name} stopped unexpectedly \\(killed by SIGKILL\\)`));
  await launcher.says(new RegExp(`The ${name} has been started again`));
  await eventually('it runs again', () => (installation.processes()[name] ?? before) !== before);
  await eventually('the api is ready', () => isReady(address));
});

test('a killed database is started again on its port, and the api finds it', async () => {
  process.kill(installation.processes()['postgres'] ?? 0, 'SIGKILL');
  await launcher.says(/The database stopped unexpectedly \(killed by SIGKILL\)/);
  await launcher.says(/The database has been started again/);
  await eventually('the api is ready', () => isReady(address));
});

test('an api that never gets ready is given up with its last words, and nothing is left', async () => {
  const broken = install();
  try {
    const failing = broken.launch(['--empty'], { CONCORD_LOG_LEVEL: 'nonsense' });
    await failing.says(/The (api|worker) stopped 3 times \(exit code \d+\) before it was ready/);
    expect((await failing.ends()).code).toBe(1);
    expect(failing.output()).toMatch(/nonsense/);
    expect(broken.processes()).toEqual({});
  } finally {
    await broken.remove();
  }
});
