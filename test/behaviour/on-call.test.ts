import type { AmhpRequest, Duty, Escalation, Named, Rota } from '@concord/domain';
import { holdersOf, rotasOf } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, Journey, refusal, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let coordinator: Person;
let lead: Person;
let board: LiveBoard;

const start = async (now: string): Promise<void> => {
  concord = await startConcord({ now });
  [control, coordinator, lead] = await concord.signInAs('controller', 'coordinator', 'amhp-lead');
  board = await control.watch();
};
afterEach(() => concord.stop());

const rotaOf = (duty: Duty): Rota => {
  const [found] = rotasOf([...board.state().rota.values()], duty);
  if (!found) throw new Error(`no rota for ${duty}`);
  return found;
};
const onCall = (duty: Duty, at: string): string[] =>
  holdersOf([...board.state().rota.values()], duty, at).map(({ name }) => name);
const person = (key: string): Named => {
  const found = concord.ids.people[key];
  if (!found) throw new Error(`nobody is ${key}`);
  return found;
};
const called = (label: string, duty: Duty): string[] =>
  [...board.state().escalation.values()]
    .filter((each: Escalation) => each.clock.label === label)
    .flatMap(({ steps }) => steps.flatMap((step) => step.called))
    .filter((call) => call.duty === duty)
    .map(({ who }) => who.name);

/** The two who take turns as on-call manager: who is on at an instant, and who is not. */
const managers = (at: string): [Named, Named] => {
  const [on] = holdersOf([...board.state().rota.values()], 'on-call-manager', at);
  const [day, night] = [person('manager'), person('night-manager')];
  return on?.userId === day.userId ? [day, night] : [night, day];
};

test('a step calls whoever is on at the moment it fires: a replacement made while the clock runs is called', async () => {
  await start('2026-11-22T02:00:00Z');
  const journey = await Journey.open(control);
  await journey.detain();
  await concord.advance({ minutes: 25 });
  const [on, other] = managers('2026-11-22T02:30:00.000Z');
  accepted(
    await coordinator.post(`rotas/${rotaOf('on-call-manager').id}/overrides`, {
      kind: 'replace',
      from: '2026-11-22T02:25:00Z',
      to: '2026-11-22T08:00:00Z',
      on: other.userId,
      off: on.userId,
      why: 'Unwell',
    }),
    'replace',
  );
  await concord.advance({ minutes: 5 });
  expect(called('Place of safety found', 'on-call-manager')).toEqual([other.name]);
  expect(rotaOf('on-call-manager').overrides).toMatchObject([
    { kind: 'replace', why: 'Unwell', by: { name: coordinator.name } },
  ]);
});

test('an override taken back ends then: the next step calls whose turn it is', async () => {
  await start('2026-11-22T02:00:00Z');
  const { id } = rotaOf('on-call-manager');
  const [on, other] = managers('2026-11-22T02:30:00.000Z');
  const body = { from: '2026-11-22T02:00:00Z', to: '2026-11-22T08:00:00Z', why: 'Unwell' };
  const given = accepted(
    await coordinator.post<Rota>(`rotas/${id}/overrides`, {
      ...body,
      kind: 'replace',
      on: other.userId,
      off: on.userId,
    }),
    'replace',
  );
  await concord.advance({ minutes: 10 });
  accepted(
    await coordinator.post(`rotas/${id}/overrides/${given.overrides[0]?.id ?? ''}/cancel`),
    'take back',
  );
  await concord.shown();
  expect(onCall('on-call-manager', '2026-11-22T02:05:00.000Z')).toEqual([other.name]);
  expect(onCall('on-call-manager', '2026-11-22T02:10:00.000Z')).toEqual([on.name]);
});

test('somebody taken off with nobody below is a gap: the step is taken at once and says that nobody holds the duty', async () => {
  await start('2026-11-22T02:00:00Z');
  const journey = await Journey.open(control);
  await journey.detain();
  const [on] = managers('2026-11-22T02:30:00.000Z');
  accepted(
    await coordinator.post(`rotas/${rotaOf('on-call-manager').id}/overrides`, {
      kind: 'remove',
      from: '2026-11-22T02:00:00Z',
      to: '2026-11-22T08:00:00Z',
      off: on.userId,
      why: 'Unwell, nobody found yet',
    }),
    'remove',
  );
  await concord.advance({ minutes: 30 });
  const [found] = [...board.state().escalation.values()];
  expect(found?.steps.at(-1)).toMatchObject({
    nobodyFor: ['on-call-manager'],
    firedAt: '2026-11-22T02:30:00.000Z',
  });
});

test('an AMHP request is offered to whoever is on call when it is made', async () => {
  await start('2026-11-22T02:00:00Z');
  const rota = rotaOf('amhp');
  for (const key of ['amhp', 'amhp-2'])
    accepted(
      await lead.post(`rotas/${rota.id}/overrides`, {
        kind: 'remove',
        from: '2026-11-22T02:00:00Z',
        to: '2026-11-22T20:00:00Z',
        off: person(key).userId,
        why: 'At a training day',
      }),
      `take ${key} off`,
    );
  const journey = await Journey.open(control);
  await journey.detain();
  const asked = accepted(
    await control.post<AmhpRequest>(`incidents/${journey.incidentId}/amhp-requests`),
    'ask',
  );
  expect([person('amhp').name, person('amhp-2').name]).not.toContain(asked.offers[0]?.to.name);
  expect(asked.state).toBe('offered');
});

describe('a swap', () => {
  const gives = { from: '2026-11-23T08:00:00Z', to: '2026-11-23T20:00:00Z' };
  const takes = { from: '2026-11-23T20:00:00Z', to: '2026-11-24T08:00:00Z' };

  const offered = async (): Promise<{ giver: Person; taker: Person; path: string }> => {
    await start('2026-11-22T02:00:00Z');
    const [on] = managers('2026-11-23T08:00:00.000Z');
    const keys =
      on.userId === person('manager').userId ? ['manager', 'night-manager'] : ['night-manager', 'manager'];
    const [giver, taker] = await concord.signInAs(keys[0] ?? '', keys[1] ?? '');
    if (!giver || !taker) throw new Error('nobody to swap');
    const { id } = rotaOf('on-call-manager');
    const rota = accepted(
      await giver.post<Rota>(`rotas/${id}/swaps`, { to: taker.userId, gives, takes, why: 'School play' }),
      'offer',
    );
    return { giver, taker, path: `rotas/${id}/swaps/${rota.swaps[0]?.id ?? ''}` };
  };

  test('changes who is on once the other accepts it, and is on every console at once', async () => {
    const { giver, taker, path } = await offered();
    await concord.shown();
    expect(onCall('on-call-manager', '2026-11-23T12:00:00.000Z')).toEqual([giver.name]);
    accepted(await taker.post(`${path}/answer`, { accepts: true }), 'accept');
    await concord.shown();
    expect(onCall('on-call-manager', '2026-11-23T12:00:00.000Z')).toEqual([taker.name]);
    expect(onCall('on-call-manager', '2026-11-23T22:00:00.000Z')).toEqual([giver.name]);
  });

  test('waits for an answer of which the other is told by message', async () => {
    const { taker } = await offered();
    const all = await concord.store.list(concord.areaId, 'notification');
    expect(all.filter(({ to }) => to.userId === taker.userId)).toMatchObject([
      { duty: 'on-call-manager', subject: expect.stringContaining('Mon 08:00') as unknown },
    ]);
  });

  test('is answered by nobody else, not even by who keeps the rota', async () => {
    const { giver, path } = await offered();
    for (const other of [giver, coordinator])
      expect(await refusal(concord, () => other.post(`${path}/answer`, { accepts: true }))).toMatchObject({
        code: 'not-your-duty',
      });
    expect(await refusal(concord, () => coordinator.post(`${path}/withdraw`))).toMatchObject({
      code: 'not-your-duty',
    });
    accepted(await giver.post(`${path}/withdraw`), 'take back');
    await concord.shown();
    expect(rotaOf('on-call-manager').swaps).toEqual([]);
  });
});

describe('keeping a rota', () => {
  const layers = (...keys: string[]) => [
    {
      name: 'Turns',
      members: keys.map((key) => person(key).userId),
      every: 'weeks',
      handoversAt: ['09:00'],
      from: '2026-11-16',
    },
  ];

  test('a new rota is on every board, to be seen by all who are called, and in the journal with who made it', async () => {
    await start('2026-11-22T12:00:00Z');
    const amhp = await concord.signIn('amhp');
    const theirs = await amhp.watch();
    const made = accepted(
      await lead.post<Rota>('rotas', {
        duty: 'section-12-doctor',
        name: 'Second doctors',
        layers: layers('doctor', 'doctor-2'),
      }),
      'make',
    );
    await concord.shown();
    expect(theirs.state().rota.get(made.id)).toEqual(made);
    const journal = accepted(
      await control.get<{ entries: { command: string; actor: Named | null; kind: string }[] }>(
        'journal?after=1',
      ),
      'journal',
    );
    expect(journal.entries.filter(({ kind }) => kind === 'rota')).toMatchObject([
      { command: 'create-rota', actor: { name: lead.name } },
    ]);
  });

  test('is for those who keep that duty’s rotas', async () => {
    await start('2026-11-22T12:00:00Z');
    const refused = await refusal(concord, () =>
      lead.post('rotas', { duty: 'on-call-manager', name: 'Managers', layers: layers('manager') }),
    );
    expect(refused).toMatchObject({
      code: 'not-your-duty',
      detail: expect.stringContaining('on-call-manager') as unknown,
    });
    const of = rotaOf('amhp').id;
    expect(await refusal(concord, () => coordinator.post(`rotas/${of}`, { name: 'Ours' }))).toMatchObject({
      code: 'not-your-duty',
    });
  });

  test.each<[string, () => object, string]>([
    [
      'somebody who does not hold the duty',
      () => ({ duty: 'amhp', name: 'A', layers: layers('manager') }),
      'layers.0.members.0',
    ],
    [
      'an unknown district',
      () => ({ duty: 'amhp', name: 'A', districts: ['Mars'], layers: layers('amhp') }),
      'districts.0',
    ],
    [
      'handovers out of order',
      () => ({
        duty: 'amhp',
        name: 'A',
        layers: [{ ...layers('amhp')[0], every: 'days', handoversAt: ['20:00', '08:00'] }],
      }),
      'layers.0.handoversAt',
    ],
  ])('with %s is refused, naming the field', async (_what, body, field) => {
    await start('2026-11-22T12:00:00Z');
    expect(await refusal(concord, () => lead.post('rotas', body()))).toMatchObject({
      code: 'rota-impossible',
      details: { field },
    });
  });

  test('a change to a rota that has changed since is refused', async () => {
    await start('2026-11-22T12:00:00Z');
    const { id, revision } = rotaOf('amhp');
    accepted(await lead.post(`rotas/${id}`, { name: 'AMHPs, first' }), 'change');
    const late = () => lead.post(`rotas/${id}`, { name: 'AMHPs, one', seenRevision: revision });
    expect(await refusal(concord, late)).toMatchObject({ code: 'changed-since-seen' });
  });

  test('a rota ended at once calls nobody from that moment, and is changed no more', async () => {
    await start('2026-11-22T12:00:00Z');
    const { id } = rotaOf('director-on-call');
    expect(onCall('director-on-call', '2026-11-22T12:00:00.000Z')).toHaveLength(1);
    accepted(await coordinator.post(`rotas/${id}/end`), 'end');
    await concord.shown();
    expect(onCall('director-on-call', '2026-11-22T12:00:00.000Z')).toEqual([]);
    expect(
      await refusal(concord, () => coordinator.post(`rotas/${id}`, { name: 'Directors' })),
    ).toMatchObject({
      code: 'not-allowed-in-this-state',
    });
  });

  test('a layer put above fills its hours, and ended leaves them to the layer below', async () => {
    await start('2026-11-23T12:00:00Z');
    const { id } = rotaOf('on-call-manager');
    const [on, other] = managers('2026-11-24T12:00:00.000Z');
    const hub = {
      name: 'Weekdays',
      members: [other.userId],
      handoversAt: ['09:00'],
      from: '2026-11-23',
      hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
    };
    const given = accepted(await coordinator.post<Rota>(`rotas/${id}/layers`, hub), 'add');
    await concord.shown();
    expect(onCall('on-call-manager', '2026-11-24T12:00:00.000Z')).toEqual([other.name]);
    expect(onCall('on-call-manager', '2026-11-24T08:30:00.000Z')).toEqual([on.name]);
    const layerId = given.layers[0]?.id ?? '';
    accepted(
      await coordinator.post(`rotas/${id}/layers/${layerId}/end`, { at: '2026-11-24T00:00:00Z' }),
      'end',
    );
    await concord.shown();
    expect(onCall('on-call-manager', '2026-11-24T12:00:00.000Z')).toEqual([on.name]);
  });

  test('for the days of a temporary rota its shifts are called, and no layer', async () => {
    await start('2026-12-24T12:00:00Z');
    const { id } = rotaOf('on-call-manager');
    const days = { from: '2026-12-25T00:00:00Z', to: '2026-12-27T00:00:00Z' };
    const who = person('manager').userId;
    accepted(
      await coordinator.post(`rotas/${id}/temporary`, {
        name: 'Christmas',
        ...days,
        shifts: [{ ...days, who }],
        why: 'As agreed in November',
      }),
      'add',
    );
    await concord.shown();
    for (const at of ['2026-12-25T04:00:00.000Z', '2026-12-25T22:00:00.000Z', '2026-12-26T22:00:00.000Z'])
      expect(onCall('on-call-manager', at)).toEqual([person('manager').name]);
  });
});

test('on the night the clocks go back an hourly rota calls the same person through both of the hours called 01', async () => {
  await start('2026-10-24T22:00:00Z');
  const inspector = await concord.signIn('inspector');
  const rota = rotaOf('duty-inspector');
  accepted(
    await inspector.post(`rotas/${rota.id}/layers/${rota.layers[0]?.id ?? ''}`, {
      name: 'Hour by hour',
      members: [person('inspector').userId, person('night-inspector').userId],
      every: 'hours',
      handoversAt: ['00:00'],
      from: '2026-10-25',
    }),
    'change',
  );
  await concord.advance({ hours: 2, minutes: 5 });
  const [first, second] = [await Journey.open(control), await Journey.open(control)];
  await first.detain();
  await concord.advance({ hours: 1 });
  await second.detain();
  await concord.advance({ minutes: 30 });
  const name = person('night-inspector').name;
  expect(called('Place of safety found', 'duty-inspector')).toEqual([name, name]);
});
