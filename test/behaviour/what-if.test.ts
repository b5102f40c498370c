import type { ReplyOf } from '@concord/contracts';
import type { CalledStep } from '@concord/domain';
import { callLoads, plusMinutes } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import { Agreeing, changing, placeFoundWithin } from './agreeing';

const START = '2026-11-22T02:00:00.000Z';

let concord: Concord;
let control: Person;
let manager: Person;
let agreeing: Agreeing;

beforeEach(async () => {
  concord = await startConcord({ now: START });
  [control, manager] = await concord.signInAs('controller', 'manager');
  agreeing = new Agreeing(manager, await concord.signIn('inspector'), START);
});
afterEach(() => concord.stop());

test('"what if" gives what a draft would have fired on past incidents, exactly, beside what did fire', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  await concord.advance({ minutes: 40 });
  const draft = await agreeing.drafted();
  const edited = accepted(
    await agreeing.edit(draft, { ...placeFoundWithin(draft, 10), effectiveFrom: '2026-11-23T00:00:00.000Z' }),
    'edit',
  );
  const ask = async (agreementId: string, from = '2026-11-22T00:00:00Z') =>
    manager.get<{
      incidents: number;
      would: readonly CalledStep[];
      did: readonly CalledStep[];
    }>(`agreements/${agreementId}/what-if?from=${from}&to=2026-11-23T00:00:00Z`);
  const asItWas = accepted(await ask((await agreeing.inForce()).id), 'as it was');
  expect(asItWas.incidents).toBe(1);
  expect(asItWas.would).toEqual(asItWas.did.map(({ called: _called, ...step }) => step));
  expect(asItWas.did.length).toBeGreaterThan(0);
  const stricter = accepted(await ask(edited.id), 'stricter');
  expect(stricter.did).toEqual(asItWas.did);
  const place = stricter.would.filter(({ clock }) => clock === 'Place of safety found');
  const detainedAt = (await journey.read()).facts.find(({ kind }) => kind === 'detained')?.happenedAt ?? '';
  expect(place.map(({ firedAt, duties }) => [firedAt, duties])).toEqual([
    [plusMinutes(detainedAt, 5), ['control-room']],
    [plusMinutes(detainedAt, 10), ['duty-inspector']],
  ]);
  expect(await ask(edited.id, '2026-01-01T00:00:00Z')).toMatchObject({
    status: 422,
    body: { code: 'time-impossible' },
  });
});

test('"what if" asked day by day, until one instant, adds up to what it gives at once', async () => {
  const DAY = 24 * 60;
  for (const hours of [20, 20, 20]) {
    await (await Journey.open(control)).detain();
    await concord.advance({ hours });
  }
  const until = await concord.now();
  const agreementId = (await agreeing.inForce()).id;
  const ask = async (from: string, to: string) =>
    accepted(
      await manager.get<ReplyOf<'whatIf'>>(
        `agreements/${agreementId}/what-if?from=${from}&to=${to}&until=${until}`,
      ),
      'what if',
    );
  const whole = await ask(START, plusMinutes(START, 3 * DAY));
  const days = await Promise.all(
    [0, 1, 2].map((day) => ask(plusMinutes(START, day * DAY), plusMinutes(START, (day + 1) * DAY))),
  );
  expect(days.map(({ incidents }) => incidents)).toEqual([2, 1, 0]);
  expect(days.flatMap(({ would }) => would)).toHaveLength(whole.would.length);
  expect(whole.would.length).toBeGreaterThan(0);
  expect(days.flatMap(({ did }) => did)).toHaveLength(whole.did.length);

  await concord.advance({ hours: 12 });
  expect(await ask(START, plusMinutes(START, 3 * DAY))).toEqual(whole);
});

test('"what if" counts as called only those who were: a step for one agency’s people called nobody of the others', async () => {
  const rotas = [...(await control.watch()).state().rota.values()];
  const police = rotas.find(({ duty }) => duty === 'duty-inspector')?.agencyId;
  const both = { duties: ['on-call-manager', 'duty-inspector'], agencyId: police } as const;
  const draft = await agreeing.drafted();
  const terms = changing(draft, 'place-found', {
    ladder: [
      { ...both, afterMinutes: 20 },
      { ...both, afterMinutes: 30 },
    ],
  });
  accepted(await agreeing.approve(accepted(await agreeing.edit(draft, terms), 'edit')), 'approve');
  await concord.advance({ minutes: 60 });
  await (await Journey.open(control)).detain();
  await concord.advance({ minutes: 31 });
  const window = { from: START, to: plusMinutes(START, 24 * 60) };
  const { would, did } = accepted(
    await manager.get<ReplyOf<'whatIf'>>(
      `agreements/${draft.id}/what-if?from=${window.from}&to=${window.to}`,
    ),
    'what if',
  );
  for (const side of [would, did])
    expect(callLoads(side, rotas, window)).toMatchObject([
      { duty: 'duty-inspector', steps: 2, calls: 2, toNobody: 0 },
      { duty: 'on-call-manager', steps: 2, calls: 0, toNobody: 2 },
    ]);
});

test('"what if" after two records are merged has nothing fire before the merge that called for it', async () => {
  const first = await Journey.open(control);
  await first.detain();
  await concord.advance({ minutes: 5 });
  const kept = await Journey.open(control);
  await kept.detain({ happenedAt: plusMinutes(START, 2) });
  await concord.advance({ minutes: 26 });
  const merging = { otherIncidentId: first.incidentId, reason: 'The same person, told of twice' };
  accepted(await control.post(`incidents/${kept.incidentId}/merge`, merging), 'merge');
  const mergedAt = await concord.now();
  await concord.advance({ minutes: 61 });
  const { would, did } = accepted(
    await manager.get<ReplyOf<'whatIf'>>(
      `agreements/${(await agreeing.inForce()).id}/what-if?from=${START}&to=${plusMinutes(START, 24 * 60)}`,
    ),
    'what if',
  );
  const ofKept = (steps: readonly CalledStep[]) =>
    steps
      .filter(({ incidentId }) => incidentId === kept.incidentId)
      .map(({ clock, level, dueAt, firedAt }) => [clock, level, dueAt, firedAt]);
  expect(ofKept(would)).toEqual(ofKept(did));
  expect(ofKept(did).filter(([, , , firedAt]) => firedAt === mergedAt)).not.toEqual([]);
});
