import type { ReplyOf } from '@concord/contracts';
import type { Named, Rota } from '@concord/domain';
import { rotasOf } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, refusal, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let coordinator: Person;
let rota: Rota;

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, coordinator] = await concord.signInAs('controller', 'coordinator');
  const board = await control.watch();
  [rota] = rotasOf([...board.state().rota.values()], 'on-call-manager') as [Rota];
});
afterEach(() => concord.stop());

const person = (key: string): Named => {
  const found = concord.ids.people[key];
  if (!found) throw new Error(`nobody is ${key}`);
  return found;
};
const onCallNow = async (): Promise<ReplyOf<'onCallNow'>> =>
  accepted(await control.get<ReplyOf<'onCallNow'>>('on-call'), 'now');
const managers = async () => (await onCallNow()).rotas.find(({ rotaId }) => rotaId === rota.id);

test('who is on call now is told by duty, with who is next and from when, and moves with the hour', async () => {
  const night = await managers();
  expect(night?.now).toMatchObject({ gap: null, to: '2026-11-22T08:00:00.000Z' });
  expect(night?.next?.from).toBe('2026-11-22T08:00:00.000Z');
  await concord.advance({ hours: 6 });
  expect((await managers())?.now.on).toMatchObject(night?.next?.on ?? []);
  expect((await onCallNow()).gaps).toEqual([]);
});

test('a gap is told before it happens, and as a gap while it lasts', async () => {
  const [on] = (await managers())?.next?.on ?? [];
  accepted(
    await coordinator.post(`rotas/${rota.id}/overrides`, {
      kind: 'remove',
      from: '2026-11-23T08:00:00Z',
      to: '2026-11-23T20:00:00Z',
      off: on?.who.userId,
      why: 'Leave',
    }),
    'take off',
  );
  const plan = accepted(await control.get<ReplyOf<'onCallPlan'>>('on-call/plan'), 'plan');
  const gap = {
    duty: 'on-call-manager',
    district: null,
    from: '2026-11-23T08:00:00.000Z',
    to: '2026-11-23T20:00:00.000Z',
  };
  expect(plan.gaps).toContainEqual(gap);
  expect(plan.to).toBe('2026-12-20T02:00:00.000Z');
  await concord.advance({ hours: 33 });
  expect((await onCallNow()).gaps).toMatchObject([{ duty: 'on-call-manager', district: null }]);
  expect((await managers())?.now.gap).toBe('taken-off');
});

test('more hours than were agreed are told before they are worked', async () => {
  accepted(
    await coordinator.post(`rotas/${rota.id}`, { agreedHours: { inARow: null, aWeek: 80 } }),
    'agree hours',
  );
  const plan = accepted(
    await control.get<ReplyOf<'onCallPlan'>>(
      'on-call/plan?from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z',
    ),
    'plan',
  );
  const weeks = plan.warnings.filter(({ kind }) => kind === 'hours-a-week');
  expect(weeks.map((warning) => ('hours' in warning ? warning.hours : 0))).toEqual([84, 84]);
});

test('a plan of more than a quarter of a year is refused, naming the field', async () => {
  const asked = 'on-call/plan?from=2026-11-23T00:00:00Z&to=2027-11-24T00:00:00Z';
  expect(await refusal(concord, () => control.get(asked))).toMatchObject({
    code: 'time-impossible',
    details: { field: 'to' },
  });
});

describe('a calendar', () => {
  const fetched = async (path: string) => {
    const response = await fetch(`${concord.address}${path}`);
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };
  const opened = async (by: Person, rotaId: string | null) =>
    accepted(await by.post<ReplyOf<'openCalendar'>>('calendars', { rotaId }), 'open').path;
  const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, '');
  const uids = (text: string) => [...unfolded(text).matchAll(/^UID:(.*)$/gm)].map(([, uid]) => uid?.trim());

  test('of my turns can be read without signing in: UTC, UTF-8, each entry the same from one reading to the next', async () => {
    const manager = await concord.signIn('manager');
    const path = await opened(manager, null);
    const first = await fetched(path);
    expect(first).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' });
    expect(first.text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(unfolded(first.text)).toMatch(/^DTSTART:2026112\dT(08|20)0000Z/m);
    expect(unfolded(first.text)).toContain('SUMMARY:On call: Mental health on-call manager');
    expect(new Set(uids(first.text)).size).toBe(uids(first.text).length);
    await concord.advance({ hours: 1 });
    expect(uids((await fetched(path)).text)).toEqual(uids(first.text));
  });

  test('has a turn that began months ago as the one entry that it was, with its true beginning', async () => {
    const lead = await concord.signIn('amhp-lead');
    const layer = {
      name: 'Turns',
      members: [person('doctor').userId],
      every: 'weeks',
      handoversAt: ['09:00'],
      from: '2026-11-23',
    };
    const made = accepted(
      await lead.post<Rota>('rotas', { duty: 'section-12-doctor', name: 'One doctor', layers: [layer] }),
      'make',
    );
    const path = await opened(control, made.id);
    const first = uids((await fetched(path)).text);
    expect(first).toHaveLength(1);
    for (const days of [40, 1]) {
      await concord.advance({ days });
      const { text } = await fetched(path);
      expect(uids(text)).toEqual(first);
      expect(unfolded(text)).toContain('DTSTART:20261123T090000Z');
    }
  });

  test('of a rota shows everybody on it, and a gap that somebody made', async () => {
    const path = await opened(control, rota.id);
    const [on] = (await managers())?.next?.on ?? [];
    accepted(
      await coordinator.post(`rotas/${rota.id}/overrides`, {
        kind: 'remove',
        from: '2026-11-23T08:00:00Z',
        to: '2026-11-23T20:00:00Z',
        off: on?.who.userId,
        why: 'Leave',
      }),
      'take off',
    );
    const text = unfolded((await fetched(path)).text);
    for (const key of ['manager', 'night-manager']) expect(text).toContain(`SUMMARY:${person(key).name}: `);
    expect(text).toContain('SUMMARY:Nobody on call: ');
  });

  test('shows nothing once it is closed, nor by its old address once it is opened again, nor by a guess', async () => {
    const first = await opened(control, rota.id);
    const second = await opened(control, rota.id);
    expect((await fetched(first)).status).toBe(404);
    expect((await fetched(second)).status).toBe(200);
    accepted(await control.post('calendars/close', { rotaId: rota.id }), 'close');
    expect((await fetched(second)).status).toBe(404);
    expect((await fetched(`/api/calendar?key=${'A'.repeat(43)}`)).status).toBe(404);
    expect((await fetched('/api/calendar?key=short')).status).toBe(400);
  });
});

describe('shifts from a file', () => {
  const sent = (csv: string, apply: boolean, by = coordinator) =>
    by.post<ReplyOf<'importShifts'>>(`rotas/${rota.id}/import`, {
      name: 'Christmas',
      why: 'Agreed in November',
      csv,
      apply,
    });
  const file = (...lines: string[]) => ['date,from,to,person', ...lines].join('\n');
  const kept = async () =>
    accepted(
      await control.get<{ rotas: { rotaId: string; spans: unknown[] }[] }>(
        'on-call/plan?from=2026-12-24T00:00:00Z&to=2026-12-28T00:00:00Z',
      ),
      'plan',
    ).rotas.find(({ rotaId }) => rotaId === rota.id)?.spans;

  test('tried first tell who would be on in whose place, and write nothing', async () => {
    const csv = file(`2026-12-25,08:00,08:00,${person('manager').name}`);
    const before = await kept();
    const answer = accepted(await sent(csv, false), 'try');
    expect(answer).toMatchObject({ applied: false, shifts: 1, errors: [] });
    expect(answer.changes.every(({ after }) => after[0]?.userId === person('manager').userId)).toBe(true);
    expect(answer.changes).toHaveLength(1);
    expect(await kept()).toEqual(before);
    expect(accepted(await sent(csv, true), 'apply')).toMatchObject({ applied: true, shifts: 1 });
    expect(await kept()).not.toEqual(before);
  });

  test('with anything wrong are not taken at all: every cell at fault is named', async () => {
    const csv = file(`2026-12-25,08:00,20:00,${person('manager').name}`, '2026-12-25,20:00,8,Nobody Here');
    const answer = accepted(await sent(csv, false), 'try');
    expect(answer.errors.map(({ line, column }) => [line, column])).toEqual([
      [3, 'to'],
      [3, 'person'],
    ]);
    const refused = await refusal(concord, () => sent(csv, true) as never);
    expect(refused).toMatchObject({ code: 'rota-impossible', details: { field: 'line 3, to' } });
  });

  test('are taken from whoever keeps the rota, and from nobody else', async () => {
    const csv = file(`2026-12-25,08:00,20:00,${person('manager').name}`);
    const lead = await concord.signIn('amhp-lead');
    for (const apply of [false, true])
      expect(await refusal(concord, () => sent(csv, apply, lead) as never)).toMatchObject({
        code: 'not-your-duty',
      });
  });
});
