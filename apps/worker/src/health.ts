import { createServer } from 'node:http';
import type { Server } from 'node:http';

/** `/health/live`: the process answers. `/health/ready`: a sweep has succeeded lately; 503 otherwise. */
export const serveHealth = (
  port: number,
  secondsSinceBeat: () => Promise<number | null>,
  staleAfterSeconds: number,
): Server =>
  createServer((request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/health/live') return answer(200, { live: true });
    if (request.url !== '/health/ready') return answer(404, { title: 'Not found', status: 404 });
    secondsSinceBeat().then(
      (ago) => answer(ago !== null && ago <= staleAfterSeconds ? 200 : 503, { beatSecondsAgo: ago }),
      () => answer(503, { database: 'unreachable' }),
    );
    return undefined;
  }).listen(port, '127.0.0.1');
