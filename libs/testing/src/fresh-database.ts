import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { TEMPLATE_DATABASE, useTestServer } from './test-server';

export interface FreshDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

const onServer = async (url: string, sql: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

/** A migrated, empty database of this test's own, cloned from the run's template. */
export const freshDatabase = async (): Promise<FreshDatabase> => {
  const server = await useTestServer();
  const name = `concord_${randomUUID().replaceAll('-', '')}`;
  await onServer(server.url, `create database ${name} template ${TEMPLATE_DATABASE}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await onServer(server.url, `drop database if exists ${name} with (force)`);
      await server.stop();
    },
  };
};
