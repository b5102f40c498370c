import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { Client } from 'pg';

/** The comparison: one row lock, two writes, a commit by `pg`, then a bare `emit`. Paced by its parent. */
const [databaseUrl = '', everyMs = '50', times = '100'] = process.argv.slice(2);
const http = createServer();
const io = new Server(http, { perMessageDeflate: false });
const client = new Client({ connectionString: databaseUrl });
await client.connect();
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));

const image = { filler: 'x'.repeat(900) };

const commit = async (revision: number): Promise<void> => {
  await client.query('begin');
  await client.query('update bare_area set revision = $1 where id = 1', [revision]);
  await client.query('update bare_room set image = $1 where id = 1', [JSON.stringify(image)]);
  await client.query('insert into bare_journal (revision, image) values ($1, $2)', [
    revision,
    JSON.stringify(image),
  ]);
  await client.query('commit');
  io.emit('board.change.v1', { revision, image });
};

const run = async (): Promise<void> => {
  const start = performance.now();
  for (let i = 1; i <= Number(times); i += 1) {
    const wait = start + i * Number(everyMs) - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    await commit(i);
  }
  process.send?.('done');
};

process.on('message', (message) => {
  if (message === 'go') void run();
});
process.send?.({ port: (http.address() as { port: number }).port });
