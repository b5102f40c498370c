import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

interface ProcessRow {
  pid: number;
  parent: number;
  state: string;
  started: string;
}

/** A mark that tells this process from a later one that was given the same number. */
export function startMark(pid: number): string | undefined {
  const row = processRow(pid);
  return row && row.state !== 'Z' ? row.started : undefined;
}

/** The command line of a live process. */
export function commandLine(pid: number): string {
  if (process.platform !== 'linux') return ps(['-o', 'command=', '-p', String(pid)]).trim();
  return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() ?? '';
}

/** The direct children of a process. PostgreSQL's are in sessions of their own, so no group signal reaches them. */
export function childrenOf(pid: number): number[] {
  return processRows()
    .filter((row) => row.parent === pid)
    .map((row) => row.pid);
}

/** Sends a signal; false when there is no such process any more. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** Waits until the process is gone; false when it is still there after `milliseconds`. */
export async function gone(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (startMark(pid) !== undefined) {
    if (performance.now() > deadline) return false;
    await pause(20);
  }
  return true;
}

function processRow(pid: number): ProcessRow | undefined {
  if (process.platform === 'linux') return linuxRow(pid);
  return rowsFromPs(ps(['-o', 'pid=,ppid=,state=,lstart=', '-p', String(pid)]))[0];
}

function processRows(): ProcessRow[] {
  if (process.platform !== 'linux') {
    return rowsFromPs(ps(['-A', '-o', 'pid=,ppid=,state=,lstart=']));
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => linuxRow(Number(name)) ?? []);
}

function linuxRow(pid: number): ProcessRow | undefined {
  const stat = read(`/proc/${pid}/stat`);
  if (!stat) return undefined;
  // The command name, in brackets, may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return {
    pid,
    state: fields[0] ?? '',
    parent: Number(fields[1]),
    started: fields[19] ?? '',
  };
}

function rowsFromPs(output: string): ProcessRow[] {
  return output
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields.length > 3)
    .map(([pid, parent, state, ...started]) => ({
      pid: Number(pid),
      parent: Number(parent),
      state: (state ?? '').slice(0, 1),
      started: started.join(' '),
    }));
}

function ps(options: string[]): string {
  return spawnSync('ps', options, { encoding: 'utf8' }).stdout;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
