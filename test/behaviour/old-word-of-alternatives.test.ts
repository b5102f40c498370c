import type { Alternative, Escalation, ToldStatus } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, refusal, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let cafe: Person;
let lantern: string;

beforeEach(async () => {
  // A Saturday evening: the café is open until 04:00.
  concord = await startConcord({ now: '2026-11-21T22:30:00Z' });
  [control, cafe] = await concord.signInAs('controller', 'cafe-staff');
  lantern = concord.ids.alternatives['lantern-cafe'] ?? '';
});
afterEach(() => concord.stop());

const observe = async (said: object, by = cafe) =>
  accepted(await by.post<Alternative>(`alternatives/${lantern}/observation`, said), 'observe');
const history = async (by = control, query = '') =>
  accepted(await by.get<ToldStatus[]>(`alternatives/${lantern}/history${query}`), 'history');
const runs = async () =>
  accepted(await control.get<Escalation[]>(`places/${lantern}/escalations`), 'escalations');
const stepsOf = ({ steps }: Escalation) =>
  steps.map(({ afterMinutes, level, firedAt, called }) => [
    afterMinutes,
    level,
    firedAt.slice(11, 16),
    [...new Set(called.map(({ duty }) => duty))],
  ]);

test('what was seen earlier is told with its time; word that comes after newer word is kept and changes nothing', async () => {
  await concord.advance({ minutes: 20 });
  const told = await observe({ left: 4, observedAt: '2026-11-21T22:40:00Z' });
  expect(told.capacity).toMatchObject({ left: 4, observed: { at: '2026-11-21T22:40:00.000Z' } });
  const late = await observe({ left: 6, observedAt: '2026-11-21T22:35:00Z' });
  expect(late).toEqual(told);
  await observe({ left: 6, observedAt: '2026-11-21T22:35:00Z' });
  accepted(await cafe.post(`alternatives/${lantern}/confirm`), 'confirm');
  expect(
    (await history(cafe)).map(({ said, confirmed, tookEffect, observedAt }) => [
      observedAt.slice(11, 16),
      said,
      confirmed,
      tookEffect,
    ]),
  ).toEqual([
    ['22:50', [{ of: 'places-left', left: 4 }], true, true],
    ['22:40', [{ of: 'places-left', left: 4 }], false, true],
    ['22:35', [{ of: 'places-left', left: 6 }], false, false],
    ['22:30', [{ of: 'places-left', left: 6 }], false, true],
  ]);
  expect(
    await refusal(concord, () =>
      cafe.post(`alternatives/${lantern}/observation`, { left: 1, observedAt: '2026-11-21T23:10:00Z' }),
    ),
  ).toMatchObject({ code: 'time-impossible', details: { field: 'observedAt' } });
});

test('P7: its own people and the control room read its history; nobody else does', async () => {
  const house = concord.ids.alternatives['lantern-house'] ?? '';
  expect(await cafe.get(`alternatives/${house}/history`)).toMatchObject({ status: 404 });
  expect(await (await concord.signIn('crew')).get(`alternatives/${lantern}/history`)).toMatchObject({
    status: 403,
  });
  expect(await history(control, '?limit=1')).toHaveLength(1);
});

test('after 30 minutes whoever answers for it is asked; after 60 the manager is told; a word ends it', async () => {
  await observe({ left: 3 });
  await concord.advance({ minutes: 29 });
  expect(await runs()).toEqual([]);
  await concord.advance({ minutes: 31 });
  const [run] = await runs();
  expect(run && stepsOf(run)).toEqual([
    [30, 'due', '23:00', ['alternative-staff']],
    [60, 'over', '23:30', ['on-call-manager']],
  ]);
  await observe({ left: 3 });
  expect((await runs()).map(({ resolvedAt }) => resolvedAt)).toEqual(['2026-11-21T23:30:00.000Z']);
});

test('nobody is asked of one that is shut; it is asked half an hour after its doors open', async () => {
  await concord.clock.set('2026-11-22T03:50:00.000Z', 0);
  await observe({ left: 3 });
  await concord.clock.set('2026-11-22T18:29:00.000Z', 0);
  expect((await runs()).filter(({ resolvedAt }) => resolvedAt === null)).toEqual([]);
  await concord.advance({ minutes: 1 });
  expect((await runs()).filter(({ resolvedAt }) => resolvedAt === null).map(stepsOf)).toEqual([
    [[30, 'due', '18:30', ['alternative-staff']]],
  ]);
});
