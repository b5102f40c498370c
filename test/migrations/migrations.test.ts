import { dataSourceFor, migrate } from '@concord/postgres';
import { freshDatabase, type FreshDatabase } from '@concord/testing';
import type { DataSource } from 'typeorm';

let database: FreshDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  source = await dataSourceFor(database.url, { connections: 2 }).initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const shape = async (): Promise<unknown[]> =>
  source.query(`
    select table_name, column_name, data_type, is_nullable from information_schema.columns where table_schema = 'public'
    union all select tablename, indexname, indexdef, null from pg_indexes where schemaname = 'public'
    union all select conrelid::regclass::text, conname, pg_get_constraintdef(oid), null from pg_constraint where connamespace = 'public'::regnamespace
    union all select proname, prosrc, null, null from pg_proc where pronamespace = to_regnamespace('app')
    order by 1, 2, 3`);

test('the migrated tables are exactly those the code expects: nothing drifts', async () => {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

test('every migration goes down to nothing and up again to the same tables', async () => {
  const before = await shape();
  const applied = source.migrations.length;
  for (let i = 0; i < applied; i += 1) await source.undoLastMigration();
  const left = await source.query<{ tablename: string }[]>(
    `select tablename from pg_tables where schemaname in ('public', 'app') and tablename <> 'migration'`,
  );
  expect(left).toEqual([]);
  await source.runMigrations();
  expect(await shape()).toEqual(before);
});

test('two processes that migrate at once do it once', async () => {
  const applied = source.migrations.length;
  for (let i = 0; i < applied; i += 1) await source.undoLastMigration();
  const runs = await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
  expect(runs.flatMap((run) => run.applied)).toHaveLength(applied);
});

describe('the journal cannot be edited', () => {
  beforeAll(async () => {
    await source.query(
      `insert into journal (area_id, revision, ordinal, at, actor, command, kind, entity_id, image, hash)
       values (gen_random_uuid(), 1, 0, app.now(), null, 'test', 'room', gen_random_uuid(), '{}', 'x')`,
    );
  });

  test.each(['update journal set command = command', 'delete from journal', 'truncate journal'])(
    '%s is refused',
    async (sql) => {
      await expect(source.query(sql)).rejects.toThrow('the journal is append-only');
    },
  );
});

describe('time', () => {
  test('in life, area time is real time and cannot be moved', async () => {
    await expect(source.query('update clock set rate = 60')).rejects.toThrow('clock_moves_only_in_a_demo');
    const [row] = await source.query<{ apart: number }[]>(
      'select abs(extract(epoch from clock_timestamp() - app.now()))::float8 as apart',
    );
    expect(row?.apart).toBeLessThan(0.1);
  });

  test('a predicate on due_at uses its index, however many timers are armed', async () => {
    await source.query('set enable_seqscan = off');
    const plan = await source.query<{ 'QUERY PLAN': string }[]>(
      `explain select area_id from timer where state = 'armed' and due_at <= app.now()`,
    );
    await source.query('reset enable_seqscan');
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toMatch(/Index Cond: \(due_at <= app\.now\(\)\)/);
  });
});
