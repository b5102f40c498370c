import { connect } from 'node:net';
import type { Hold, Incident } from '@concord/domain';
import type { Problem } from '@concord/contracts';
import type { Answer, Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let nurse: Person;
let journey: Journey;

const scene = {
  where: { text: 'Mill Road footbridge', district: 'Harrowdale', position: { lat: 54.9, lon: 2.4 } },
  calledBy: 'PC 4411 by radio',
  person: {},
};
const nobody = '11111111-1111-4111-8111-111111111111';

beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  control = await concord.signIn('controller');
  nurse = await concord.signIn('suite-nurse');
  journey = await Journey.open(control);
  await journey.detain();
});
afterAll(() => concord.stop());

/** A refusal: a problem document, no fault, and the area exactly where it was. */
const refusal = async (send: () => Promise<Answer<Problem>>): Promise<Problem> => {
  const before = await concord.store.head(concord.areaId);
  const { status, body, headers } = await send();
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(body).toMatchObject({ status, type: `/problems/${body.code}` });
  expect(body.detail).not.toMatch(/zod|sql|select |\bat .*\.ts|undefined|\[object/i);
  expect(await concord.store.head(concord.areaId)).toBe(before);
  return body;
};
const fields = (problem: Problem) => problem.errors?.map(({ field }) => field);

describe('what has the wrong shape is refused by name', () => {
  test('an unknown field, at the top and deep inside', async () => {
    const problem = await refusal(() =>
      control.post('incidents', { ...scene, colour: 'red', person: { shoeSize: 9 } }),
    );
    expect(problem.code).toBe('invalid');
    expect(fields(problem)).toEqual(expect.arrayContaining(['colour', 'person.shoeSize']));
    expect(problem.errors?.[0]?.message).toMatch(/is not a field of this request/);
  });

  test('a character that no record can keep, wherever it stands, and a body nested without end', async () => {
    for (const odd of ['a\0b', 'a\ud800b']) {
      const where = { ...scene.where, text: odd };
      const problem = await refusal(() => control.post('incidents', { ...scene, where, calledBy: odd }));
      expect(fields(problem)).toEqual(['where.text', 'calledBy']);
      expect(problem.errors?.[0]?.message).toBe('holds a character that cannot be kept');
      expect((await refusal(() => control.post('incidents', { ...scene, person: { [odd]: 1 } }))).code).toBe(
        'invalid',
      );
    }
    const deep = `{"person":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    const problem = await refusal(() => control.post('incidents', deep));
    expect(problem.errors).toEqual([{ field: 'body', message: 'is nested more than 32 deep' }]);
  });

  test('wrong types, missing fields and numbers out of range, all in one answer', async () => {
    const problem = await refusal(() =>
      control.post('incidents', {
        where: { text: 7, district: 'Harrowdale', position: { lat: 123, lon: 2.4 } },
        person: { ageYears: 'thirty', risks: [{ kind: 'dragons', note: '', source: 'x' }] },
      }),
    );
    const said = Object.fromEntries((problem.errors ?? []).map(({ field, message }) => [field, message]));
    expect(said).toMatchObject({
      'where.text': 'must be text',
      'where.position.lat': 'must be at most 90',
      calledBy: 'is missing',
      'person.ageYears': 'must be a number',
      'person.risks.0.note': 'must not be empty',
    });
    expect(said['person.risks.0.kind']).toMatch(/^must be one of: violence, /);
  });

  test.each([
    'yesterday',
    '2026-11-22',
    '2026-11-22T02:00:00',
    '2026-02-30T02:00:00Z',
    '1926-11-22T02:00:00Z',
    0,
    null,
  ])('the time %p', async (happenedAt) => {
    const problem = await refusal(() => control.post('incidents', { ...scene, happenedAt }));
    expect(fields(problem)).toEqual(['happenedAt']);
  });

  test('a fact of no known kind, told which kinds there are', async () => {
    const problem = await refusal(() =>
      control.post(`incidents/${journey.incidentId}/facts`, { kind: 'abducted' }),
    );
    expect(problem.errors).toEqual([
      { field: 'kind', message: expect.stringMatching(/advice-sought.*closed/) as unknown },
    ]);
  });

  test.each([[[]], ['text'], [null], [3], ['[1,2]'], ['"x"']])(
    'a body that is no object: %j',
    async (body) => {
      expect((await refusal(() => control.post('incidents', body))).code).toMatch(/^(invalid|malformed)$/);
    },
  );

  test('ids that are not ids, in a path and in a body', async () => {
    expect(fields(await refusal(() => control.get('incidents/1042')))).toEqual(['incidentId']);
    expect(fields(await refusal(() => control.get("incidents/' or 1=1 --")))).toEqual(['incidentId']);
    const holds = `incidents/${journey.incidentId}/holds`;
    expect(fields(await refusal(() => control.post(holds, { roomId: 'elm-1' })))).toEqual(['roomId']);
    expect(fields(await refusal(() => control.get('/areas/harrowdale/board')))).toEqual(['areaId']);
  });

  test('query parameters that are unknown or impossible', async () => {
    expect(fields(await refusal(() => control.get('journal?after=-1&limit=9999')))).toEqual([
      'after',
      'limit',
    ]);
    expect(fields(await refusal(() => control.get('board?as=director')))).toEqual(['as']);
  });

  test('an idempotency key with spaces, or longer than 100 characters', async () => {
    for (const key of ['two words', 'x'.repeat(101)])
      expect(fields(await refusal(() => control.post('incidents', scene, { key })))).toEqual([
        'Idempotency-Key',
      ]);
  });

  test('a field that would reach into an object’s prototype', async () => {
    const body = '{"__proto__":{"admin":true},"calledBy":"x"}';
    expect((await refusal(() => control.post('incidents', body))).code).toBe('malformed');
  });
});

describe('what cannot even be read is refused in words', () => {
  test('JSON that is not JSON', async () => {
    expect((await refusal(() => control.post('incidents', '{"where": '))).code).toBe('malformed');
  });

  test('a body that is not declared as JSON', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/xml',
    ]) {
      const problem = await refusal(() =>
        control.post('incidents', 'a=b', { headers: { 'content-type': type } }),
      );
      expect(problem).toMatchObject({ code: 'unsupported-media-type', status: 415 });
    }
  });

  test('a body of a megabyte', async () => {
    const problem = await refusal(() =>
      control.post('incidents', { ...scene, calledBy: 'x'.repeat(1_000_000) }),
    );
    expect(problem).toMatchObject({ code: 'too-large', status: 413 });
  });

  test('a route that does not exist, or not for this method', async () => {
    for (const path of ['/nothing', 'incident', 'rooms'])
      expect(await refusal(() => control.get(path))).toMatchObject({ code: 'not-found', status: 404 });
    expect(await refusal(() => control.put('incidents', scene))).toMatchObject({ status: 404 });
  });

  test('a path that is not a path', async () => {
    for (const path of ['/api/%zz', `/api/${'a'.repeat(9000)}`, '/api//areas', '/api/areas/%00/board']) {
      const response = await fetch(`${concord.address}${path}`, { headers: { cookie: control.cookie } });
      expect([path.slice(0, 20), response.status]).toEqual([path.slice(0, 20), expect.any(Number)]);
      expect(response.status).toBeLessThan(500);
      expect(response.headers.get('content-type')).toMatch(/problem\+json/);
    }
  });

  test('bytes that are not HTTP', async () => {
    const { port, hostname } = new URL(concord.address);
    const said = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write('HELLO?\r\n\r\n'));
      let text = '';
      socket.on('data', (data) => (text += data.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(said).toMatch(/^HTTP\/1\.1 400/);
    expect((await control.get('/me')).status).toBe(200);
  });
});

describe('what the moment forbids is refused with its reason', () => {
  test('a time in the future, or before what it must follow', async () => {
    const facts = `incidents/${journey.incidentId}/facts`;
    const conveyed = { kind: 'conveyance-started', mode: 'ambulance' };
    for (const happenedAt of ['2026-11-22T03:00:00Z', '2026-11-22T01:00:00Z']) {
      const problem = await refusal(() => control.post(facts, { ...conveyed, happenedAt }));
      expect(problem).toMatchObject({ code: 'time-impossible', status: 422 });
    }
  });

  test('a step that this state does not allow', async () => {
    const problem = await refusal(() =>
      control.post(`incidents/${journey.incidentId}/facts`, {
        kind: 'handed-over',
        acceptedBy: 'Charge nurse',
      }),
    );
    expect(problem).toMatchObject({ code: 'not-allowed-in-this-state', status: 409 });
    expect(problem.details).toHaveProperty('allowed');
  });

  test('what the law forbids, with the section that does', async () => {
    const child = await Journey.open(control, { person: { ageYears: 15, ageBasis: 'known' } });
    await child.detain();
    await child.record({ kind: 'conveyance-started', mode: 'ambulance' });
    const station = concord.ids.places['bridewell'];
    const problem = await refusal(() =>
      control.post(`incidents/${child.incidentId}/facts`, { kind: 'arrived', placeId: station }),
    );
    expect(problem).toMatchObject({
      code: 'unlawful',
      status: 422,
      rule: expect.stringContaining('136A') as unknown,
    });
  });

  test('a command about something that has changed since its author saw it', async () => {
    const room = concord.ids.rooms['elm-2'] ?? '';
    accepted(await nurse.post(`rooms/${room}/state`, { state: 'cleaning' }), 'cleaning');
    const problem = await refusal(() =>
      nurse.post(`rooms/${room}/state`, { state: 'available', seenRevision: 1 }),
    );
    expect(problem).toMatchObject({ code: 'changed-since-seen', status: 409 });
  });
});

describe('a retry is not a second command', () => {
  test('the same key with the same body gets the first answer, and changes nothing', async () => {
    const first = accepted(await control.post<Incident>('incidents', scene, { key: 'retry-1' }), 'first');
    const head = await concord.store.head(concord.areaId);
    const again = accepted(await control.post<Incident>('incidents', scene, { key: 'retry-1' }), 'again');
    expect(again).toEqual(first);
    expect(await concord.store.head(concord.areaId)).toBe(head);
  });

  test('the same key with another body, or for another command, is refused', async () => {
    accepted(await control.post('incidents', scene, { key: 'retry-2' }), 'first');
    for (const path of ['incidents', `incidents/${journey.incidentId}/amhp-requests`]) {
      const body = path === 'incidents' ? { ...scene, calledBy: 'Somebody else' } : {};
      const problem = await refusal(() => control.post(path, body, { key: 'retry-2' }));
      expect(problem).toMatchObject({ code: 'key-reused', status: 422 });
    }
  });

  test('a key is its author’s own: somebody else may use the same', async () => {
    const other = await concord.signIn('controller-2');
    const mine = accepted(await control.post<Incident>('incidents', scene, { key: 'retry-3' }), 'mine');
    const theirs = accepted(await other.post<Incident>('incidents', scene, { key: 'retry-3' }), 'theirs');
    expect(theirs.id).not.toBe(mine.id);
  });

  test('a refused command may be tried again under its key, and then succeed', async () => {
    const other = await Journey.open(control);
    const facts = `incidents/${other.incidentId}/facts`;
    const detained = { kind: 'detained', officer: 'PC 4411' };
    await refusal(() => control.post(facts, detained, { key: 'retry-4' }));
    await other.record({ kind: 'advice-not-practicable', reason: 'Running towards the river' });
    accepted(await control.post(facts, detained, { key: 'retry-4' }), 'second try');
  });
});

describe('things that are not there, or elsewhere', () => {
  test('ids of nothing are not found, whichever command they are given to', async () => {
    for (const path of [
      `incidents/${nobody}/facts`,
      `incidents/${nobody}/holds`,
      `incidents/${nobody}/amhp-requests`,
    ]) {
      const body = path.endsWith('facts')
        ? { kind: 'closed' }
        : path.endsWith('holds')
          ? { roomId: concord.ids.rooms['elm-1'] }
          : {};
      expect(await refusal(() => control.post(path, body))).toMatchObject({ code: 'not-found', status: 404 });
    }
    expect(await refusal(() => nurse.post(`holds/${nobody}/accept`))).toMatchObject({ status: 404 });
    expect(await refusal(() => control.get(`incidents/${nobody}`))).toMatchObject({ status: 404 });
  });

  test('an author is handed back no more than their own view shows them', async () => {
    const crew = await concord.signIn('crew');
    const t1 = concord.ids.resources['t1'] ?? '';
    const heardOf = await crew.post(`resources/${t1}/commit`, { incidentId: journey.incidentId });
    expect(heardOf).toMatchObject({ status: 404, body: { code: 'not-found' } });
    accepted(await control.post(`resources/${t1}/commit`, { incidentId: journey.incidentId }), 'commit');
    const hold = accepted(
      await crew.post<Hold>(`incidents/${journey.incidentId}/holds`, { roomId: concord.ids.rooms['elm-1'] }),
      'hold',
    );
    expect(hold).toMatchObject({ state: 'requested', requestedBy: { name: crew.name } });
    const asked = accepted(
      await crew.post<{ offers: unknown[]; assigned: unknown }>(
        `incidents/${journey.incidentId}/amhp-requests`,
      ),
      'AMHP',
    );
    expect(asked).toMatchObject({ offers: [], assigned: null });
  });
});
