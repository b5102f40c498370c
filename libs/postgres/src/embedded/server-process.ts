import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Binaries } from './binaries';
import { serverEnvironment } from './cluster';
import { childrenOf, signal } from './running-process';
import { identity } from './server-account';
import type { ServerHome } from './server-home';

/** How the server ended. */
export interface ServerExit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A started server process, not necessarily accepting connections yet. */
export interface ServerProcess {
  pid: number;
  exited: Promise<ServerExit>;
  hasExited: () => boolean;
  lastLines: () => string;
  kill: () => void;
}

const remembered = 30;

/** Starts the server in a session of its own, so that Ctrl-C in a terminal reaches only its owner. */
export function spawnServer(
  home: ServerHome,
  binaries: Binaries,
  options: { port: number; settings: Record<string, string>; log: (line: string) => void },
): ServerProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(options.port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...options.settings,
  };
  const child = spawn(
    binaries.postgres,
    ['-D', home.data, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    {
      cwd: home.data,
      env: serverEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
      ...identity(home.account),
    },
  );
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    if (lines.length > remembered) lines.shift();
    options.log(line);
  });
  return supervise(child, home, lines);
}

function supervise(child: ChildProcess, home: ServerHome, lines: string[]): ServerProcess {
  const { pid } = child;
  if (pid === undefined) {
    // Without a pid the spawn failed; the reason arrives as an 'error' event.
    const failed = new Promise<ServerExit>((_, reject) => child.once('error', reject));
    return { pid: 0, exited: failed, hasExited: () => true, lastLines: () => '', kill: () => undefined };
  }
  const dismissGuard = postGuard(pid, home);
  let over = false;
  const exited = new Promise<ServerExit>((resolve) => {
    child.once('close', (code, name) => {
      over = true;
      dismissGuard();
      resolve({ code, signal: name });
    });
  });
  return {
    pid,
    exited,
    hasExited: () => over,
    lastLines: () => lines.join('\n'),
    kill: () => {
      if (over) return;
      const backends = childrenOf(pid);
      for (const victim of [pid, ...backends]) signal(victim, 'SIGKILL');
    },
  };
}

// The guard is a shell blocked on a pipe only we hold: when we die, even by kill -9, the pipe
// closes and it asks the server to stop. PostgreSQL itself does not notice that its parent is gone.
function postGuard(pid: number, home: ServerHome): () => void {
  const script = 'read -r word; [ "$word" = dismissed ] || kill -INT "$1"';
  const guard = spawn('/bin/sh', ['-c', script, 'concord-postgres-guard', String(pid)], {
    cwd: '/',
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    ...identity(home.account),
  });
  guard.once('error', () => undefined);
  guard.stdin.once('error', () => undefined);
  guard.unref();
  return () => guard.stdin.end('dismissed\n');
}

/** Resolves once the server answers a query; rejects, with its last log lines, if it exits first. */
export async function ready(
  server: ServerProcess,
  url: string,
  onProgress: (message: string) => void,
): Promise<void> {
  const started = performance.now();
  let told = false;
  while (!server.hasExited()) {
    // Raced, because a stranger that holds the port may accept our connection and never speak.
    if (await Promise.race([answers(url), server.exited.then(() => false)])) return;
    if (!told && performance.now() - started > 3_000) {
      told = true;
      onProgress('PostgreSQL is recovering from an unclean stop');
    }
    await pause(25);
  }
  await server.exited;
  throw new Error(`PostgreSQL stopped while starting:\n${server.lastLines()}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch (error) {
    if (isStillStarting(error as NodeJS.ErrnoException)) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

// 57P03: cannot_connect_now (starting up, or in recovery).
function isStillStarting({ code, message }: NodeJS.ErrnoException): boolean {
  return (
    code === 'ECONNREFUSED' ||
    code === 'ECONNRESET' ||
    code === '57P03' ||
    message.includes('Connection terminated') ||
    message.includes('timeout')
  );
}
