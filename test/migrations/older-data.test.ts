import type { Area, Incident } from '@concord/domain';
import { holdersOf, statutoryLimit } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, alarmOf, startConcord } from '@concord/testing';
import { goneBackTo0002, migratedFrom0002 } from './older-data';
import { smallArea } from './small-area';

let concord: Concord;
let control: Person;
let board: LiveBoard;

/** Detained at 20:00 on 20 November and at Elm since, the 12-hour warning given; then, at 08:30, a child. */
const [adult, child] = ['SH-1001', 'SH-1003'];

beforeEach(async () => {
  concord = await startConcord({ area: smallArea, prepare: migratedFrom0002 });
  control = await concord.signIn('controller');
  board = await control.watch();
});
afterEach(() => concord.stop());

const incident = (ref: string): Incident => {
  const found = [...board.state().incident.values()].find((each) => each.ref === ref);
  if (!found) throw new Error(`${ref} is not on the board`);
  return found;
};
const facts = (ref: string) => `incidents/${incident(ref).id}/facts`;
const limit = () => alarmOf(board, { incidentId: incident(adult ?? '').id }, '24-hour limit');

test('a detention under way keeps its clock: what was warned of is not warned of again, the rest comes at its minute', async () => {
  expect(statutoryLimit(incident(adult).facts)).toMatchObject({
    startedAt: '2026-11-20T20:00:00.000Z',
    endsAt: '2026-11-21T20:00:00.000Z',
  });
  await concord.advance({ hours: 12 });
  expect(limit().called.map(([at]) => at)).toEqual([
    '2026-11-21T08:00:00.000Z',
    '2026-11-21T14:00:00.000Z',
    '2026-11-21T17:00:00.000Z',
    '2026-11-21T19:00:00.000Z',
    '2026-11-21T20:00:00.000Z',
  ]);
  expect(limit().level).toBe('over');
  expect(concord.log.filter((line) => /could not|timer/i.test(line))).toEqual([]);
});

test('a fact from before can be put right, and every clock follows', async () => {
  const { id } = incident(adult).facts.find(({ kind }) => kind === 'arrived') ?? { id: '' };
  const arrived = { kind: 'arrived', placeId: concord.ids.places['elm'], happenedAt: '2026-11-20T19:55:00Z' };
  const earlier = await control.post(`${facts(adult)}/${id}/correct`, { reason: 'Door log', fact: arrived });
  expect(earlier.body).toMatchObject({ code: 'time-impossible' });
  const opened = incident(adult).facts.map(({ kind }) => kind);
  expect(opened).toContain('person-described');
  const fact = { ...arrived, happenedAt: '2026-11-20T20:30:00Z' };
  accepted(await control.post(`${facts(adult)}/${id}/correct`, { reason: 'Door log', fact }), 'correct');
  await concord.advance({ hours: 5, minutes: 25 });
  expect(limit().called.map(([at]) => at)).not.toContain('2026-11-21T14:00:00.000Z');
});

test('what was known of a person is known still, whatever is added', async () => {
  accepted(
    await control.post(facts(adult), { kind: 'person-described', said: { gender: 'woman' } }),
    'describe',
  );
  const risk = { kind: 'weapons', note: 'A blade, found', source: 'police' };
  accepted(await control.post(facts(adult), { kind: 'risk-noted', risk }), 'risk');
  await concord.advance({ seconds: 1 });
  expect(incident(adult).person).toMatchObject({
    ageYears: 34,
    ageBasis: 'known',
    sex: 'female',
    gender: 'woman',
    risks: [{ kind: 'self-harm', confidence: 'reported', expiresAt: '2026-11-23T20:00:00.000Z' }, risk],
  });
});

test('a child described before is a child still: no police station', async () => {
  accepted(
    await control.post(facts(child), { kind: 'person-described', said: { sex: 'female' } }),
    'describe',
  );
  const refused = await control.post(facts(child), {
    kind: 'arrived',
    placeId: concord.ids.places['bridewell'],
  });
  expect(refused.body).toMatchObject({ code: 'unlawful', rule: expect.stringContaining('s136A') as unknown });
  expect(incident(child).person).toMatchObject({ ageYears: 16, appearsUnder18: true });
});

test('the law to date comes with it, for both nations', async () => {
  const { body } = await control.get<Area>(`/areas/${concord.areaId}`);
  expect(body.policeStationRules.map(({ nation, adults, from }) => [nation, adults, from])).toEqual([
    ['england', 'regulations-2017', '2017-12-11T00:00:00.000Z'],
    ['wales', 'regulations-2017', '2017-12-11T00:00:00.000Z'],
  ]);
});

test('whoever took turns on a rota takes them still, at the same hours', async () => {
  const rotas = [...board.state().rota.values()];
  const turns = rotas.find(({ duty }) => duty === 'control-room');
  expect(turns?.layers).toMatchObject([
    { every: 'days', count: 1, width: 2, handoversAt: ['07:00', '19:00'], from: '2010-01-01', until: null },
  ]);
  expect(holdersOf(rotas, 'amhp-lead', '2026-11-21T08:00:00.000Z').map(({ name }) => name)).toEqual([
    'Briony Wayfarer',
  ]);
  expect(new Set(rotas.map(({ callOrder }) => callOrder)).size).toBe(rotas.length);
});

test('the nurses of a suite answer for it, and are asked when its word grows old', async () => {
  const elm = concord.ids.places['elm'] ?? '';
  const nurses = [...board.state().rota.values()].filter(({ duty }) => duty === 'suite-nurse');
  expect(nurses.map(({ placeIds }) => placeIds)).toContainEqual([elm]);
  await concord.advance({ hours: 2 });
  const asked = [...board.state().escalation.values()].filter(({ placeId }) => placeId === elm);
  expect(asked[0]?.steps[0]?.called[0]?.who.name).toBe('Tamsin Elderflower');
});

test.each(['agreement', 'area', 'place', 'timer', 'incident', 'rota'])(
  'going back gives %s the rows it had',
  async (table) => {
    await concord.engine.stop();
    const [after, before] = await goneBackTo0002(concord.databaseUrl, table);
    expect(after).toEqual(before);
  },
);
