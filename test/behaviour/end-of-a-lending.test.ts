import type { Problem } from '@concord/contracts';
import type { Hold, Lending } from '@concord/domain';
import { plusMinutes } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey } from '@concord/testing';
import { auditorOf } from './auditing';
import { bothSides, lend, lendersHold, mirrorOf, offer, peopleOf, startNeighbours } from './neighbours';

let concord: Concord;
let control: Person;
let coordinator: Person;
let nurse: Person;

beforeEach(async () => {
  concord = await startNeighbours();
  ({ control, coordinator, nurse } = await peopleOf(concord));
});
afterEach(() => concord.stop());

const detained = async (more: object = {}): Promise<Journey> => {
  const journey = await Journey.open(control, more);
  await journey.detain();
  return journey;
};
const lentRooms = async (journey: Journey) => (await journey.places()).filter(({ lentBy }) => lentBy);
const withdraw = (lending: Lending, by = coordinator) =>
  by.post<Lending>(`lendings/${lending.id}/withdraw`, { reason: 'Two of ours are on their way' });

describe('withdrawal', () => {
  test('takes effect at once on an open console: the places go, a request is told why, whoever is accepted stays', async () => {
    const lending = await lend(concord, coordinator);
    const console = await control.watch();
    const [sedge1, sedge2] = [await mirrorOf(concord, 'sedge-1'), await mirrorOf(concord, 'sedge-2')];
    const [staying, waiting] = [await detained(), await detained()];
    const promised = await staying.hold(sedge1);
    const asked = await waiting.hold(sedge2);
    accepted(await nurse.post(`holds/${(await lendersHold(concord, promised.id)).id}/accept`), 'accept');

    const ended = accepted(await withdraw(lending), 'withdraw');
    expect(ended).toMatchObject({ state: 'withdrawn', ended: { by: { name: coordinator.name } } });
    await concord.shown();
    const board = console.state();
    expect(board.room.has(sedge2)).toBe(false);
    expect(board.room.get(sedge1)?.lentBy?.state).toBe('ending');
    expect(board.place.get(promised.placeId)?.lentBy?.state).toBe('ending');
    expect([...board.lending.values()]).toMatchObject([
      { side: 'borrows', state: 'withdrawn', ended: { reason: 'Two of ours are on their way' } },
    ]);
    expect(board.hold.get(asked.id)).toMatchObject({
      state: 'released',
      endedBecause: 'Sedge Suite is no longer lent: Two of ours are on their way',
    });
    expect(board.incident.get(waiting.incidentId)?.facts.at(-1)).toMatchObject({
      kind: 'hold-released',
      by: { name: coordinator.name },
    });
    expect(await lentRooms(waiting)).toMatchObject([{ roomId: sedge1, standing: 'no', rank: null }]);

    await staying.record({ kind: 'conveyance-started', mode: 'ambulance' });
    await staying.record({ kind: 'arrived', placeId: promised.placeId });
    expect((await bothSides(concord, 'sedge-1')).original).toMatchObject({ state: 'occupied' });
    await staying.record({ kind: 'assessment-started', amhp: 'Hollis Brightwater' });
    await staying.record({ kind: 'outcome', code: 'no-mental-disorder', note: '' });
    await concord.shown();
    expect(console.state().room.has(sedge1)).toBe(false);
    expect(console.state().place.has(promised.placeId)).toBe(false);
    const [place] = await concord.store.list(concord.neighbour().areaId, 'place');
    const rooms = await concord.store.list(concord.neighbour().areaId, 'room');
    expect([place, ...rooms].map((each) => each?.lentTo)).toEqual([[], [], []]);
  });

  test('is the lender’s alone, with a reason, once', async () => {
    const lending = await lend(concord, coordinator);
    const ours = await concord.signIn('coordinator');
    const borrowed = (await concord.store.list(concord.areaId, 'lending'))[0];
    expect((await withdraw(lending, ours)).status).toBe(404);
    expect((await withdraw({ ...lending, id: borrowed?.id ?? '' }, ours)).body).toMatchObject({
      code: 'not-your-duty',
    });
    expect((await coordinator.post(`lendings/${lending.id}/withdraw`, { reason: ' ' })).status).toBe(400);
    accepted(await withdraw(lending), 'withdraw');
    expect((await withdraw(lending)).body).toMatchObject({ code: 'not-allowed-in-this-state' });
  });

  test('before it has begun leaves no trace on the borrower’s boards, and what is lent anew has its old name there', async () => {
    const from = plusMinutes(await concord.now(), 60);
    accepted(await withdraw(await lend(concord, coordinator, { from })), 'withdraw');
    await concord.advance({ hours: 2 });
    expect((await concord.store.list(concord.areaId, 'place')).some(({ lentBy }) => lentBy)).toBe(false);
    const first = await lend(concord, coordinator);
    const known = await mirrorOf(concord, 'sedge-1');
    accepted(await withdraw(first), 'withdraw');
    await lend(concord, coordinator);
    expect(await mirrorOf(concord, 'sedge-1')).toBe(known);
    expect(await lentRooms(await detained())).toHaveLength(2);
  });
});

describe('a lending begins and ends at its minute', () => {
  test('by the database’s clock, whoever is watching', async () => {
    const console = await control.watch();
    const from = plusMinutes(await concord.now(), 45);
    await lend(concord, coordinator, { from, minutes: 120 });
    await concord.advance({ minutes: 44, seconds: 59 });
    expect([...console.state().place.values()].some(({ lentBy }) => lentBy)).toBe(false);
    await concord.advance({ seconds: 1 });
    expect([...console.state().place.values()].some(({ lentBy }) => lentBy)).toBe(true);
    const journey = await detained();
    const asked = await journey.hold(await mirrorOf(concord, 'sedge-1'));
    await concord.advance({ minutes: 29, seconds: 59 });
    const { id } = await lendersHold(concord, asked.id);
    accepted(
      await nurse.post(`holds/${id}/extend`, { minutes: 120, reason: 'Still to be answered' }),
      'extend',
    );
    await concord.advance({ minutes: 90 });
    expect([...console.state().lending.values()]).toMatchObject([{ state: 'running' }]);
    await concord.advance({ seconds: 1 });
    expect([...console.state().lending.values()]).toMatchObject([
      { state: 'ended', ended: { at: plusMinutes(from, 120), by: { name: 'Concord' } } },
    ]);
    expect([...console.state().place.values()].some(({ lentBy }) => lentBy)).toBe(false);
    expect((await concord.store.get(concord.areaId, 'hold', asked.id))?.state).toBe('released');
    expect(await lentRooms(journey)).toEqual([]);
  });

  test('late, if the engine was down, and never lost', async () => {
    await lend(concord, coordinator, { minutes: 60 });
    await concord.engine.stop();
    await concord.advance({ hours: 2 });
    expect(await lentRooms(await detained())).toHaveLength(2);
    await concord.engine.start();
    expect(await lentRooms(await detained())).toEqual([]);
  });
});

describe('the lender’s rules', () => {
  test.each([
    ['its number', { atMost: 1 }, 'Tarnhithe lends 1 at once: 1 in use'],
    ['its hours', { hours: { from: '08:00', to: '20:00' } }, 'Tarnhithe lends it 08:00 to 20:00 only'],
    ['the age', { ages: 'under-18s' }, 'Tarnhithe lends it for under-18s only'],
    ['shown, not lent', { atMost: 0 }, 'shown by Tarnhithe, not lent: ring to ask'],
  ] as const)('keep people out by %s, and are named', async (_what, rules, why) => {
    await lend(concord, coordinator, { rules });
    const first = await detained();
    if ('atMost' in rules && rules.atMost === 1) await first.hold(await mirrorOf(concord, 'sedge-1'));
    const journey = await detained();
    const roomId = await mirrorOf(concord, 'sedge-2');
    const answer = await control.post(`incidents/${journey.incidentId}/holds`, { roomId });
    expect(answer.body).toMatchObject({ code: 'not-lent', rule: 'the terms on which the place is lent' });
    expect((answer.body as { detail: string }).detail).toContain(why);
    const ranked = (await lentRooms(journey)).find((room) => room.roomId === roomId);
    expect(ranked).toMatchObject({ standing: 'no', rank: null });
    expect(ranked?.reasons[0]).toBe(why);
  });

  describe('hold for a suite that refused and thinks again', () => {
    const refusedHold = async (): Promise<Hold> => {
      const hold = await (await detained()).hold(await mirrorOf(concord, 'sedge-1'));
      const asked = await lendersHold(concord, hold.id);
      const answer = { reason: 'out-of-area', rationale: 'Lives fifty miles the other way' };
      return accepted(await nurse.post<Hold>(`holds/${asked.id}/refuse`, answer), 'refuse');
    };
    const reverse = ({ id }: Hold) =>
      nurse.post<Hold & Problem>(`holds/${id}/reverse`, { reason: 'Can take them after all' });

    test('its number in use by another by now', async () => {
      await lend(concord, coordinator, { rules: { atMost: 1 } });
      const asked = await refusedHold();
      await (await detained()).hold(await mirrorOf(concord, 'sedge-2'));
      const { body } = await reverse(asked);
      expect(body).toMatchObject({ code: 'not-lent', rule: 'the terms on which the place is lent' });
      expect(body.detail).toContain('Tarnhithe lends 1 at once: 1 in use');
    });

    test('its hours, which have ended', async () => {
      await lend(concord, coordinator, { rules: { hours: { from: '22:00', to: '02:05' } } });
      const asked = await refusedHold();
      await concord.advance({ minutes: 10 });
      const { body } = await reverse(asked);
      expect(body).toMatchObject({ code: 'not-lent' });
      expect(body.detail).toContain('Tarnhithe lends it 22:00 to 02:05 only');
    });

    test.each([
      ['the age', { ages: 'under-18s' }, 'not-lent'],
      ['shown, not lent', { atMost: 0 }, 'not-lent'],
      ['the coordinator’s yes', { needsYes: true }, 'yes-needed'],
    ] as const)('%s, where it was lent anew on other terms', async (_what, rules, code) => {
      const before = await lend(concord, coordinator);
      const asked = await refusedHold();
      accepted(await withdraw(before), 'withdraw');
      await lend(concord, coordinator, { rules });
      expect(await reverse(asked)).toMatchObject({ status: 409, body: { code } });
      const both = await bothSides(concord, 'sedge-1');
      expect([both.mirror.state, both.original.state]).toEqual(['available', 'available']);
    });

    test('all kept, it is promised under the lending now in force', async () => {
      const before = await lend(concord, coordinator);
      const asked = await refusedHold();
      accepted(await withdraw(before), 'withdraw');
      const now = await lend(concord, coordinator);
      expect(accepted(await reverse(asked), 'reverse').across).toMatchObject({
        lendingId: now.id,
        yes: 'not-needed',
      });
    });

    test('the yes that was given to this person is not asked for twice', async () => {
      await lend(concord, coordinator, { rules: { needsYes: true } });
      const hold = await (await detained()).hold(await mirrorOf(concord, 'sedge-1'));
      const asked = await lendersHold(concord, hold.id);
      accepted(await coordinator.post(`holds/${asked.id}/allow`, { allowed: true }), 'yes');
      const answer = { reason: 'out-of-area', rationale: 'Lives fifty miles the other way' };
      accepted(await nurse.post<Hold>(`holds/${asked.id}/refuse`, answer), 'refuse');
      expect(accepted(await reverse(asked), 'reverse')).toMatchObject({
        state: 'accepted',
        across: { yes: 'given' },
      });
    });
  });

  test('may ask for the coordinator’s yes to each person: without it the suite cannot accept', async () => {
    await lend(concord, coordinator, { rules: { needsYes: true } });
    const journey = await detained();
    const hold = await journey.hold(await mirrorOf(concord, 'sedge-1'));
    const asked = await lendersHold(concord, hold.id);
    const early = await nurse.post(`holds/${asked.id}/accept`);
    expect(early.body).toMatchObject({ code: 'yes-needed' });
    expect((await nurse.post(`holds/${asked.id}/allow`, { allowed: true })).status).toBe(403);
    const yes = accepted(await coordinator.post<Hold>(`holds/${asked.id}/allow`, { allowed: true }), 'yes');
    expect(yes.across?.yes).toBe('given');
    expect((await concord.store.get(concord.areaId, 'hold', hold.id))?.across?.yes).toBe('given');
    accepted(await nurse.post(`holds/${asked.id}/accept`), 'accept');
    expect((await coordinator.post(`holds/${asked.id}/allow`, { allowed: true })).body).toMatchObject({
      code: 'hold-ended',
    });
  });

  test('whoever must say yes is told by message at once, until when; nobody is where no yes is asked for', async () => {
    const toCoordinator = async () =>
      (await concord.store.list(concord.neighbour().areaId, 'notification')).filter(
        ({ to }) => to.userId === coordinator.userId,
      );
    const lending = await lend(concord, coordinator, { rules: { needsYes: true } });
    const journey = await detained();
    await journey.hold(await mirrorOf(concord, 'sedge-1'));
    expect((await toCoordinator()).map(({ subject, duty }) => [subject, duty])).toEqual([
      [
        `${journey.ref} of Harrowdale and Vale asks for Sedge Suite: say yes or no by 02:30`,
        's136-coordinator',
      ],
    ]);
    accepted(await coordinator.post(`lendings/${lending.id}/withdraw`, { reason: 'Lent anew' }), 'withdraw');
    await lend(concord, coordinator);
    await (await detained()).hold(await mirrorOf(concord, 'sedge-1'));
    expect(await toCoordinator()).toHaveLength(1);
  });

  test('the coordinator’s no needs its reason, and the borrower is told it', async () => {
    await lend(concord, coordinator, { rules: { needsYes: true } });
    const journey = await detained();
    const hold = await journey.hold(await mirrorOf(concord, 'sedge-1'));
    const asked = await lendersHold(concord, hold.id);
    const bare = await coordinator.post(`holds/${asked.id}/allow`, { allowed: false });
    expect(bare.body).toMatchObject({ code: 'reason-needed', details: { field: 'reason' } });
    const reason = 'One-to-one running already';
    accepted(await coordinator.post(`holds/${asked.id}/allow`, { allowed: false, reason }), 'no');
    expect((await journey.read()).facts.at(-1)).toMatchObject({
      kind: 'hold-released',
      reason: `the lender said no: ${reason}`,
    });
    expect((await bothSides(concord, 'sedge-1')).original).toMatchObject({ state: 'available', guest: null });
  });
});

describe('an offer', () => {
  test('is refused for times that cannot be, for a place twice, for what is not the lender’s, and for an area that is none', async () => {
    const now = await concord.now();
    expect((await offer(concord, coordinator, { minutes: 32 * 24 * 60 })).body).toMatchObject({
      code: 'time-impossible',
      details: { field: 'until' },
    });
    expect((await offer(concord, coordinator, { from: plusMinutes(now, -1) })).body).toMatchObject({
      code: 'time-impossible',
      details: { field: 'from' },
    });
    const more = { until: plusMinutes(now, 60), placeIds: [concord.neighbour().ids.places['sedge']] };
    for (const toAreaId of [coordinator.areaId, '99999999-9999-4999-8999-999999999999'])
      expect((await coordinator.post('lendings', { ...more, toAreaId })).body).toMatchObject({
        code: 'not-found',
      });
    await lend(concord, coordinator);
    expect((await offer(concord, coordinator)).body).toMatchObject({
      code: 'not-allowed-in-this-state',
      details: { field: 'placeIds' },
    });
    const ours = await concord.signIn('coordinator');
    const back = { toAreaId: coordinator.areaId, until: plusMinutes(now, 60) };
    const [mirror] = (await concord.store.list(concord.areaId, 'place')).filter(({ lentBy }) => lentBy);
    for (const placeId of [mirror?.id, concord.ids.places['ed-quill']])
      expect((await ours.post('lendings', { ...back, placeIds: [placeId] })).body).toMatchObject({
        code: 'place-unfit',
      });
  });

  test('may be answered in kind: each lends the other, one way at a time', async () => {
    await lend(concord, coordinator);
    const ours = await concord.signIn('coordinator');
    const until = plusMinutes(await concord.now(), 60);
    const placeIds = [concord.ids.places['elm']];
    accepted(await ours.post('lendings', { toAreaId: coordinator.areaId, placeIds, until }), 'lend back');
    const theirs = await coordinator.watch();
    expect([...theirs.state().place.values()].map(({ name, lentBy }) => [name, lentBy?.areaName])).toEqual(
      expect.arrayContaining([
        ['Sedge Suite', undefined],
        ['Elm Suite', 'Harrowdale and Vale'],
      ]),
    );
  });
});

test('what is lent is confirmed in the lender’s area: its old word is no fault of the borrower’s engine, then or afterwards', async () => {
  await lend(concord, coordinator, { minutes: 120 });
  const audited = auditorOf(concord);
  for (const hours of [1, 4]) {
    await concord.advance({ hours });
    expect(await audited()).toEqual([]);
  }
});

test('a borrower keeps no room longer than it is lent, and none once it is withdrawn; the suite itself may', async () => {
  const lending = await lend(concord, coordinator, { minutes: 180 });
  const hold = await (await detained()).hold(await mirrorOf(concord, 'sedge-1'));
  const asked = await lendersHold(concord, hold.id);
  accepted(await nurse.post(`holds/${asked.id}/accept`), 'accept');
  const extend = (minutes: number, by = control, { id } = hold) =>
    by.post<Hold & Problem>(`holds/${id}/extend`, { minutes, reason: 'The ambulance is late' });
  const past = await extend(61);
  expect(past).toMatchObject({ status: 422, body: { code: 'time-impossible' } });
  expect(past.body.detail).toContain('Tarnhithe lends this room until 05:00');
  expect(accepted(await extend(30), 'in its time').expiresAt).toBe('2026-11-22T04:30:00.000Z');
  accepted(await withdraw(lending), 'withdraw');
  const gone = await extend(15);
  expect(gone.body.detail).toContain('Tarnhithe has not lent this room since 02:00');
  expect(accepted(await extend(60, nurse, asked), 'by the suite').expiresAt).toBe('2026-11-22T05:30:00.000Z');
});
