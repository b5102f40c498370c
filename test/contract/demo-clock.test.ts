import type { Escalation } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import { startOwnApi } from './own-api';

interface Reading {
  now: string;
  rate: number;
  movable: boolean;
}

let concord: Concord;
let control: Person;
beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  control = await concord.signIn('controller');
});
afterAll(() => concord.stop());

test('a step of the demo’s clock lets everything due on the way happen at its own minute', async () => {
  const board = await control.watch();
  const journey = await Journey.open(control);
  await journey.detain();
  const stepped = accepted(await control.post<Reading>('/demo/clock', { stepMinutes: 45 }), 'step');
  expect(stepped).toEqual({ now: '2026-11-22T02:45:00.000Z', rate: 0, movable: true });
  await board.until((state) => state.escalation.size > 0);
  const [escalation] = [...board.state().escalation.values()] as Escalation[];
  expect(escalation?.steps.map(({ lateBySeconds }) => lateBySeconds)).toEqual(escalation?.steps.map(() => 0));
});

test('it is paused, set going and hurried, and every console is told', async () => {
  const board = await control.watch();
  expect(accepted(await control.post<Reading>('/demo/clock', { rate: 60 }), 'hurry').rate).toBe(60);
  await board.until((_, { pulse }) => pulse?.clock.rate === 60);
  expect(accepted(await control.post<Reading>('/demo/clock', { rate: 0 }), 'pause').rate).toBe(0);
  await board.until((_, { pulse }) => pulse?.clock.rate === 0);
  expect(accepted(await control.get<Reading>('/demo/clock'), 'read').rate).toBe(0);
});

test.each([
  { rate: -1 },
  { rate: 601 },
  { stepMinutes: 0 },
  { stepMinutes: -5 },
  { rate: 'fast' },
  { at: '2027-01-01' },
])('it does not go backwards, nor anywhere else unasked: %j', async (body) => {
  const before = accepted(await control.get<Reading>('/demo/clock'), 'before');
  expect((await control.post('/demo/clock', body)).status).toBe(400);
  expect(accepted(await control.get<Reading>('/demo/clock'), 'after')).toEqual(before);
});

test('with no engine running, a step still ends, and what was due waits for one', async () => {
  const own = await startOwnApi({ demo: true });
  try {
    const person = await own.identity.people.findByPersona('controller');
    const { token } = await own.identity.sessions.start(person?.userId ?? '');
    const post = (path: string, body: object) =>
      fetch(`${own.address}/api${path}`, {
        method: 'POST',
        headers: { cookie: `concord_session=${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const incidents = `/areas/${own.area.areaId}/incidents`;
    const where = { text: 'Footbridge', district: 'Harrowdale', position: { lat: 54.9, lon: 2.4 } };
    const opened = (await (await post(incidents, { where, calledBy: 'PC 1', person: {} })).json()) as {
      id: string;
    };
    for (const fact of [
      { kind: 'advice-not-practicable', reason: 'Running towards the river' },
      { kind: 'detained', officer: 'PC 1' },
    ])
      await post(`${incidents}/${opened.id}/facts`, fact);
    const stepped = await post('/demo/clock', { stepMinutes: 60 });
    expect(await stepped.json()).toMatchObject({ now: '2026-11-22T03:00:00.000Z' });
    expect(await own.store.areasDue(1)).toEqual([own.area.areaId]);
  } finally {
    await own.stop();
  }
});
