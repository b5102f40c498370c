import { setTimeout as pause } from 'node:timers/promises';
import { dataSourceFor, PostgresClock, PostgresStore } from '@concord/postgres';

const LOOK_EVERY_MS = 100;
/** A simulator that has not come so far by then has said in its log why; the demo is usable without. */
const PATIENCE_MS = 90_000;

const reading = async <Result>(
  databaseUrl: string,
  read: (parts: { clock: PostgresClock; store: PostgresStore }) => Promise<Result>,
): Promise<Result> => {
  const source = await dataSourceFor(databaseUrl, { connections: 1, name: 'concord-launcher' }).initialize();
  try {
    return await read({ clock: new PostgresClock(source), store: new PostgresStore(source) });
  } finally {
    await source.destroy();
  }
};

/** Setting an area up, and the lending between the two. */
const SET_UP_REVISIONS = 2;

/** Whether nothing has happened in the demo yet: its areas are as they were set up. */
export const hasNoPast = (databaseUrl: string): Promise<boolean> =>
  reading(databaseUrl, async ({ store }) =>
    [...(await store.heads()).values()].every((revision) => revision <= SET_UP_REVISIONS),
  );

/** Waits until the simulator has lived the hours before anybody looks, and lets the demo's time run. */
export const untilTimeRuns = (databaseUrl: string, givenUp: () => boolean): Promise<void> =>
  reading(databaseUrl, async ({ clock }) => {
    const until = performance.now() + PATIENCE_MS;
    while (!givenUp() && performance.now() < until && (await clock.read()).rate === 0)
      await pause(LOOK_EVERY_MS);
  });
