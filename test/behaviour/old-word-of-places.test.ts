import type { AreaDefinition } from '@concord/contracts';
import { harrowdaleAndVale } from '@concord/coordination';
import type { Agreement, Escalation, Room } from '@concord/domain';
import { termsOf } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let nurse: Person;
let board: LiveBoard;

const start = async (area?: AreaDefinition) => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z', area });
  [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
  board = await control.watch();
};
afterEach(() => concord.stop());

const place = (key: string): string => concord.ids.places[key] ?? '';
const room = (key: string): string => concord.ids.rooms[key] ?? '';
const runs = async (key: string): Promise<Escalation[]> =>
  accepted(await control.get<Escalation[]>(`places/${place(key)}/escalations`), 'escalations');
const stepsOf = ({ steps }: Escalation) =>
  steps.map(({ afterMinutes, level, firedAt, called }) => [
    afterMinutes,
    level,
    firedAt.slice(11, 16),
    called.map(({ who }) => who.name).join(', '),
  ]);
const openOf = (key: string) =>
  [...board.state().escalation.values()].find(
    (each) => each.placeId === place(key) && each.resolvedAt === null,
  );
const confirm = async (key: string, by = nurse) =>
  accepted(await by.post<Room[]>(`places/${place(key)}/confirm`), 'confirm');
const mark = async (key: string, state: string, more: object = {}) =>
  accepted(await nurse.post<Room>(`rooms/${room(key)}/state`, { state, ...more }), state);
const sentAbout = (name: string) =>
  concord
    .sent()
    .filter(({ subject }) => subject.startsWith(name))
    .map(({ to, subject }) => [to, subject]);

const [elmByNight, managerByNight] = ['Perrin Oakapple', 'Edmund Fallowes'];

describe('a status that grows old', () => {
  beforeEach(() => start());

  test('after 30 minutes the nurse in charge of that suite is asked, and nobody else; after 60 the manager is told', async () => {
    await concord.advance({ minutes: 29, seconds: 59 });
    expect(openOf('elm')).toBeUndefined();
    await concord.advance({ seconds: 1 });
    expect(openOf('elm')).toMatchObject({ level: 'due', incidentId: null, placeId: place('elm') });
    await concord.advance({ minutes: 30 });
    const [run, ...more] = await runs('elm');
    expect(more).toEqual([]);
    expect(run && stepsOf(run)).toEqual([
      [30, 'due', '02:30', elmByNight],
      [60, 'over', '03:00', managerByNight],
    ]);
    expect(run?.steps.every((step) => step.lateBySeconds === 0)).toBe(true);
    expect(sentAbout('Elm Suite')).toEqual([
      [elmByNight, 'Elm Suite: please confirm its status, 30 min old'],
      // The manager hears of every site in one message.
      [managerByNight, expect.stringMatching(/^Elm Suite, Alder Suite, .*: 12 messages$/)],
    ]);
    const queued = await concord.store.list(concord.areaId, 'notification', { placeId: place('elm') });
    expect(queued.map(({ subject }) => subject)).toContain(
      'Elm Suite: status unknown, not confirmed for 60 min. Ring 01632 960101',
    );
    await concord.advance({ hours: 8 });
    expect(sentAbout('Elm Suite')).toHaveLength(2);
  });

  test('"nothing has changed" in time: nobody is asked; said late, the alarm ends, and a new wait is a new alarm', async () => {
    await concord.advance({ minutes: 29 });
    await confirm('elm');
    await concord.advance({ minutes: 29 });
    expect(openOf('elm')).toBeUndefined();
    await concord.advance({ minutes: 2 });
    const first = openOf('elm');
    await confirm('elm');
    await concord.advance({ minutes: 31 });
    const all = await runs('elm');
    expect(all.map(({ id, resolvedAt }) => [id === first?.id, resolvedAt !== null])).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(openOf('elm')?.startedAt).toBe('2026-11-22T03:00:00.000Z');
  });

  test('one room set right while another is overdue asks nobody again, but the manager hears of it at its own hour', async () => {
    await concord.advance({ minutes: 10 });
    await confirm('elm');
    await concord.advance({ minutes: 5 });
    await mark('elm-1', 'cleaning');
    await concord.advance({ minutes: 25 });
    await mark('elm-1', 'available');
    await concord.advance({ minutes: 30 });
    const [run, ...more] = await runs('elm');
    expect(more).toEqual([]);
    expect(run && stepsOf(run).map(([minutes, , at]) => [minutes, at])).toEqual([
      [30, '02:40'],
      [60, '03:10'],
    ]);
    expect(run?.level).toBe('over');
    await confirm('elm');
    await concord.advance({ minutes: 1 });
    expect(openOf('elm')).toBeUndefined();
  });

  test('a room that is held or filled through Concord is not asked about; given back, it is as old as it was', async () => {
    const journey = await Journey.open(control);
    await concord.advance({ minutes: 20 });
    const hold = await journey.hold(room('elm-1'));
    accepted(await nurse.post(`holds/${hold.id}/accept`), 'accept');
    await confirm('elm');
    await concord.advance({ minutes: 25 });
    accepted(await nurse.post(`places/${place('elm')}/observation`, { staffedFor: 2 }), 'staff');
    await mark('elm-2', 'available');
    await concord.advance({ minutes: 20 });
    expect(openOf('elm')).toBeUndefined();
    accepted(await control.post(`holds/${hold.id}/release`, { reason: 'Not needed' }), 'release');
    await concord.advance({ seconds: 1 });
    expect(openOf('elm')?.startedAt).toBe('2026-11-22T02:20:00.000Z');
    expect(openOf('elm')?.steps[0]).toMatchObject({ afterMinutes: 30, lateBySeconds: 0 });
  });

  test('the nurse who is asked sees the alarm about her own suite, is told to own it, and can; no other suite’s', async () => {
    const theirs = await nurse.watch();
    await concord.advance({ minutes: 30 });
    const seen = [...theirs.state().escalation.values()];
    expect(seen.map(({ placeId }) => placeId)).toEqual([place('elm')]);
    expect((await nurse.post(`escalations/${openOf('alder')?.id}/own`)).status).toBe(404);
    accepted(await nurse.post(`escalations/${openOf('elm')?.id}/own`), 'own');
    expect(openOf('elm')).toMatchObject({ ownedBy: { name: nurse.name } });
  });

  test('the alarm is owned by name; the name is asked for again when asking turns into not knowing', async () => {
    await concord.advance({ minutes: 31 });
    const alarm = openOf('elm');
    const own = (seen = alarm) => control.post<Escalation>(`escalations/${seen?.id}/own`);
    expect(accepted(await own(), 'own').ownedBy).toMatchObject({ name: control.name });
    const other = await concord.signIn('controller-2');
    expect(await other.post(`escalations/${alarm?.id}/own`)).toMatchObject({
      body: { code: 'already-owned' },
    });
    await concord.advance({ minutes: 30 });
    expect(openOf('elm')).toMatchObject({ level: 'over', ownedBy: null });
  });

  test('an engine that was stopped asks late, says how late, and tells the manager at the same hour as ever', async () => {
    await concord.engine.stop();
    await concord.clock.set('2026-11-22T02:45:00.000Z', 0);
    await concord.engine.start();
    await concord.advance({ minutes: 15 });
    const [run] = await runs('elm');
    expect(run?.steps.map(({ firedAt, lateBySeconds }) => [firedAt.slice(11, 16), lateBySeconds])).toEqual([
      ['02:45', 900],
      ['03:00', 0],
    ]);
  });

  test('the agreement that comes into force governs every place from its very minute', async () => {
    const [manager, inspector] = await concord.signInAs('manager', 'inspector');
    const now = accepted(await control.get<Agreement>('agreement'), 'in force');
    const draft = accepted(await manager.post<Agreement>('agreements', { basedOn: now.id }), 'draft');
    const freshness = { ...now.freshness, confirmAfterMinutes: 15, unknownAfterMinutes: 25 };
    const terms = { ...termsOf(draft), effectiveFrom: '2026-11-22T02:20:00.000Z', freshness };
    const path = `agreements/${draft.id}`;
    const edited = accepted(await manager.post<Agreement>(`${path}/terms`, { terms }), 'edit');
    accepted(await inspector.post(`${path}/approve`, { seenRevision: edited.revision }), 'approve');
    await concord.advance({ minutes: 19 });
    expect(openOf('elm')).toBeUndefined();
    await concord.advance({ minutes: 6 });
    const [run] = await runs('elm');
    expect(
      run?.steps.map(({ afterMinutes, firedAt, lateBySeconds }) => [
        afterMinutes,
        firedAt.slice(11, 16),
        lateBySeconds,
      ]),
    ).toEqual([
      [15, '02:20', 0],
      [25, '02:25', 0],
    ]);
  });
});

describe('who is asked', () => {
  test('with nobody on for that suite, the step says so and the next duty that was agreed is called', async () => {
    const rotas = harrowdaleAndVale.rotas.filter(({ name }) => name !== 'Elm nurse in charge');
    await start({ ...harrowdaleAndVale, rotas });
    await concord.advance({ minutes: 30 });
    expect(openOf('elm')?.steps[0]).toMatchObject({
      nobodyFor: ['suite-nurse'],
      called: [{ duty: 's136-coordinator', who: { name: 'Abel Gorsedale' } }],
    });
    expect(openOf('alder')?.steps[0]).toMatchObject({ nobodyFor: [], called: [{ duty: 'suite-nurse' }] });
  });

  test('an emergency department is asked how hard it is pressed; a police station says nothing, and is asked nothing', async () => {
    await start();
    await concord.advance({ minutes: 31 });
    expect(openOf('ed-quill')?.steps[0]?.called[0]?.who.name).toBe('Cressida Fenwright');
    expect(openOf('bridewell')).toBeUndefined();
    const rung = { pressure: 'escalated', source: 'telephone' };
    accepted(await control.post(`places/${place('ed-quill')}/observation`, rung), 'rung');
    await board.until(() => openOf('ed-quill') === undefined);
  });
});
