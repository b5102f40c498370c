import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, gone, signal, startMark } from './running-process';

/** Who holds a claim: a live process, and what it wished others to know of it. */
export interface Owner {
  pid: number;
  started: string;
  note?: string;
}

/**
 * Writes a claim file for this process. Undefined: the claim is ours. Otherwise the live process
 * that holds it already; a claim whose process died without letting go is replaced.
 */
export function claim(ownerFile: string, note?: string): Owner | undefined {
  const me: Owner = { pid: process.pid, started: startMark(process.pid) ?? '', note };
  // Written whole and then linked, so that nobody ever reads a half-written claim.
  const written = `${ownerFile}.${process.pid}`;
  writeFileSync(written, JSON.stringify(me), { mode: 0o644 });
  try {
    while (!linked(written, ownerFile)) {
      const owner = liveOwner(ownerFile);
      if (owner) return owner;
      rmSync(ownerFile, { force: true });
    }
    return undefined;
  } finally {
    rmSync(written, { force: true });
  }
}

function linked(written: string, ownerFile: string): boolean {
  try {
    linkSync(written, ownerFile);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Lets go of a claim. */
export function release(ownerFile: string): void {
  rmSync(ownerFile, { force: true });
}

/** The process that holds a claim, if it still runs. */
export function liveOwner(ownerFile: string): Owner | undefined {
  let owner: Partial<Owner>;
  try {
    owner = JSON.parse(readFileSync(ownerFile, 'utf8')) as Partial<Owner>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
  const { pid, started, note } = owner;
  if (pid === undefined || started === undefined || startMark(pid) !== started) return undefined;
  return { pid, started, note };
}

/**
 * Clears what a former owner left in the data: a server that outlived it is stopped, and the pid
 * file of a dead one is removed, because PostgreSQL refuses to start when that number has since
 * been given to any other live process.
 */
export async function clearLeftovers(data: string, onProgress: (message: string) => void): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  const pid = recordedPid(pidFile);
  if (pid === undefined) return;
  if (startMark(pid) === undefined || !commandLine(pid).includes(data)) {
    rmSync(pidFile, { force: true });
    return;
  }
  onProgress(`Stopping a PostgreSQL server (process ${pid}) left by an earlier run`);
  await stopServer(pid);
}

/** Fast shutdown (SIGINT); after 10 s immediate shutdown (SIGQUIT); after 5 s more SIGKILL. */
export async function stopServer(pid: number): Promise<void> {
  const stages = [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const;
  for (const [name, patience] of stages) {
    if (!signal(pid, name) || (await gone(pid, patience))) return;
  }
  throw new Error(`PostgreSQL (process ${pid}) could not be stopped.`);
}

function recordedPid(pidFile: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
