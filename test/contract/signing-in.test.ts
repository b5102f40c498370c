import { seedArea } from '@concord/postgres';
import { startOwnApi } from './own-api';
import { emailOf, passwordOf, secondArea } from './second-area';
import { getAs, signInWithPassword } from './sign-in';

const email = emailOf('fallow-controller');
const password = passwordOf('fallow-controller');

let own: Awaited<ReturnType<typeof startOwnApi>>;
beforeAll(async () => {
  own = await startOwnApi({ demo: true, origins: ['https://console.example'] });
  await seedArea(own.database.url, secondArea);
});
beforeEach(() => own.source.query('delete from sign_in_attempt; delete from session'));
afterAll(() => own.stop());

const signIn = (headers: Record<string, string> = {}) =>
  signInWithPassword(own.address, email, password, headers);
const me = async (cookie: string, headers: Record<string, string> = {}) =>
  (await getAs(own.address, '/api/me', cookie, headers)).status;

const post = (path: string, headers: Record<string, string>, body: unknown = undefined) =>
  fetch(`${own.address}${path}`, {
    method: 'POST',
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

describe('a session', () => {
  test('begins with the right password, whatever the case of the address, and says who and what for', async () => {
    const { status, body } = await signInWithPassword(own.address, email.toUpperCase(), password);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Ida Fallow',
      screen: 'console',
      areas: [{ name: 'Fallowmere', demo: false, duties: ['control-room'] }],
    });
    expect(JSON.stringify(body)).not.toMatch(/password|hash|email/i);
  });

  test('is a cookie that no script can read and no other site can send', async () => {
    const { setCookie } = await signIn();
    expect(setCookie).toMatch(
      /^concord_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  test('is never sent in the clear where a trusted proxy speaks https for us', async () => {
    const proxied = await startOwnApi({ demo: true, trustedProxies: ['127.0.0.1'] });
    try {
      const response = await fetch(`${proxied.address}/api/demo/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-proto': 'https' },
        body: JSON.stringify({ persona: 'controller' }),
      });
      expect(response.headers.getSetCookie()[0]).toMatch(/; SameSite=Strict; Secure$/);
    } finally {
      await proxied.stop();
    }
  });

  test('is kept as a hash: the database alone lets nobody in', async () => {
    const { cookie } = await signIn();
    const rows = await own.source.query<{ id: string }[]>(
      `select encode(id_hash, 'escape') as id from session`,
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
  });

  test('ends on signing out, at once', async () => {
    const { cookie } = await signIn();
    expect(await me(cookie)).toBe(200);
    const out = await post('/api/sign-out', { cookie });
    expect(out.status).toBe(200);
    expect(out.headers.getSetCookie()[0]).toMatch(/^concord_session=; Max-Age=0; /);
    expect(await me(cookie)).toBe(401);
  });

  test('ends after an hour without use, and after twelve hours whatever the use', async () => {
    const { cookie } = await signIn();
    const ago = (column: string, minutes: number) =>
      own.source.query(`update session set ${column} = ${column} - make_interval(mins => ${minutes})`);
    await ago('last_seen_at', 59);
    expect(await me(cookie)).toBe(200);
    await ago('last_seen_at', 59);
    expect(await me(cookie)).toBe(200);
    await ago('last_seen_at', 61);
    expect(await me(cookie)).toBe(401);
    const { cookie: later } = await signIn();
    await ago('expires_at', 12 * 60);
    expect(await me(later)).toBe(401);
  });

  test('ends when the same window signs in again: no session is left behind', async () => {
    const { cookie } = await signIn();
    const { cookie: second } = await signIn({ cookie });
    expect(await me(cookie)).toBe(401);
    expect(await me(second)).toBe(200);
  });

  test('may be one of several in one browser, for windows that name themselves', async () => {
    const { cookie: plain } = await signIn();
    const { cookie: second } = await signIn({ cookie: plain, 'x-concord-window': 'w2' });
    expect(second).toMatch(/^concord_session_w2=/);
    const both = `${plain}; ${second}`;
    expect(await me(both)).toBe(200);
    expect(await me(both, { 'x-concord-window': 'w2' })).toBe(200);
    expect(await me(both, { 'x-concord-window': 'w3' })).toBe(401);
    await post('/api/sign-out', { cookie: both, 'x-concord-window': 'w2' });
    expect(await me(both, { 'x-concord-window': 'w2' })).toBe(401);
    expect(await me(both)).toBe(200);
  });
});

describe('a duty', () => {
  test('taken away is gone with the next request', async () => {
    const { cookie, body } = await signIn();
    const { userId, areas } = body as { userId: string; areas: { areaId: string }[] };
    const board = `/api/areas/${areas[0]?.areaId}/board`;
    expect((await getAs(own.address, board, cookie)).status).toBe(200);
    await own.identity.people.setDuties(userId, []);
    expect((await getAs(own.address, board, cookie)).status).toBe(404);
    await own.identity.people.setDuties(userId, [{ areaId: areas[0]?.areaId ?? '', duty: 'control-room' }]);
    expect((await getAs(own.address, board, cookie)).status).toBe(200);
  });
});

describe('guessing a password', () => {
  const wrong = (address: string, headers: Record<string, string> = {}) =>
    signInWithPassword(own.address, address, 'not the password', headers);

  test('gives the same answer whether it was the address or the password that was wrong', async () => {
    const [password1, address1] = [await wrong(email), await wrong('nobody@second.invalid')];
    expect(password1.body).toEqual(address1.body);
    expect(password1.status).toBe(401);
    expect(address1.status).toBe(401);
  });

  test('costs the same time for an address that has no account', async () => {
    const median = async (address: string) => {
      const times = [];
      for (let i = 0; i < 4; i += 1) {
        const began = performance.now();
        await wrong(address);
        times.push(performance.now() - began);
      }
      return times.sort((a, b) => a - b)[1] ?? 0;
    };
    const [known, unknown] = [await median(email), await median('nobody@second.invalid')];
    expect(unknown).toBeGreaterThan(known / 3);
    expect(known).toBeGreaterThan(unknown / 3);
  });

  test('is stopped after five failures for one account, even with the right password, and says for how long', async () => {
    for (let i = 0; i < 5; i += 1) expect((await wrong(email)).status).toBe(401);
    const stopped = await signIn();
    expect(stopped.status).toBe(429);
    expect(stopped.body).toMatchObject({ code: 'too-many-attempts' });
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
    expect(
      (await signInWithPassword(own.address, emailOf('fallow-director'), passwordOf('fallow-director')))
        .status,
    ).toBe(200);
    await own.source.query(`update sign_in_attempt set at = at - interval '15 minutes'`);
    expect((await signIn()).status).toBe(200);
  });

  test('is not made easier by asking all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => wrong(email)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  test('is stopped after twenty failures from one address, over all accounts', async () => {
    for (let i = 0; i < 20; i += 1) expect((await wrong(`person${i}@second.invalid`)).status).toBe(401);
    expect((await wrong('person20@second.invalid')).status).toBe(429);
  });

  test('is not counted against somebody who then gets it right', async () => {
    for (let i = 0; i < 8; i += 1) expect((await signIn()).status).toBe(200);
  });
});

describe('one-click sign-in', () => {
  test('offers the demo area’s personas, and nobody from an area that is not a demo', async () => {
    const offered = (await (await getAs(own.address, '/api/demo/personas', '')).json()) as {
      persona: string;
    }[];
    expect(offered.map(({ persona }) => persona)).toEqual(
      expect.arrayContaining(['controller', 'suite-nurse', 'amhp', 'crew']),
    );
    expect(offered.map(({ persona }) => persona)).not.toContain('simulator');
    expect((await post('/api/demo/sign-in', {}, { persona: 'controller' })).status).toBe(200);
    expect((await post('/api/demo/sign-in', {}, { persona: 'fallow-controller' })).status).toBe(404);
  });

  test('does not exist for a persona who also has a duty in an area that is not a demo', async () => {
    const person = await own.identity.people.findByPersona('controller-2');
    const [{ id } = { id: '' }] = await own.source.query<{ id: string }[]>(
      'select id from area where not demo',
    );
    await own.identity.people.setDuties(person?.userId ?? '', [{ areaId: id, duty: 'control-room' }]);
    expect((await post('/api/demo/sign-in', {}, { persona: 'controller-2' })).status).toBe(404);
  });

  test('does not exist in a process that was not started for a demo, nor does its clock', async () => {
    const live = await startOwnApi({ demo: false });
    try {
      for (const [method, path, body] of [
        ['GET', '/api/demo/personas', undefined],
        ['POST', '/api/demo/sign-in', { persona: 'controller' }],
      ] as const) {
        const response = await fetch(`${live.address}${path}`, {
          method,
          headers: body ? { 'content-type': 'application/json' } : {},
          ...(body ? { body: JSON.stringify(body) } : {}),
        });
        expect([path, response.status]).toEqual([path, 404]);
      }
      const controller = await live.identity.people.findByPersona('controller');
      const { token } = await live.identity.sessions.start(controller?.userId ?? '');
      expect((await getAs(live.address, '/api/demo/clock', `concord_session=${token}`)).status).toBe(404);
    } finally {
      await live.stop();
    }
  });
});

describe('a command from another site', () => {
  test.each([
    ['its own page', undefined, 200],
    ['a listed origin', 'https://console.example', 200],
    ['another origin', 'https://elsewhere.example', 403],
    ['the same host on another port', 'http://127.0.0.1:1', 403],
    ['a sandboxed frame', 'null', 403],
    ['a page that is not one', 'nonsense', 403],
  ])('from %s is answered as it should be', async (_, origin, expected) => {
    const response = await post('/api/sign-in', { origin: origin ?? own.address }, { email, password });
    expect(response.status).toBe(expected);
    if (expected === 403) expect(await response.json()).toMatchObject({ code: 'origin-refused' });
  });

  test('is refused before it is read, when the browser says that another site sent it', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const response = await post('/api/sign-in', { 'sec-fetch-site': site }, { email, password });
      expect(response.status).toBe(403);
      expect(response.headers.getSetCookie()).toEqual([]);
    }
    expect(
      (await post('/api/sign-in', { 'sec-fetch-site': 'same-origin' }, { email, password })).status,
    ).toBe(200);
  });
});

test('every answer forbids framing, sniffing and scripts from elsewhere, and is not kept by caches', async () => {
  for (const path of ['/api/me', '/api/nothing', '/api/%zz', '/health/live']) {
    const { headers } = await getAs(own.address, path, '');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  }
});
