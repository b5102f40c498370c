import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { fastify } from 'fastify';
import { serveConsole } from './console-files';

const directory = mkdtempSync(join(tmpdir(), 'concord-console-'));
let server: FastifyInstance;

beforeAll(async () => {
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), '<title>Concord</title>');
  writeFileSync(join(directory, 'assets', 'main-3fa9c1.js'), 'export {}');
  server = fastify();
  await serveConsole(server, directory);
});
afterAll(async () => {
  await server.close();
  rmSync(directory, { recursive: true });
});

const get = (url: string) => server.inject({ method: 'GET', url });

test('every screen’s address is answered with the page, which is asked for afresh each time', async () => {
  for (const path of ['/', '/console', '/incidents/HV-1042?tab=clocks', '/unit/']) {
    const { statusCode, headers, body } = await get(path);
    expect([path, statusCode, body]).toEqual([path, 200, '<title>Concord</title>']);
    expect(headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': expect.stringMatching(/^text\/html/) as unknown,
    });
  }
});

test('a file with its hash in its name may be kept for ever', async () => {
  const { statusCode, headers } = await get('/assets/main-3fa9c1.js');
  expect(statusCode).toBe(200);
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('a script that is gone is missing, not the page; nor is the page what an unknown API route answers', async () => {
  for (const path of ['/assets/main-old.js', '/api/nothing', '/health/nothing', '/socket.io/'])
    expect([path, (await get(path)).statusCode]).toEqual([path, 404]);
});

test.each(['/../../etc/passwd', '/assets/../../secret.txt', '/%2e%2e/secret.txt', '/assets/%00'])(
  'nothing outside the console’s directory is served: %s',
  async (path) => {
    writeFileSync(join(directory, '..', 'secret.txt'), 'secret');
    const { body } = await get(path);
    rmSync(join(directory, '..', 'secret.txt'));
    expect(body).not.toMatch(/secret$|root:/);
  },
);

test('without a built console the API is served alone', async () => {
  const alone = fastify();
  await serveConsole(alone, join(directory, 'nowhere'));
  expect((await alone.inject('/')).statusCode).toBe(404);
  await alone.close();
});
