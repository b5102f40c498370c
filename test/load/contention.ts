import { performance } from 'node:perf_hooks';
import { Pool } from 'pg';
import { harrowdaleAndVale, openIncident, releaseHold, requestHold } from '@concord/coordination';
import type { Actor, Refusal, Room } from '@concord/domain';
import { refused } from '@concord/domain';
import { dataSourceFor, PostgresStore, seedArea } from '@concord/postgres';
import { preparedDatabase } from './system';

const CLIENTS = 8;
/** An incident's record grows by two facts for each room it wins; fresh ones keep a round like the one before. */
const ROUNDS_EACH = 25;

const newcomer = {
  where: { text: 'Bench', district: 'Harrowdale', position: { lat: 54.9, lon: 2.4 } },
  calledBy: 'Bench',
  person: {
    ageYears: 34,
    ageBasis: 'known',
    risks: [],
    name: null,
    dateOfBirth: null,
    nhsNumber: null,
  },
} satisfies Parameters<typeof openIncident>[2];

const orThrow = <Value>(answer: Value | Refusal, what: string): Value => {
  if (refused(answer)) throw new Error(`${what}: ${answer.message}`);
  return answer;
};

/** Every holder that the journal says the room has had, in order; throws where two had it at once. */
const holdersInOrder = async (store: PostgresStore, areaId: string, roomId: string): Promise<string[]> => {
  const holders: string[] = [];
  let holder: string | null = null;
  for (let after = 0; ;) {
    const entries = await store.journalAfter(areaId, after, 500);
    if (entries.length === 0) return holders;
    for (const { kind, entityId, image, revision } of entries) {
      after = revision;
      if (kind !== 'room' || entityId !== roomId) continue;
      const { holdId } = image as Room;
      if (holdId !== null && holder !== null && holdId !== holder)
        throw new Error(`revision ${revision}: the room went from ${holder} to ${holdId}`);
      if (holdId !== null && holdId !== holder) holders.push(holdId);
      holder = holdId;
    }
  }
};

/** The real commands, through the real store: a round is every client asking for one room, and the winner giving it back. */
export const ourContention = async (serverUrl: string, rounds: number): Promise<number> => {
  const databaseUrl = await preparedDatabase(serverUrl, `bench_contention_${Date.now()}`);
  const source = await dataSourceFor(databaseUrl, { connections: CLIENTS }).initialize();
  const store = new PostgresStore(source);
  const { areaId, rooms } = await seedArea(databaseUrl, harrowdaleAndVale);
  const roomId = rooms['elm-1'] ?? '';
  const actors = Array.from({ length: CLIENTS }, (_, i): Actor => ({
    userId: roomId,
    name: `Desk ${i}`,
    agencyId: roomId,
    areaId,
    duties: ['control-room'],
    placeIds: [],
    resourceIds: [],
  }));
  const open = () =>
    Promise.all(
      actors.map(async (actor) => orThrow(await openIncident(store, actor, newcomer), 'opening').id),
    );
  let incidents: string[] = [];
  let took = 0;
  const winners: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % ROUNDS_EACH === 0) incidents = await open();
    const from = performance.now();
    const answers = await Promise.all(
      actors.map((actor, i) => requestHold(store, actor, { incidentId: incidents[i] ?? '', roomId })),
    );
    const won = answers.flatMap((answer, i) => (refused(answer) ? [] : [{ hold: answer, by: i }]));
    const lost = answers.filter((answer) => refused(answer) && answer.code === 'room-taken');
    const [winner] = won;
    if (!winner || won.length + lost.length !== CLIENTS || won.length > 1)
      throw new Error(`round ${round}: ${won.length} winners, ${lost.length} told that it is taken`);
    const released = await releaseHold(store, actors[winner.by] as Actor, {
      holdId: winner.hold.id,
      reason: 'The next round',
    });
    took += performance.now() - from;
    winners.push(orThrow(released, 'giving back').id);
  }
  const holders = await holdersInOrder(store, areaId, roomId);
  await source.destroy();
  if (holders.join() !== winners.join()) throw new Error('the journal names other winners');
  return (rounds / took) * 1000;
};

/** The same rounds by `pg` alone: a row lock, one look at the holder, two writes for the winner and two to give back. */
export const bareContention = async (serverUrl: string, rounds: number): Promise<number> => {
  const pool = new Pool({ connectionString: serverUrl, max: CLIENTS });
  pool.on('error', () => undefined);
  await pool.query(`drop table if exists bare_area, bare_room, bare_log;
    create table bare_area (id int primary key, revision bigint); insert into bare_area values (1, 0);
    create table bare_room (id int primary key, holder int); insert into bare_room values (1, null);
    create table bare_log (revision bigint primary key, image json)`);
  const image = JSON.stringify({ filler: 'x'.repeat(500) });
  /** Whether this client has the room afterwards, or has given it back. */
  const turn = async (from: number | null, to: number | null): Promise<boolean> => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const { rows: locked } = await client.query<{ revision: string }>(
        'update bare_area set revision = revision + 1 where id = 1 returning revision',
      );
      const { rows } = await client.query<{ holder: number | null }>(
        'select holder from bare_room where id = 1',
      );
      const mine = rows[0]?.holder === from;
      if (mine) {
        await client.query('update bare_room set holder = $1 where id = 1', [to]);
        await client.query('insert into bare_log values ($1, $2)', [locked[0]?.revision, image]);
      }
      await client.query(mine ? 'commit' : 'rollback');
      return mine;
    } finally {
      client.release();
    }
  };
  const begin = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    const won = await Promise.all(Array.from({ length: CLIENTS }, (_, i) => turn(null, i)));
    await turn(won.indexOf(true), null);
  }
  const rate = (rounds / (performance.now() - begin)) * 1000;
  await pool.query('drop table bare_area, bare_room, bare_log');
  await pool.end();
  return rate;
};
