import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gone } from '@concord/postgres';
import { openChildLog } from './child-log';
import { superviseChild, type ChildPlan, type SupervisedChild } from './supervised-child';

const directory = mkdtempSync(join(tmpdir(), 'concord-supervised-'));
let said: string[];
let ready: boolean;
let hopeless: string | undefined;
let child: SupervisedChild | undefined;

beforeEach(() => {
  said = [];
  ready = true;
  hopeless = undefined;
});

afterEach(() => child?.stop());

afterAll(() => rmSync(directory, { recursive: true, force: true }));

function run(name: string, code: string, plan: Partial<ChildPlan> = {}): SupervisedChild {
  const script = join(directory, `${name}.mjs`);
  writeFileSync(script, code);
  child = superviseChild(
    { name, script, env: {}, ...plan },
    {
      log: openChildLog(directory, name, (line) => said.push(line)),
      records: join(directory, 'children'),
      say: (line) => said.push(line),
      hasBeenReady: () => ready,
      hopeless: (message) => (hopeless = message),
    },
  );
  return child;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

test('a child that fails is started again after a pause, with its reason', async () => {
  run('failing', 'process.exit(7)');
  await until(() => said.includes('The failing has been started again.'));
  expect(said[0]).toMatch(
    /^The failing stopped unexpectedly \(exit code 7\)\. Starting it again in 0\.5 s\./,
  );
});

test('a child that may finish, and does, is not', async () => {
  run('finishing', '', { mayFinish: true });
  await until(() => said.length > 0);
  expect(said).toEqual(['The finishing has finished.']);
});

test('three failures before anything was ready are one too many: its last words are told', async () => {
  ready = false;
  run('hopeless', 'console.error("no such table"); process.exit(1)');
  await until(() => hopeless !== undefined);
  expect(hopeless).toMatch(/stopped 3 times \(exit code 1\) before it was ready/);
  expect(hopeless).toMatch(/no such table/);
});

test('warnings and plain words reach the terminal; information does not', async () => {
  run(
    'talking',
    `console.log(JSON.stringify({ level: 30, msg: 'listening' }));
     console.log(JSON.stringify({ level: 50, msg: 'not saved', err: { message: 'disk full' } }));
     console.error('plain words');`,
    { mayFinish: true },
  );
  await until(() => said.includes('The talking has finished.'));
  expect(said.slice(0, 2).sort()).toEqual(['  talking: not saved: disk full', '  talking: plain words']);
});

test('a restart asked for starts it again at once', async () => {
  const running = run('restarted', 'console.log("up"); setInterval(() => undefined, 1000)');
  await until(() => said.includes('  restarted: up'));
  const before = running.pid();
  running.restart();
  await until(() => said.includes('The restarted has been restarted.'));
  expect(running.pid()).not.toBe(before);
});

// pino's own flush at exit does the first: its last lines go to a pipe that nobody reads any more.
test.each([
  ['hangs in its exit', 'process.on("SIGTERM", () => { for (;;); });'],
  ['ignores SIGTERM', 'process.on("SIGTERM", () => undefined);'],
  ['knows nothing of it', ''],
])('a child that %s ends when its supervisor is killed', async (_, code) => {
  const script = join(directory, 'orphan.mjs');
  writeFileSync(script, `${code} setInterval(() => undefined, 1000); console.log('up');`);
  const supervisor = await superviseInAnotherProcess(script);
  const [line] = (await once(createInterface({ input: supervisor.stdout! }), 'line')) as [string];
  supervisor.kill('SIGKILL');
  expect(await gone(Number(line), 20_000)).toBe(true);
});

async function superviseInAnotherProcess(script: string): Promise<ChildProcess> {
  const entry = join(directory, 'supervisor-entry.ts');
  const bundle = join(process.cwd(), 'node_modules', '.cache', `supervisor-${process.pid}.mjs`);
  writeFileSync(
    entry,
    `import { openChildLog } from ${JSON.stringify(join(__dirname, 'child-log.ts'))};
     import { superviseChild } from ${JSON.stringify(join(__dirname, 'supervised-child.ts'))};
     const child = superviseChild({ name: 'orphan', script: ${JSON.stringify(script)}, env: {} }, {
       log: openChildLog(${JSON.stringify(directory)}, 'orphan', () => console.log(child.pid())),
       records: ${JSON.stringify(join(directory, 'children'))},
       say: () => undefined, hasBeenReady: () => true, hopeless: () => undefined,
     });`,
  );
  const config = join(directory, 'rolldown.config.mjs');
  writeFileSync(
    config,
    `export default {
       input: ${JSON.stringify(entry)},
       platform: 'node',
       tsconfig: ${JSON.stringify(join(process.cwd(), 'tsconfig.base.json'))},
       external: (id, importer, resolved) => importer !== undefined && !resolved && !/^(\\.|\\/|@concord\\/|@oxc)/.test(id),
       output: { file: ${JSON.stringify(bundle)}, format: 'esm' },
     };`,
  );
  const rolldown = join(process.cwd(), 'node_modules', 'rolldown', 'bin', 'cli.mjs');
  const built = spawnSync(process.execPath, [rolldown, '-c', config], { encoding: 'utf8' });
  expect(built).toMatchObject({ status: 0 });
  const supervisor = spawn(process.execPath, [bundle], { stdio: ['ignore', 'pipe', 'inherit'] });
  supervisor.once('close', () => rmSync(bundle, { force: true }));
  return supervisor;
}
