import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gone, signal, startMark } from '@concord/postgres';

/** Notes a running child on disk, so that a later start can find it if we die without stopping it. */
export function recordChild(directory: string, name: string, pid: number): void {
  mkdirSync(directory, { recursive: true });
  // Renamed into place: whoever reads these never meets half a note.
  const written = `${directory}.${name}`;
  writeFileSync(written, JSON.stringify({ pid, started: startMark(pid) }));
  renameSync(written, join(directory, name));
}

/** Takes back the note of a child that has ended. */
export function forgetChild(directory: string, name: string): void {
  rmSync(join(directory, name), { force: true });
}

/** Ends children of an earlier run that neither it nor they themselves ended; returns their names. */
export async function clearLeftoverChildren(directory: string): Promise<string[]> {
  const ended: string[] = [];
  mkdirSync(directory, { recursive: true });
  for (const name of readdirSync(directory)) {
    const child = JSON.parse(readFileSync(join(directory, name), 'utf8')) as {
      pid: number;
      started?: string;
    };
    // The start mark keeps us from killing a stranger that was given the same number since.
    if (child.started !== undefined && startMark(child.pid) === child.started) {
      signal(child.pid, 'SIGKILL');
      await gone(child.pid, 5_000);
      ended.push(name);
    }
    forgetChild(directory, name);
  }
  return ended;
}
