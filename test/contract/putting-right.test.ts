import type { Problem } from '@concord/contracts';
import type { Incident } from '@concord/domain';
import { seedArea } from '@concord/postgres';
import type { Answer, Concord, Person } from '@concord/testing';
import { accepted, Journey, refusal, startConcord } from '@concord/testing';
import { emailOf, passwordOf, secondArea } from './second-area';
import { signInWithPassword } from './sign-in';

let concord: Concord;
let control: Person;
let journey: Journey;
let other: Journey;
let detained: string;

const nothing = '11111111-1111-4111-8111-111111111111';
const reason = 'Read off the door log';

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  control = await concord.signIn('controller');
  [journey, other] = [await Journey.open(control), await Journey.open(control)];
  await journey.detain();
  await other.detain();
  detained = await journey.factId('detained');
});
afterEach(() => concord.stop());

const refused = (send: () => Promise<Answer<unknown>>): Promise<Problem> =>
  refusal(concord, send as () => Promise<Answer<Problem>>);
const facts = (of: Journey = journey) => `incidents/${of.incidentId}/facts`;
const correct = (body: object, factId = detained, of?: Journey) =>
  refused(() => control.post(`${facts(of)}/${factId}/correct`, body));
const takeBack = (factId: string, body: object = { reason }) =>
  refused(() => control.post(`${facts()}/${factId}/take-back`, body));
const fields = ({ errors }: Problem) => errors?.map(({ field }) => field);
const said = { kind: 'detained', officer: 'PC 4412' };

describe('putting a fact right', () => {
  test('needs a reason, a whole fact, and nothing else', async () => {
    expect(fields(await correct({ fact: said }))).toEqual(['reason']);
    expect(fields(await correct({ reason: '  ', fact: said }))).toEqual(['reason']);
    expect(fields(await correct({ reason, fact: { kind: 'detained' } }))).toEqual(['fact.officer']);
    expect(fields(await correct({ reason, fact: { ...said, officer: 7, happenedAt: 'earlier' } }))).toEqual(
      expect.arrayContaining(['fact.officer', 'fact.happenedAt']),
    );
    expect(fields(await correct({ reason, fact: { ...said, shift: 'B' }, by: 'me' }))).toEqual(
      expect.arrayContaining(['fact.shift', 'by']),
    );
    expect(fields(await correct({ reason, fact: { kind: 'merged-in' } }))).toEqual(['fact.kind']);
  });

  test('is of a fact of this incident, by its id', async () => {
    expect(fields(await correct({ reason, fact: said }, 'the-third'))).toEqual(['factId']);
    for (const id of [nothing, await other.factId('detained')])
      expect(await correct({ reason, fact: said }, id)).toMatchObject({ code: 'not-found', status: 404 });
  });

  test('does not turn one kind of fact into another', async () => {
    expect(await correct({ reason, fact: { kind: 'noted', text: 'Only a note' } })).toMatchObject({
      code: 'not-allowed-in-this-state',
      details: { field: 'kind', kind: 'detained' },
    });
  });

  test('never touches what Concord itself wrote of a hold, an AMHP or a car', async () => {
    await journey.hold(concord.ids.rooms['elm-1']);
    const held = await journey.factId('hold-requested');
    expect(await takeBack(held)).toMatchObject({ code: 'not-allowed-in-this-state' });
    expect(await correct({ reason, fact: { kind: 'noted', text: 'x' } }, held)).toMatchObject({
      code: 'not-allowed-in-this-state',
    });
    expect(fields(await correct({ reason, fact: { kind: 'hold-requested' } }, held))).toEqual(['fact.kind']);
  });

  test('is done once to each telling: the second is told who did, and when', async () => {
    await journey.correct({ ...said, kind: 'detained' });
    expect(await correct({ reason, fact: said })).toMatchObject({
      code: 'changed-since-seen',
      status: 409,
      details: { correctedBy: { name: control.name }, correctedAt: '2026-11-22T02:00:00.000Z' },
    });
  });

  test('a retry with its key is one correction; the key with other words is refused', async () => {
    const path = `${facts()}/${detained}/correct`;
    const body = { reason, fact: said };
    const once = accepted(await control.post<Incident>(path, body, { key: 'c-1' }), 'once');
    expect(accepted(await control.post<Incident>(path, body, { key: 'c-1' }), 'again')).toEqual(once);
    expect((await journey.read()).facts.filter(({ kind }) => kind === 'detained')).toHaveLength(2);
    const changed = { ...body, reason: 'Another reason' };
    expect(await refused(() => control.post(path, changed, { key: 'c-1' }))).toMatchObject({
      code: 'key-reused',
    });
  });
});

describe('taking a fact back', () => {
  test('needs a reason, and is not for the opening or for a taking back', async () => {
    expect(fields(await takeBack(detained, {}))).toEqual(['reason']);
    expect(fields(await takeBack(detained, { reason, fact: said }))).toEqual(['fact']);
    const opened = (await journey.read()).facts[0]?.id ?? '';
    expect(await takeBack(opened)).toMatchObject({ code: 'not-allowed-in-this-state' });
    const note = (await journey.record({ kind: 'noted', text: 'x' })).facts.at(-1)?.id ?? '';
    const taken = accepted(
      await control.post<Incident>(`${facts()}/${note}/take-back`, { reason }),
      'take back',
    );
    expect(await takeBack(note)).toMatchObject({ code: 'changed-since-seen' });
    expect(await takeBack(taken.facts.at(-1)?.id ?? '')).toMatchObject({ code: 'not-allowed-in-this-state' });
  });

  test('cannot leave later steps hanging in the air', async () => {
    await concord.advance({ minutes: 5 });
    await journey.record({ kind: 'arrived', placeId: concord.ids.places.elm });
    expect(await takeBack(detained)).toMatchObject({
      code: 'time-impossible',
      details: { precedes: 'arrived' },
    });
    expect(await takeBack(await journey.factId('advice-sought'))).toMatchObject({ code: 'unlawful' });
  });
});

describe('merging two records', () => {
  const merge = (body: object, path = 'merge') =>
    refused(() => control.post(`incidents/${journey.incidentId}/${path}`, body));

  test('needs the other record and a reason', async () => {
    expect(fields(await merge({}))).toEqual(['otherIncidentId', 'reason']);
    expect(fields(await merge({ otherIncidentId: journey.ref, reason }))).toEqual(['otherIncidentId']);
    expect(fields(await merge({ otherIncidentId: other.incidentId, reason, keep: 'both' }))).toEqual([
      'keep',
    ]);
  });

  test('is never with itself, with one that is not there, or with one that still has a room', async () => {
    expect(await merge({ otherIncidentId: journey.incidentId, reason })).toMatchObject({
      code: 'not-allowed-in-this-state',
      details: { field: 'otherIncidentId' },
    });
    expect(await merge({ otherIncidentId: nothing, reason })).toMatchObject({ code: 'not-found' });
    await other.hold(concord.ids.rooms['elm-1']);
    expect(await merge({ otherIncidentId: other.incidentId, reason })).toMatchObject({
      code: 'not-allowed-in-this-state',
      details: { ref: other.ref, tied: ['a held room'] },
    });
  });

  test('happens once; only what was merged is parted; and a shut record is not added to', async () => {
    expect(await merge({ otherIncidentId: other.incidentId, reason }, 'unmerge')).toMatchObject({
      code: 'not-allowed-in-this-state',
    });
    const body = { otherIncidentId: other.incidentId, reason };
    accepted(await control.post(`incidents/${journey.incidentId}/merge`, body, { key: 'm-1' }), 'merge');
    accepted(
      await control.post(`incidents/${journey.incidentId}/merge`, body, { key: 'm-1' }),
      'merge, told twice',
    );
    expect((await journey.read()).facts.filter(({ kind }) => kind === 'merged-in')).toHaveLength(1);
    expect(await merge(body)).toMatchObject({ code: 'not-allowed-in-this-state' });
    const there = (await other.read()).facts.find(({ kind }) => kind === 'detained')?.id ?? '';
    expect(await refused(() => other.tell({ kind: 'noted', text: 'x' }))).toMatchObject({
      code: 'not-allowed-in-this-state',
    });
    expect(await correct({ reason, fact: said }, there, other)).toMatchObject({
      code: 'not-allowed-in-this-state',
    });
  });
});

describe('saying who somebody is', () => {
  const identify = (body: object) =>
    refused(() => control.post(`incidents/${journey.incidentId}/person`, body));

  test('needs a source, and words that can be so', async () => {
    expect(fields(await identify({ name: 'Ivy Lark' }))).toEqual(['source']);
    expect(fields(await identify({ source: 'x', nhsNumber: '99900' }))).toEqual(['nhsNumber']);
    expect(fields(await identify({ source: 'x', dateOfBirth: '1992-02-30' }))).toEqual(['dateOfBirth']);
    for (const dateOfBirth of ['2026-11-23', '1890-01-01'])
      expect(await identify({ source: 'x', dateOfBirth })).toMatchObject({ code: 'time-impossible' });
  });

  test('is in no console’s picture and in no journal: only whoever asks for it is told, and that they asked is kept', async () => {
    const given = {
      source: 'Her driving licence',
      name: 'Ivy Lark',
      dateOfBirth: '1992-03-04',
      nhsNumber: '9990000018',
    };
    accepted(await control.post(`incidents/${journey.incidentId}/person`, given), 'identify');
    for (const path of ['board', 'journal'])
      expect(JSON.stringify((await control.get(path)).body)).not.toMatch(/Ivy Lark|1992-03-04|9990000018/);
    const { body } = await control.get<object>(`incidents/${journey.incidentId}/person`);
    expect(body).toEqual({ name: 'Ivy Lark', dateOfBirth: '1992-03-04', nhsNumber: '9990000018' });
    const journal = await control.get<{ entries: { command: string }[] }>('journal');
    expect(journal.body.entries.at(-1)?.command).toBe('read-person');
  });
});

describe('dating a rule of law', () => {
  const never = { nation: 'england', from: '2027-01-01T00:00:00Z', adults: 'never', source: 'SI 2026/9' };

  test('needs a nation, a day to come, a rule and its source', async () => {
    const superintendent = await concord.signIn('superintendent');
    const date = (more: object) =>
      refused(() => superintendent.post('police-station-rules', { ...never, ...more }));
    expect(fields(await date({ nation: 'scotland' }))).toEqual(['nation']);
    expect(fields(await date({ adults: 'sometimes' }))).toEqual(['adults']);
    expect(fields(await date({ source: '' }))).toEqual(['source']);
    expect(fields(await date({ from: '2027-01-01' }))).toEqual(['from']);
    expect(fields(await date({ children: 'never' }))).toEqual(['children']);
    for (const from of ['2017-12-11T00:00:00Z', '2026-11-22T02:00:00Z'])
      expect(await date({ from })).toMatchObject({ code: 'time-impossible', details: { field: 'from' } });
  });
});

test('nothing of it reaches another area: not its incidents, not its facts, not its law', async () => {
  await seedArea(concord.databaseUrl, secondArea);
  const theirs = await signInWithPassword(
    concord.address,
    emailOf('fallow-controller'),
    passwordOf('fallow-controller'),
  );
  const me = (await (
    await fetch(`${concord.address}/api/me`, { headers: { cookie: theirs.cookie } })
  ).json()) as {
    areas: { areaId: string }[];
  };
  const post = async (areaId: string, path: string, body: object) => {
    const response = await fetch(`${concord.address}/api/areas/${areaId}/${path}`, {
      method: 'POST',
      headers: { cookie: theirs.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.status;
  };
  const before = await journey.read();
  const tries: [string, object][] = [
    [`${facts()}/${detained}/correct`, { reason, fact: said }],
    [`${facts()}/${detained}/take-back`, { reason }],
    [`incidents/${journey.incidentId}/merge`, { otherIncidentId: other.incidentId, reason }],
    [`incidents/${journey.incidentId}/person`, { source: 'x', name: 'x' }],
  ];
  for (const areaId of [concord.areaId, me.areas[0]?.areaId ?? ''])
    for (const [path, body] of tries) expect([path, await post(areaId, path, body)]).toEqual([path, 404]);
  expect(await journey.read()).toEqual(before);
});
