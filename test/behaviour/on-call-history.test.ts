import type { ReplyOf } from '@concord/contracts';
import type { Named, Period, Rota } from '@concord/domain';
import { rotasOf } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, refusal, startConcord } from '@concord/testing';

const NOW = '2026-11-22T16:00:00.000Z';
const TODAY = { from: '2026-11-22T08:00:00.000Z', to: '2026-11-22T20:00:00.000Z' };

let concord: Concord;
let control: Person;
let coordinator: Person;
let rota: Rota;

beforeEach(async () => {
  concord = await startConcord({ now: NOW });
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

/** Who was or will be on, by what the plan says: "08:00 Ada Crewe". */
const plan = async ({ from, to }: Period): Promise<string[]> => {
  const { rotas } = accepted(
    await control.get<ReplyOf<'onCallPlan'>>(`on-call/plan?from=${from}&to=${to}`),
    'plan',
  );
  const spans = rotas.find(({ rotaId }) => rotaId === rota.id)?.spans ?? [];
  return spans.map((span) => `${span.from.slice(11, 16)} ${span.on.map(({ who }) => who.name).join('+')}`);
};
const been = () => plan({ from: '2026-11-19T00:00:00.000Z', to: NOW });

/** The two who take turns as on-call manager: who is on today, and who is not, each with the key of their sign-in. */
const today = async (): Promise<[string, string]> => {
  const [now = ''] = await plan(TODAY);
  return now.endsWith(person('manager').name) ? ['manager', 'night-manager'] : ['night-manager', 'manager'];
};

test('one in the place of another, said to have begun days ago, is on from now: who was on stays on record', async () => {
  const [on, other] = await today();
  const before = await been();
  accepted(
    await coordinator.post(`rotas/${rota.id}/overrides`, {
      kind: 'replace',
      from: '2026-11-19T00:00:00Z',
      to: TODAY.to,
      on: person(other).userId,
      off: person(on).userId,
      why: 'Unwell',
    }),
    'replace',
  );
  expect(await been()).toEqual(before);
  expect(await plan(TODAY)).toEqual([`08:00 ${person(on).name}`, `16:00 ${person(other).name}`]);
});

test('a swap accepted halfway through its time is of what is left of it', async () => {
  const [on, other] = await today();
  const [giver, taker] = await concord.signInAs(on, other);
  const tomorrow = { from: '2026-11-23T08:00:00.000Z', to: '2026-11-23T20:00:00.000Z' };
  const [whose = ''] = await plan(tomorrow);
  const [by, to] = whose.endsWith(giver.name) ? [giver, taker] : [taker, giver];
  const { swaps } = accepted(
    await by.post<Rota>(`rotas/${rota.id}/swaps`, {
      to: person(to === giver ? on : other).userId,
      gives: tomorrow,
      takes: null,
      why: 'School play',
    }),
    'offer',
  );
  await concord.advance({ hours: 24 });
  accepted(await to.post(`rotas/${rota.id}/swaps/${swaps[0]?.id ?? ''}/answer`, { accepts: true }), 'accept');
  expect(await plan(tomorrow)).toEqual([`08:00 ${by.name}`, `16:00 ${to.name}`]);
});

test('a temporary rota said to have begun is in force from now', async () => {
  const [on, other] = await today();
  const before = await been();
  const shifts = [{ ...TODAY, who: person(other).userId }];
  accepted(
    await coordinator.post(`rotas/${rota.id}/temporary`, { name: 'Strike', ...TODAY, shifts, why: 'Strike' }),
    'add',
  );
  expect(await been()).toEqual(before);
  expect(await plan(TODAY)).toEqual([`08:00 ${person(on).name}`, `16:00 ${person(other).name}`]);
});

test('a layer changed, or one added, is so from now: whose turn it has been stays on record', async () => {
  const [on, other] = await today();
  const before = await been();
  const turns = { name: 'Turns', handoversAt: ['08:00'], from: '2026-11-02' };
  const layer = rota.layers[0]?.id ?? '';
  const path = `rotas/${rota.id}/layers`;
  const changed = accepted(
    await coordinator.post<Rota>(`${path}/${layer}`, { ...turns, members: [person(other).userId] }),
    'change',
  );
  expect(await been()).toEqual(before);
  expect(await plan(TODAY)).toEqual([`08:00 ${person(on).name}`, `16:00 ${person(other).name}`]);
  await concord.advance({ hours: 2 });
  const added = accepted(
    await coordinator.post<Rota>(path, {
      ...turns,
      members: [person(on).userId],
      seenRevision: changed.revision,
    }),
    'add',
  );
  expect(await been()).toEqual(before);
  expect(await plan(TODAY)).toEqual([
    `08:00 ${person(on).name}`,
    `16:00 ${person(other).name}`,
    `18:00 ${person(on).name}`,
  ]);
  expect(added.layers.filter(({ until }) => until === null)).toHaveLength(2);
});

test('a rota that is new here may say who was on before it was kept here', async () => {
  const doctors = { name: 'Turns', members: [person('doctor').userId], handoversAt: ['08:00'] };
  const lead = await concord.signIn('amhp-lead');
  rota = accepted(
    await lead.post<Rota>('rotas', {
      duty: 'section-12-doctor',
      name: 'Second doctors',
      layers: [{ ...doctors, from: '2026-11-02' }],
    }),
    'make',
  );
  expect(await plan(TODAY)).toEqual([`08:00 ${person('doctor').name}`]);
});

test('a file of shifts proposes nothing for what has been: a shift that is over is named by its line, one under way counts from now', async () => {
  const [on, other] = await today();
  const { name } = person(other);
  const send = (apply: boolean, ...lines: string[]) =>
    coordinator.post<ReplyOf<'importShifts'>>(`rotas/${rota.id}/import`, {
      name: 'Strike',
      why: 'Strike',
      csv: ['date,from,to,person', ...lines].join('\n'),
      apply,
    });
  const [over, underWay] = [`2026-11-21,08:00,20:00,${name}`, `2026-11-22,08:00,20:00,${name}`];
  const late = accepted(await send(false, underWay, over), 'try');
  expect(late).toMatchObject({ changes: [], errors: [{ line: 3, column: 'to' }] });
  expect(await refusal(concord, () => send(true, underWay, over) as never)).toMatchObject({
    code: 'rota-impossible',
    details: { field: 'line 3, to' },
  });
  const tried = accepted(await send(false, underWay), 'try');
  expect(tried.changes).toMatchObject([{ from: NOW, to: TODAY.to }]);
  expect(accepted(await send(true, underWay), 'apply')).toMatchObject({ applied: true, shifts: 1 });
  expect(await plan(TODAY)).toEqual([`08:00 ${person(on).name}`, `16:00 ${name}`]);
});
