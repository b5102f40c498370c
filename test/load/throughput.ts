import { Pool } from 'pg';
import { harrowdaleAndVale, markRoom } from '@concord/coordination';
import type { Actor, Room } from '@concord/domain';
import { dataSourceFor, PostgresStore, seedArea } from '@concord/postgres';
import { preparedDatabase } from './system';

const SECONDS = 5;
const WARM_UP_SECONDS = 1;

/** How many times a second `writers` can do their turn, after a warm-up. */
const perSecond = async (writers: readonly ((turn: number) => Promise<unknown>)[]): Promise<number> => {
  const begin = performance.now();
  const from = begin + WARM_UP_SECONDS * 1000;
  const until = from + SECONDS * 1000;
  let counted = 0;
  await Promise.all(
    writers.map(async (write) => {
      for (let turn = 1; performance.now() < until; turn += 1) {
        await write(turn);
        if (performance.now() >= from) counted += 1;
      }
    }),
  );
  return counted / SECONDS;
};

/** The real command, through the real store: one room of each area marked over and over by `writers` people. */
export const ourCommands = async (serverUrl: string, areas: number, writers: number): Promise<number> => {
  const databaseUrl = await preparedDatabase(serverUrl, `bench_throughput_${areas}_${Date.now()}`);
  const source = await dataSourceFor(databaseUrl, { connections: writers }).initialize();
  const store = new PostgresStore(source);
  const turns: ((turn: number) => Promise<unknown>)[] = [];
  for (let i = 0; i < areas; i += 1) {
    const definition = {
      ...harrowdaleAndVale,
      people: {},
      rotas: [],
      area: { ...harrowdaleAndVale.area, name: `Area ${i}` },
    };
    const ids = await seedArea(databaseUrl, definition);
    const rooms = await store.list(ids.areaId, 'room');
    for (let w = 0; w < writers / areas; w += 1) {
      const room = rooms[w % rooms.length] as Room;
      const actor: Actor = {
        userId: room.id,
        name: 'Bench',
        agencyId: room.id,
        areaId: ids.areaId,
        duties: ['suite-nurse'],
        placeIds: [room.placeId],
        resourceIds: [],
      };
      turns.push((turn) =>
        markRoom(store, actor, {
          roomId: room.id,
          state: turn % 2 ? 'cleaning' : 'available',
          source: 'site',
        }),
      );
    }
  }
  const rate = await perSecond(turns);
  await source.destroy();
  return rate;
};

/** The same writes (room, its history, the two timers of its status, journal) behind one bare row lock an area, by `pg` alone. */
export const bareTransactions = async (
  serverUrl: string,
  areas: number,
  writers: number,
): Promise<number> => {
  const pool = new Pool({ connectionString: serverUrl, max: writers });
  pool.on('error', () => undefined);
  await pool.query(`drop table if exists bare_lock, bare_state, bare_told, bare_timer, bare_log;
    create table bare_lock (id int primary key, revision bigint); insert into bare_lock select i, 0 from generate_series(1, 20) i;
    create table bare_state (id int primary key, image jsonb); insert into bare_state select i, '{}' from generate_series(1, 200) i;
    create table bare_told (id uuid primary key default gen_random_uuid(), room int, at timestamptz, image json);
    create index on bare_told (room, at);
    create table bare_timer (room int, point text, due_at timestamptz, primary key (room, point)); create index on bare_timer (due_at);
    create table bare_log (area int, revision bigint, image json, primary key (area, revision))`);
  const image = JSON.stringify({ filler: 'x'.repeat(500) });
  const turn = (area: number, room: number) => async () => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<{ revision: string }>(
        'update bare_lock set revision = revision + 1 where id = $1 returning revision',
        [area],
      );
      await client.query('update bare_state set image = $2 where id = $1', [room, image]);
      await client.query('insert into bare_told (room, at, image) values ($1, now(), $2)', [room, image]);
      await client.query(
        `insert into bare_timer select $1, point, now() + after
           from (values ('confirm', interval '30 min'), ('unknown', interval '1 h')) as due (point, after)
         on conflict (room, point) do update set due_at = excluded.due_at`,
        [room],
      );
      await client.query('insert into bare_log values ($1, $2, $3)', [area, rows[0]?.revision, image]);
      await client.query('commit');
    } finally {
      client.release();
    }
  };
  const rate = await perSecond(Array.from({ length: writers }, (_, i) => turn((i % areas) + 1, i + 1)));
  await pool.query('drop table bare_lock, bare_state, bare_told, bare_timer, bare_log');
  await pool.end();
  return rate;
};
