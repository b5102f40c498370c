import { setTimeout as pause } from 'node:timers/promises';

/** Asks again every few milliseconds, and gives up with words rather than with a time limit of the test runner. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  patienceMs = 15_000,
): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > giveUpAt) throw new Error(`waited ${patienceMs} ms in vain: ${what}`);
    await pause(5);
  }
}
