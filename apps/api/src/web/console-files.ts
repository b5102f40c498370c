import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const A_YEAR = 'public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'no-cache';

const isOurs = (path: string): boolean => /^\/(api|health|socket\.io)(\/|$)/.test(path);

/**
 * The built console. Files under `assets/` have a hash of their content in their name and never
 * change; the page itself is asked for each time, and answers for every screen's address.
 */
export const serveConsole = async (server: FastifyInstance, directory: string): Promise<void> => {
  if (!existsSync(join(directory, 'index.html'))) {
    server.log.warn({ directory }, 'there is no built console here: only the API is served');
    return;
  }
  await server.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(directory, 'assets'));
      void reply.header('cache-control', hashed ? A_YEAR : ASK_EACH_TIME);
    },
  });
  server.get('/*', (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    // A missing script must fail as one, not arrive as a page.
    if (isOurs(path) || extname(path) !== '') return reply.callNotFound();
    return reply.sendFile('index.html');
  });
};
