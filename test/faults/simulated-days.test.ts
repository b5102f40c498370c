import type { Me, ReplyOf } from '@concord/contracts';
import type { Agreement, CalledStep } from '@concord/domain';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { freshDatabase, startProcesses } from '@concord/testing';

/** The closing table's figure in a row of two columns. */
const figure = (table: string, name: string): string =>
  new RegExp(`^${name} +(\\S.*)$`, 'm').exec(table)?.[1] ?? '';

type Get = <Reply>(path: string) => Promise<Reply>;

const asManager = async (address: string): Promise<Get> => {
  const signedIn = await fetch(`${address}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: 'manager' }),
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { areas } = (await signedIn.json()) as Me;
  return async <Reply>(path: string): Promise<Reply> => {
    const answer = await fetch(`${address}/api/areas/${areas[0]?.areaId}/${path}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return (await answer.json()) as Reply;
  };
};

/** What the version in force would have fired on the incidents of these days, and what did fire on them. */
const triedOnItsOwnPast = async (get: Get): Promise<ReplyOf<'whatIf'>> => {
  const { id } = await get<Agreement>('agreement');
  return get(`agreements/${id}/what-if?from=2026-10-23T00:00:00Z&to=2026-10-27T00:00:00Z`);
};

const said = ({ incidentRef, clock, level, dueAt, firedAt, duties }: CalledStep): string =>
  [firedAt, incidentRef, clock, level, dueAt, ...duties].join(' ');

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
    // An agreement tried on the past that it governed gives that past.
    const get = await asManager(concord.address);
    const { would, did } = await triedOnItsOwnPast(get);
    expect(would.map(said).sort()).toEqual(did.map(said).sort());
    expect(did.length).toBeGreaterThan(5);
    // The engine's own auditor, asked at the end, finds what the simulator's recount found: nothing.
    expect(await get<ReplyOf<'engineFaults'>>('engine-faults')).toEqual([]);
  } finally {
    await concord.stop();
    await database.drop();
  }
}, 180_000);
