import { checkRedis } from './redis-check';
import { startRedisServer, type RedisServer } from './test-support/redis-server';

jest.setTimeout(30_000);

let server: RedisServer | undefined;
afterEach(async () => {
  await server?.end();
  server = undefined;
});

test('a Redis set up as we ask draws no warning', async () => {
  server = await startRedisServer('--appendonly', 'yes');
  expect(await checkRedis(server.url)).toEqual([]);
});

test('a Redis out of the box is warned about in words that say what to set and why', async () => {
  server = await startRedisServer('--hz', '10', '--maxmemory-policy', 'allkeys-lru');
  expect(await checkRedis(server.url)).toEqual([
    expect.stringMatching(/maxmemory-policy is allkeys-lru; set noeviction, .*drops armed timers/),
    expect.stringMatching(/appendonly is off; set it to yes, .*forgets every armed timer/),
    expect.stringMatching(/hz is 10; set 100, .*up to 100 ms late/),
  ]);
});

test('a Redis that does not answer is one warning, not a failed start', async () => {
  expect(await checkRedis('redis://127.0.0.1:1')).toEqual([
    expect.stringMatching(/cannot be asked .*ECONNREFUSED.*sweep/),
  ]);
});
