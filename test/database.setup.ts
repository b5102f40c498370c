import { SERVER_VARIABLE, startTestServer, type TestServer } from '@concord/testing';

declare global {
  var concordTestServer: TestServer | undefined;
}

/** One PostgreSQL server and one migrated template for the whole run; every test file clones its own database. */
export default async function setup(): Promise<void> {
  const server = await startTestServer();
  globalThis.concordTestServer = server;
  process.env[SERVER_VARIABLE] = server.url;
}
