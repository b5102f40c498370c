import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { freshDatabase, startProcesses } from '@concord/testing';

/** The closing table's figure in a row of two columns. */
const figure = (table: string, name: string): string =>
  new RegExp(`^${name} +(\\S.*)$`, 'm').exec(table)?.[1] ?? '';

test('two simulated days, lived through the public API: nothing missed, late, doubled or uncalled for', async () => {
  const database = await freshDatabase();
  const concord = await startProcesses({ databaseUrl: database.url, now: '2026-10-24T00:00:00Z' });
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['dist/apps/simulator/main.js', '--days', '2', '--seed', '7', '--busy', '4'],
      { env: { ...process.env, CONCORD_URL: concord.address } },
    );
    expect(Number(figure(stdout, 'Escalations raised'))).toBeGreaterThan(5);
    for (const name of ['Missed', 'Late', 'Doubled', 'Fired though nothing called for it']) {
      expect([name, figure(stdout, name)]).toEqual([name, '0']);
    }
  } finally {
    await concord.stop();
    await database.drop();
  }
}, 180_000);
