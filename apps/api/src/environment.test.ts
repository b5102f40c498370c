import { readEnvironment } from './environment';

const enough = { DATABASE_URL: 'postgres://localhost/concord', PORT: '3000' };

test('a database and a port are enough; it then listens to this machine only, and is no demo', () => {
  expect(readEnvironment(enough)).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    demo: false,
    origins: [],
    trustedProxies: [],
    redisUrl: undefined,
    consoleDir: undefined,
    logLevel: 'info',
    notifyCallbackToken: undefined,
  });
});

test('only "1" makes a demo', () => {
  expect(readEnvironment({ ...enough, CONCORD_DEMO: '1' }).demo).toBe(true);
  for (const other of ['0', 'true', 'yes', ''])
    expect(readEnvironment({ ...enough, CONCORD_DEMO: other }).demo).toBe(false);
});

test('origins and trusted proxies are lists', () => {
  const { origins, trustedProxies } = readEnvironment({
    ...enough,
    CONCORD_ORIGIN: 'https://a.example, https://b.example:8443',
    CONCORD_TRUSTED_PROXIES: '10.0.0.0/8',
  });
  expect(origins).toEqual(['https://a.example', 'https://b.example:8443']);
  expect(trustedProxies).toEqual(['10.0.0.0/8']);
});

test.each([
  [{ DATABASE_URL: undefined }, 'DATABASE_URL is not set'],
  [{ PORT: undefined }, 'PORT must be a port number'],
  [{ PORT: '70000' }, 'it is "70000"'],
  [{ CONCORD_ORIGIN: 'https://a.example/console' }, 'is not one'],
  [{ CONCORD_ORIGIN: '*' }, 'is not one'],
  [{ CONCORD_NOTIFY_CALLBACK_TOKEN: 'short' }, 'CONCORD_NOTIFY_CALLBACK_TOKEN'],
  [{ CONCORD_NOTIFY_CALLBACK_TOKEN: 'x'.repeat(20) }, 'CONCORD_NOTIFY_API_KEY must be set'],
  [{ CONCORD_LOG_LEVEL: 'loud' }, 'CONCORD_LOG_LEVEL must be one of'],
])('it refuses to start on %j, saying why', (broken, why) => {
  expect(() => readEnvironment({ ...enough, ...broken })).toThrow(why);
});
