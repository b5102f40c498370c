import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eraseEmbeddedPostgres, startMark } from '@concord/postgres';

/** A private place for one test's launchers to keep their data, logs and notes. */
export interface Installation {
  directory: string;
  launch: (words?: string[], env?: Record<string, string>) => LauncherProcess;
  /** The same through `npm start`. */
  launchByNpm: () => LauncherProcess;
  /** Another installation with the same data, so that it need not live the demo's past again. Nothing may run here. */
  copy: () => Installation;
  /** The numbers of every process a launcher here has running, by name. */
  processes: () => Record<string, number>;
  /** Kills what still runs, and deletes everything. */
  remove: () => Promise<void>;
}

/** A real `npm start`. */
export interface LauncherProcess {
  pid: number;
  output: () => string;
  /** Waits until it has printed this; fails with all it printed when it has not in time. */
  says: (what: RegExp, seconds?: number) => Promise<RegExpMatchArray>;
  signal: (name: NodeJS.Signals) => void;
  /** Its exit code, and how many seconds after the call it ended. */
  ends: (seconds?: number) => Promise<{ code: number | null; after: number }>;
}

export function install(): Installation {
  const directory = mkdtempSync(join(tmpdir(), 'concord-launcher-'));
  chmodSync(directory, 0o755);
  return installationIn(directory);
}

function installationIn(directory: string): Installation {
  const launched: ChildProcess[] = [];
  const launch = (program: string, words: string[], env: Record<string, string> = {}): LauncherProcess => {
    const child = spawn(program, words, {
      env: { ...process.env, CONCORD_STATE_DIR: directory, DATABASE_URL: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    launched.push(child);
    return follow(child);
  };
  return {
    directory,
    launch: (words = [], env = {}) =>
      launch(process.execPath, [join('apps', 'launcher', 'start.mjs'), ...words], env),
    launchByNpm: () => launch('npm', ['start']),
    copy: () => {
      const other = install();
      // Keeps owners, which Node's own copy does not: run by root, the database's files are another account's.
      execFileSync('cp', ['-a', `${directory}/.`, other.directory]);
      return other;
    },
    processes: () => processesIn(directory),
    remove: async () => {
      for (const child of launched) child.kill('SIGKILL');
      const left = Object.values(processesIn(directory));
      await eventually('what the launcher started has ended', () => left.every((pid) => !startMark(pid)));
      await eraseEmbeddedPostgres(join(directory, 'postgres'));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Polls until the condition holds; fails, naming it, after `seconds`. */
export async function eventually(
  what: string,
  holds: () => boolean | Promise<boolean>,
  seconds = 30,
): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Not within ${seconds} s: ${what}`);
    await pause(25);
  }
}

/** Does this address answer that it can serve? */
export async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/health/ready`)).status === 200;
  } catch {
    return false;
  }
}

function follow(child: ChildProcess): LauncherProcess {
  let printed = '';
  let over = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  child.once('close', () => (over = true));
  return {
    pid: child.pid ?? 0,
    output: () => printed,
    says: async (what, seconds = 60) => {
      await eventually(`"${what.source}" printed`, () => what.test(printed) || over, seconds).catch(
        (cause: unknown) => {
          throw new Error(`It never printed ${what.source}, but:\n${printed}`, { cause });
        },
      );
      const found = what.exec(printed);
      if (!found) throw new Error(`It ended without printing ${what.source}, but:\n${printed}`);
      return found;
    },
    signal: (name) => void child.kill(name),
    ends: async (seconds = 30) => {
      const from = performance.now();
      await eventually('the launcher has ended', () => over, seconds);
      return { code: child.exitCode, after: (performance.now() - from) / 1000 };
    },
  };
}

function processesIn(directory: string): Record<string, number> {
  const found: Record<string, number> = {};
  const children = join(directory, 'children');
  if (existsSync(children)) {
    for (const name of readdirSync(children)) {
      found[name] = (JSON.parse(readFileSync(join(children, name), 'utf8')) as { pid: number }).pid;
    }
  }
  const postmaster = join(directory, 'postgres', 'data', 'postmaster.pid');
  if (existsSync(postmaster)) found['postgres'] = Number.parseInt(readFileSync(postmaster, 'utf8'), 10);
  return found;
}
