import { DataSource } from 'typeorm';
import { entityTables } from './tables/entity-tables';
import { storeTables } from './tables/store-tables';
import { migrations } from './migrations';

export interface DatabaseOptions {
  /** Connections in the pool. */
  readonly connections?: number;
  readonly name?: string;
}

/**
 * A hung process may hold an area's lock for seconds at most: every wait in a transaction has a
 * limit, set once per connection so that no command pays a round trip for it.
 */
const limits =
  '-c lock_timeout=5s -c statement_timeout=10s -c idle_in_transaction_session_timeout=5s -c timezone=UTC';

export const dataSourceFor = (url: string, options: DatabaseOptions = {}): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities: [...Object.values(entityTables), ...storeTables],
    migrations,
    migrationsTableName: 'migration',
    synchronize: false,
    logging: false,
    poolSize: options.connections ?? 10,
    applicationName: options.name ?? 'concord',
    // Statements of one transaction that need not wait for each other are sent together.
    extra: { options: limits, pipeline: true },
  });

/** Brings a database to this version's tables. Safe when several processes start at once. */
export const migrate = async (url: string): Promise<{ applied: string[] }> => {
  const source = await dataSourceFor(url, { connections: 2, name: 'concord-migrate' }).initialize();
  try {
    const lock = source.createQueryRunner();
    await lock.query('select pg_advisory_lock(1361983)');
    const applied = await source.runMigrations({ transaction: 'each' });
    await lock.query('select pg_advisory_unlock(1361983)');
    await lock.release();
    return { applied: applied.map((migration) => migration.name) };
  } finally {
    await source.destroy();
  }
};
