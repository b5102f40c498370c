import { spawn, type ChildProcess } from 'node:child_process';
import { gone, signal } from '@concord/postgres';
import type { ChildLog } from './child-log';
import { forgetChild, recordChild } from './leftover-children';

/** A Node program to keep running. */
export interface ChildPlan {
  name: string;
  script: string;
  args?: string[];
  env: Record<string, string>;
  /** It may end by itself with exit code 0, and then stays ended. */
  mayFinish?: boolean;
}

export interface Supervision {
  log: ChildLog;
  /** Directory for the notes that let a later start find this child. */
  records: string;
  say: (line: string) => void;
  /** Until this is true, repeated crashes mean a broken installation rather than a passing fault. */
  hasBeenReady: () => boolean;
  /** Called once, instead of another restart, when the child keeps crashing before that. */
  hopeless: (message: string) => void;
}

export interface SupervisedChild {
  name: string;
  pid: () => number | undefined;
  /** Ends the current process and starts a new one at once. */
  restart: () => void;
  /** SIGTERM, and after 5 s SIGKILL; resolves when it is gone, and it is not started again. */
  stop: () => Promise<void>;
  /** SIGKILL now. */
  kill: () => void;
}

const backOffMs = [500, 1_000, 2_000, 4_000, 8_000, 15_000] as const;
const calmAfterMs = 60_000;
const hopelessCrashes = 3;
const patienceMs = 5_000;
const orphanPatienceMs = 3_000;

/** Keeps one child running: a crash is said in words, and it is started again after a growing pause. */
export function superviseChild(plan: ChildPlan, supervision: Supervision): SupervisedChild {
  const { log, say } = supervision;
  let current: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wanted = true;
  let replacing = false;
  let crashes: number[] = [];

  const start = (): void => {
    current = startChild(plan, supervision);
    current.once('close', (code, name) => {
      current = undefined;
      forgetChild(supervision.records, plan.name);
      if (!wanted) return;
      if (replacing) {
        replacing = false;
        start();
        say(`The ${plan.name} has been restarted.`);
      } else if (code === 0 && plan.mayFinish) {
        say(`The ${plan.name} has finished.`);
      } else {
        recover(name ? `killed by ${name}` : `exit code ${code ?? 'unknown'}`);
      }
    });
  };

  const recover = (how: string): void => {
    const now = performance.now();
    crashes = [...crashes.filter((at) => now - at < calmAfterMs), now];
    if (crashes.length >= hopelessCrashes && !supervision.hasBeenReady()) {
      wanted = false;
      supervision.hopeless(
        `The ${plan.name} stopped ${crashes.length} times (${how}) before it was ready. ` +
          `Its last lines (all in ${log.file}):\n\n${log.lastLines()}`,
      );
      return;
    }
    const pause = backOffMs[Math.min(crashes.length, backOffMs.length) - 1] ?? 0;
    say(
      `The ${plan.name} stopped unexpectedly (${how}). Starting it again in ${pause / 1000} s. Log: ${log.file}`,
    );
    timer = setTimeout(() => {
      start();
      say(`The ${plan.name} has been started again.`);
    }, pause);
  };

  start();
  return {
    name: plan.name,
    pid: () => current?.pid,
    restart: () => {
      if (!current?.pid) return;
      replacing = true;
      signal(current.pid, 'SIGTERM');
    },
    stop: async () => {
      wanted = false;
      clearTimeout(timer);
      if (current?.pid) await end(current.pid);
    },
    kill: () => {
      wanted = false;
      clearTimeout(timer);
      if (current?.pid) signal(current.pid, 'SIGKILL');
    },
  };
}

// The IPC channel closes when we die, even by kill -9; whatever program the child is, it then gets the
// SIGTERM we can no longer send. Asked once at the start as well: the event may come before the listener.
// The last resort is a thread, because a child's main thread can hang in exit itself: pino's flush
// (sonic-boom 4) retries for ever when the pipe it writes its last lines to has lost its reader.
const endWithParent = `data:text/javascript,${encodeURIComponent(`
  import { Worker } from 'node:worker_threads';
  const lastResort = "setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${orphanPatienceMs})";
  const orphaned = () => {
    new Worker(lastResort, { eval: true, execArgv: [] }).unref();
    process.kill(process.pid, 'SIGTERM');
  };
  process.once('disconnect', orphaned);
  process.channel?.unref();
  if (process.connected === false) orphaned();
`)}`;

// In a session of its own, because Ctrl-C reaches every process of the terminal's session at once,
// and the database must be the last to go.
function startChild(plan: ChildPlan, { log, records }: Supervision): ChildProcess {
  const options = ['--enable-source-maps', '--import', endWithParent, plan.script, ...(plan.args ?? [])];
  const child = spawn(process.execPath, options, {
    env: { ...inherited(), ...plan.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  child.on('error', (error) => log.write(error.message));
  if (child.stdout) log.follow(child.stdout);
  if (child.stderr) log.follow(child.stderr);
  if (child.pid) recordChild(records, plan.name, child.pid);
  return child;
}

async function end(pid: number): Promise<void> {
  if (!signal(pid, 'SIGTERM') || (await gone(pid, patienceMs))) return;
  signal(pid, 'SIGKILL');
  await gone(pid, patienceMs);
}

function inherited(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_')),
  );
}
