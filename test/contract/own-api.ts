import { createApi } from '@concord/api';
import type { ApiOptions } from '@concord/api';
import { harrowdaleAndVale } from '@concord/coordination';
import { beat, dataSourceFor, openIdentity, PostgresClock, PostgresStore, seedArea } from '@concord/postgres';
import { connectWake } from '@concord/queue';
import { recorder } from '@concord/senders';
import { freshDatabase } from '@concord/testing';

type Chosen = Partial<Pick<ApiOptions, 'demo' | 'origins' | 'trustedProxies' | 'consoleDir'>>;

/** An API started as the test says, on a database of its own, with no engine beside it. */
export const startOwnApi = async (chosen: Chosen = {}) => {
  const database = await freshDatabase();
  const area = await seedArea(database.url, harrowdaleAndVale, { startAt: '2026-11-22T02:00:00.000Z' });
  const source = await dataSourceFor(database.url, { connections: 4, name: 'own-api' }).initialize();
  const wake = connectWake({ databaseUrl: database.url, log: () => undefined });
  const identity = openIdentity(source);
  const store = new PostgresStore(source, wake);
  const parts = {
    source,
    wake,
    identity,
    store,
    clock: new PostgresClock(source),
    sender: recorder(),
    logLevel: 'silent',
  };
  const api = await createApi({ ...parts, ...chosen });
  return {
    address: api.address,
    api,
    area,
    database,
    identity,
    source,
    store,
    /** Another process of the same deployment. */
    another: () => createApi({ ...parts, ...chosen }),
    beat: () => beat(source, 'engine'),
    stop: async () => {
      await api.close();
      await wake.close();
      await source.destroy();
      await database.drop();
    },
  };
};
