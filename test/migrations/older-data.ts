import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataSourceFor, migrate } from '@concord/postgres';
import type { DataSource } from 'typeorm';

type Tables = Readonly<Record<string, readonly object[]>>;

/**
 * The rows of a small area as the version before migration 0003 really left them, some hours into a
 * detention and with a child's just begun. Its journal and messages are left out.
 */
const written = async (): Promise<Tables> =>
  JSON.parse(await readFile(join(process.cwd(), 'test/migrations/written-by-0002.json'), 'utf8')) as Tables;

/** Back to the tables of migration 0002: the last one that older data knew. */
const asOf0002 = async (source: DataSource): Promise<void> => {
  for (let i = source.migrations.length; i > 2; i -= 1) await source.undoLastMigration();
};

/** Fills a fresh database with older data and brings it up to date. */
export const migratedFrom0002 = async (databaseUrl: string): Promise<void> => {
  const source = await dataSourceFor(databaseUrl, { connections: 2 }).initialize();
  try {
    await asOf0002(source);
    await source.query('delete from clock');
    await source.query('delete from app.incarnation');
    for (const [table, rows] of Object.entries(await written())) {
      await source.query(
        `insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(rows)],
      );
    }
  } finally {
    await source.destroy();
  }
  await migrate(databaseUrl);
};

/** The rows of a table after going back to 0002, to lay beside those it was filled with. */
export const goneBackTo0002 = async (databaseUrl: string, table: string): Promise<readonly object[][]> => {
  const source = await dataSourceFor(databaseUrl, { connections: 2 }).initialize();
  try {
    await asOf0002(source);
    const rows = await source.query<{ row: object }[]>(
      `select row_to_json(each) as row from ${table} each order by id`,
    );
    const before = [...((await written())[table] ?? [])].sort((a, b) =>
      String((a as { id: string }).id) < String((b as { id: string }).id) ? -1 : 1,
    );
    return [rows.map(({ row }) => row), before];
  } finally {
    await source.destroy();
  }
};
