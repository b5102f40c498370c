import { join } from 'node:path';
import { claim, liveOwner, release } from '@concord/postgres';
import { say, step } from '../bootstrap/progress.mjs';
import { choosePort, consolePorts, servicePorts } from './choose-port';
import { openEmbeddedDatabase, resetDatabase } from './database';
import { hasNoPast, untilTimeRuns } from './demo-life';
import { rebuildOnChange } from './development';
import { firstSteps, greeting } from './greeting';
import { clearLeftoverChildren } from './leftover-children';
import type { Options } from './options';
import { prepareData } from './prepare-data';
import { armShutdown, type Shutdown } from './shutdown';
import type { StateDirectory } from './state-directory';
import { openLog, sayUnlessStopping, startSystem } from './system';

/** Starts everything, prints where it is, and keeps it running until told to stop. */
export async function launch(options: Options, state: StateDirectory, programs: string): Promise<void> {
  const shutdown = armShutdown(say);
  try {
    await start(options, state, programs, shutdown);
  } catch (error) {
    if (shutdown.begun()) return;
    say(`\n${error instanceof Error ? error.message : String(error)}`);
    await shutdown.exit(1);
  }
}

async function start(
  options: Options,
  state: StateDirectory,
  programs: string,
  shutdown: Shutdown,
): Promise<void> {
  refuseSecondStart(state);
  const { port, because } = await choosePort(options.port, servicePorts);
  const address = `http://localhost:${port}`;
  takeMark(state, address, shutdown);
  if (because) say(because);
  for (const name of await clearLeftoverChildren(state.children)) {
    say(`Ended a ${name} left by an earlier run.`);
  }
  const databaseUrl = await openDatabase(options, state, shutdown);
  const demo = !options.empty;
  // The simulator lives these hours before anybody looks.
  const demoStartsAt = new Date(Date.now() - 8 * 3_600_000).toISOString();
  const areas = await prepareData(databaseUrl, { demo, demoStartsAt, areaFile: options.areaFile });
  if (shutdown.begun()) return;
  const system = await startSystem({ databaseUrl, port, demo, programs, state, shutdown });
  if (shutdown.begun()) return;
  if (demo) {
    const script = join(programs, 'simulator', 'main.js');
    const toLive = await hasNoPast(databaseUrl);
    system.run({ name: 'simulator', script, args: ['demo'], mayFinish: true });
    if (toLive)
      await step("Living the demo area's last eight hours", () => untilTimeRuns(databaseUrl, shutdown.begun));
    if (shutdown.begun()) return;
  }
  if (options.command === 'dev') {
    const { port: consolePort } = await choosePort(undefined, consolePorts);
    rebuildOnChange(system, { programs, apiAddress: `http://127.0.0.1:${port}`, consolePort, shutdown });
    say(`\nConcord for development: http://localhost:${consolePort} (rebuilds what you change)`);
  }
  say(demo ? await greeting(address) : firstSteps(address, areas));
}

function refuseSecondStart(state: StateDirectory): void {
  const owner = liveOwner(state.mark);
  if (!owner) return;
  throw new Error(
    `Concord is already running at ${owner.note ?? 'an unknown address'} (process ${owner.pid}). ` +
      `Open that, or stop it first: Ctrl-C in its terminal, or kill ${owner.pid}.`,
  );
}

function takeMark(state: StateDirectory, address: string, shutdown: Shutdown): void {
  if (claim(state.mark, address)) refuseSecondStart(state);
  const letGo = (): void => release(state.mark);
  shutdown.add({ stop: async () => letGo(), kill: letGo });
}

/** DATABASE_URL when given; otherwise the embedded server. */
async function openDatabase(options: Options, state: StateDirectory, shutdown: Shutdown): Promise<string> {
  const given = process.env['DATABASE_URL'];
  if (given) {
    if (options.reset) {
      throw new Error(
        '--reset deletes only the database Concord keeps itself. DATABASE_URL names another: ' +
          'empty that one yourself, or unset DATABASE_URL.',
      );
    }
    return given;
  }
  if (options.reset) say(await resetDatabase(state.postgres));
  const database = await step('Starting the database', () =>
    openEmbeddedDatabase({
      dataDir: state.postgres,
      log: openLog(state, shutdown, 'postgres', 'quiet'),
      say: (line) => sayUnlessStopping(shutdown, line),
    }),
  );
  shutdown.add(database);
  return database.url;
}
