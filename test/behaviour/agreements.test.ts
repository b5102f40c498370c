import type { Problem } from '@concord/contracts';
import type { Agreement, AgreementTerms, Escalation } from '@concord/domain';
import { plusMinutes } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import { Agreeing, changing, placeFoundWithin } from './agreeing';

const START = '2026-11-22T02:00:00.000Z';

let concord: Concord;
let control: Person;
let manager: Person;
let inspector: Person;
let agreeing: Agreeing;

beforeEach(async () => {
  concord = await startConcord({ now: START });
  [control, manager, inspector] = await concord.signInAs('controller', 'manager', 'inspector');
  agreeing = new Agreeing(manager, inspector, START);
});
afterEach(() => concord.stop());

const escalationsOf = async ({ incidentId }: Journey) =>
  accepted(await control.get<Escalation[]>(`incidents/${incidentId}/escalations`), 'escalations');
const overdue = async (journey: Journey): Promise<string[]> =>
  (await escalationsOf(journey)).filter(({ level }) => level === 'over').map(({ clock }) => clock.label);

test('a second person approves, and it binds incidents opened from its date on: those before keep theirs', async () => {
  const draft = await agreeing.drafted();
  expect(draft).toMatchObject({ state: 'draft', version: 2, sample: false });
  const edited = accepted(await agreeing.edit(draft, placeFoundWithin(draft, 10)), 'edit');
  expect(await agreeing.approve(edited, manager)).toMatchObject({
    status: 409,
    body: { code: 'needs-second-person' },
  });
  accepted(await agreeing.approve(edited), 'approve');
  const before = await Journey.open(control);
  await before.detain();
  expect((await agreeing.inForce()).version).toBe(1);

  await concord.advance({ minutes: 60 });
  expect((await agreeing.inForce()).version).toBe(2);
  const after = await Journey.open(control);
  await after.detain();
  expect((await after.read()).agreementId).toBe(draft.id);
  expect((await before.read()).agreementId).not.toBe(draft.id);
  await concord.advance({ minutes: 11 });
  expect(await overdue(after)).toEqual(['Place of safety found']);
});

test('an incident entered late keeps the version that was in force when it began', async () => {
  const draft = await agreeing.drafted();
  accepted(await agreeing.approve(accepted(await agreeing.edit(draft, {}), 'edit')), 'approve');
  const before = await agreeing.inForce();
  await concord.advance({ minutes: 61 });
  const late = await Journey.open(control, { happenedAt: plusMinutes(START, 59) });
  expect((await late.read()).agreementId).toBe(before.id);
  const then = await Journey.open(control, { happenedAt: plusMinutes(START, 60) });
  expect((await then.read()).agreementId).toBe(draft.id);
});

test('a draft binds nobody, and nobody but those who oversee agreements sees it', async () => {
  const draft = await agreeing.drafted();
  await concord.advance({ hours: 2 });
  expect((await agreeing.inForce()).version).toBe(1);
  const nurse = await concord.signIn('suite-nurse');
  const [watching, seen] = [await control.watch(), await nurse.watch()];
  expect(watching.state().agreement.has(draft.id)).toBe(true);
  expect(seen.state().agreement.has(draft.id)).toBe(false);
  const edited = accepted(await agreeing.edit(draft, { effectiveFrom: '2026-11-22T05:00:00.000Z' }), 'edit');
  accepted(await agreeing.approve(edited), 'approve');
  await concord.advance({ minutes: 1 });
  expect(seen.state().agreement.get(draft.id)?.state).toBe('approved');
  for (const path of ['agreements', `agreements/${draft.id}/approve`])
    expect((await nurse.post(path, {})).status).toBe(403);
});

test('what could not be kept is refused as a whole, naming where, and nothing of it is written', async () => {
  const draft = await agreeing.drafted();
  const [first, ...others] = draft.thresholds;
  const terms = { thresholds: [{ ...first, ladder: [] }, ...others] as AgreementTerms['thresholds'] };
  const refused = await agreeing.edit(draft, { ...terms, holdAnswerMinutes: 5 });
  expect(refused).toMatchObject({ status: 422, body: { code: 'agreement-impossible' } });
  const { errors } = refused.body as unknown as Problem;
  expect(errors?.map(({ field }) => field)).toContain('thresholds.0.ladder');
  expect((await control.watch()).state().agreement.get(draft.id)).toEqual(draft);
  const nowhere = { ...draft.travel, minutes: { Atlantis: {} } };
  const strange = await agreeing.edit(draft, {
    parties: ['00000000-0000-4000-8000-000000000000'],
    travel: nowhere,
  });
  expect(strange).toMatchObject({
    status: 422,
    body: {
      code: 'agreement-impossible',
      errors: [{ field: 'parties.0' }, { field: 'travel.minutes.Atlantis' }],
    },
  });
});

test('a step that could call nobody, a wait over as it starts and one that nothing can stop are refused, each at its place', async () => {
  const draft = await agreeing.drafted();
  const wrong: readonly [Partial<AgreementTerms>, string][] = [
    [
      {
        statutoryLadders: {
          ...draft.statutoryLadders,
          's136-permitted-period': [{ minutesBeforeEnd: 0, duties: ['alternative-staff'] }],
        },
      },
      'statutoryLadders.s136-permitted-period.0.duties',
    ],
    [
      changing(draft, 'place-found', {
        ...{ soonAfterMinutes: 0, dueAfterMinutes: 0, overAfterMinutes: 0 },
        ladder: [{ afterMinutes: 0, duties: ['control-room'] }],
      }),
      `thresholds.${draft.thresholds.findIndex(({ id }) => id === 'place-found')}.overAfterMinutes`,
    ],
    [
      changing(draft, 'handover', { stopsOn: ['detained'] }),
      `thresholds.${draft.thresholds.findIndex(({ id }) => id === 'handover')}.stopsOn`,
    ],
  ];
  for (const [terms, field] of wrong)
    expect(await agreeing.edit(draft, terms)).toMatchObject({
      status: 422,
      body: { code: 'agreement-impossible', errors: [{ field }] },
    });
});

test('an answer that is due after the hold lapses is agreed in earnest: a room kept longer has its suite called for', async () => {
  const draft = await agreeing.drafted();
  const terms = { holdAnswerMinutes: 3, effectiveFrom: plusMinutes(START, 1) };
  accepted(await agreeing.approve(accepted(await agreeing.edit(draft, terms), 'edit')), 'approve');
  await concord.advance({ minutes: 1 });
  const late = async () =>
    (await escalationsOf(journey)).filter(({ clock }) => clock.label === 'Suite answers');
  const journey = await Journey.open(control);
  await journey.detain();
  await journey.hold(concord.ids.rooms['elm-1']);
  await concord.advance({ minutes: 6 });
  expect(await late()).toEqual([]);
  const kept = await journey.hold(concord.ids.rooms['elm-1']);
  const longer = { minutes: 5, reason: 'The nurse is on her way back to the desk' };
  accepted(await control.post(`holds/${kept.id}/extend`, longer), 'extend');
  await concord.advance({ minutes: 6 });
  expect((await late()).map(({ steps }) => steps.map(({ afterMinutes }) => afterMinutes))).toEqual([[5]]);
});

test('how long a status is believed is the area’s, not the incident’s: a version in force binds incidents opened before it', async () => {
  const before = await Journey.open(control);
  const draft = await agreeing.drafted();
  const freshness = { ...draft.freshness, confirmAfterMinutes: 10, unknownAfterMinutes: 20 };
  accepted(await agreeing.approve(accepted(await agreeing.edit(draft, { freshness }), 'edit')), 'approve');
  const nurse = await concord.signIn('suite-nurse');
  await concord.clock.set(plusMinutes(START, 61), 0);
  accepted(await nurse.post(`places/${concord.ids.places.elm}/confirm`), 'confirm');
  await concord.advance({ minutes: 25 });
  const elm1 = concord.ids.rooms['elm-1'];
  for (const journey of [before, await Journey.open(control)]) {
    expect((await journey.places()).find(({ roomId }) => roomId === elm1)?.standing).toBe('ring');
    expect(await control.post(`incidents/${journey.incidentId}/holds`, { roomId: elm1 })).toMatchObject({
      body: { code: 'place-unconfirmed' },
    });
  }
});

test('a place that is overdue under a version that took effect while the engine was away is late by that much', async () => {
  const draft = await agreeing.drafted();
  const freshness = { ...draft.freshness, confirmAfterMinutes: 5, unknownAfterMinutes: 10 };
  const effectiveFrom = plusMinutes(START, 20);
  accepted(
    await agreeing.approve(accepted(await agreeing.edit(draft, { freshness, effectiveFrom }), 'edit')),
    'approve',
  );
  await concord.engine.stop();
  await concord.advance({ minutes: 25 });
  await concord.engine.start();
  const { elm } = concord.ids.places;
  const [alarm] = accepted(await control.get<Escalation[]>(`places/${elm}/escalations`), 'alarms');
  expect(alarm?.steps.map(({ level, lateBySeconds }) => [level, lateBySeconds])).toEqual([
    ['due', 300],
    ['over', 300],
  ]);
});

test('a search that becomes the refusing suite’s own has a clock, or is not agreed', async () => {
  const draft = await agreeing.drafted();
  const terms = { thresholds: draft.thresholds.filter(({ startsOn }) => startsOn !== 'search-owed') };
  expect(await agreeing.edit(draft, terms)).toMatchObject({
    status: 422,
    body: { code: 'agreement-impossible', errors: [{ field: 'refuserFindsNext' }] },
  });
  accepted(await agreeing.edit(draft, { ...terms, refuserFindsNext: [] }), 'no search is the suite’s own');
});

test('what is approved is what was read: an edit in between, and a date gone by, are refused', async () => {
  const draft = await agreeing.drafted();
  const edited = accepted(await agreeing.edit(draft, {}), 'edit');
  expect(await agreeing.approve(draft)).toMatchObject({ status: 409, body: { code: 'changed-since-seen' } });
  await concord.advance({ minutes: 60 });
  expect(await agreeing.approve(edited)).toMatchObject({ status: 422, body: { code: 'time-impossible' } });
});

test('two versions cannot take effect at one instant: the second is refused, naming the first, until that is withdrawn', async () => {
  const [second, third] = [await agreeing.drafted(), await agreeing.drafted()];
  const [older, newer] = [
    accepted(await agreeing.edit(second, {}), 'v2'),
    accepted(await agreeing.edit(third, {}), 'v3'),
  ];
  const scheduled = accepted(await agreeing.approve(newer), 'approve v3');
  const refused = await agreeing.approve(older);
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'time-impossible', details: { field: 'effectiveFrom', version: 3 } },
  });
  expect((refused.body as unknown as Problem).detail).toContain(
    `Version 3 is approved already and takes effect at ${plusMinutes(START, 60)} too`,
  );
  const reason = 'The older draft is the one that was meant';
  accepted(await inspector.post(`agreements/${scheduled.id}/withdraw`, { reason }), 'withdraw');
  accepted(await agreeing.approve(older), 'approve v2');
  await concord.advance({ minutes: 60 });
  expect((await agreeing.inForce()).version).toBe(2);
});

test('an approved version may be withdrawn before it takes effect, and never after', async () => {
  const approved = accepted(
    await agreeing.approve(accepted(await agreeing.edit(await agreeing.drafted(), {}), 'edit')),
    'approve',
  );
  const withdraw = () =>
    inspector.post<Agreement>(`agreements/${approved.id}/withdraw`, {
      reason: 'The council has thought again',
    });
  expect(accepted(await withdraw(), 'withdraw').state).toBe('withdrawn');
  await concord.advance({ hours: 2 });
  expect((await agreeing.inForce()).version).toBe(1);
  expect(await withdraw()).toMatchObject({ status: 409, body: { code: 'not-allowed-in-this-state' } });
  const old = await agreeing.inForce();
  expect(await inspector.post(`agreements/${old.id}/withdraw`, { reason: 'No more of this' })).toMatchObject({
    status: 409,
  });
});

test('a rule for children outranks the rule for everybody, and follows what is known of the person', async () => {
  const draft = await agreeing.drafted();
  const everybody = placeFoundWithin(draft, 60).thresholds;
  const rule = everybody.find(({ id }) => id === 'place-found');
  if (!rule) throw new Error('the sample has no such wait');
  const child = {
    ...placeFoundWithin(draft, 10).thresholds.find(({ id }) => id === 'place-found'),
    id: 'place-found-child',
    label: 'Place found for a child',
    ages: 'under-18s',
  };
  const terms = { thresholds: [...everybody, child] as AgreementTerms['thresholds'] };
  accepted(await agreeing.approve(accepted(await agreeing.edit(draft, terms), 'edit')), 'approve');
  await concord.advance({ minutes: 60 });
  const journey = await Journey.open(control, {
    person: { ageYears: 34, ageBasis: 'estimated', sex: 'male' },
  });
  await journey.detain();
  await concord.advance({ minutes: 12 });
  expect(await overdue(journey)).toEqual([]);
  await journey.record({ kind: 'person-described', said: { ageYears: 16, ageBasis: 'known' } });
  await concord.advance({ minutes: 1 });
  expect(await overdue(journey)).toContain('Place found for a child');
});
