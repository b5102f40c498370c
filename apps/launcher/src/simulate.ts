import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@concord/postgres';
import { say, step } from '../bootstrap/progress.mjs';
import { openEmbeddedDatabase, resetDatabase } from './database';
import { prepareData } from './prepare-data';
import { armShutdown, type Shutdown } from './shutdown';
import { stateDirectory } from './state-directory';
import { environment, openLog, sayUnlessStopping, startSystem } from './system';

/** Runs the simulator against an api, a worker and a database of its own, all thrown away after. */
export async function simulate(words: string[], root: string, programs: string): Promise<void> {
  const shutdown = armShutdown(say);
  try {
    await shutdown.exit(await run(words, join(root, `simulate-${process.pid}`), programs, shutdown));
  } catch (error) {
    if (shutdown.begun()) return;
    say(`\n${error instanceof Error ? error.message : String(error)}`);
    await shutdown.exit(1);
  }
}

async function run(
  words: string[],
  directory: string,
  programs: string,
  shutdown: Shutdown,
): Promise<number> {
  const state = stateDirectory(directory);
  const discard = (): void => rmSync(directory, { recursive: true, force: true });
  shutdown.add({
    stop: async () => {
      await resetDatabase(state.postgres);
      discard();
    },
    kill: discard,
  });
  const database = await step('Starting a database for this run alone', () =>
    openEmbeddedDatabase({
      dataDir: state.postgres,
      // Thrown away at the end: what a power cut would lose is nobody's.
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
      log: openLog(state, shutdown, 'postgres', 'quiet'),
      say: (line) => sayUnlessStopping(shutdown, line),
    }),
  );
  shutdown.add(database);
  // The replayed calls are of 2014; the month holds the night on which the clocks go back.
  const demoStartsAt = words.includes('--replay') ? '2014-01-01T00:00:00.000Z' : '2026-10-01T00:00:00.000Z';
  await prepareData(database.url, { demo: true, demoStartsAt });
  if (shutdown.begun()) return 0;
  const plan = { databaseUrl: database.url, port: await freePort(), demo: true, programs };
  await startSystem({ ...plan, state, shutdown });
  return runSimulator(join(programs, 'simulator', 'main.js'), words, environment(plan), shutdown);
}

function runSimulator(
  script: string,
  words: string[],
  env: Record<string, string>,
  shutdown: Shutdown,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...words], {
      env: { ...process.env, ...env },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    const kill = (): void => void child.kill('SIGKILL');
    shutdown.add({ stop: async () => void child.kill('SIGTERM'), kill });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
