import type { Escalation, FactDetail } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import { auditorOf } from './auditing';

const START = '2026-11-22T02:00:00Z';
const SEARCH = 'Place of safety found';
const LIMIT = '24-hour limit';
let concord: Concord;
let control: Person;
let second: Person;
let nurse: Person;
let journey: Journey;

beforeEach(async () => {
  concord = await startConcord({ now: START });
  [control, second, nurse] = await concord.signInAs('controller', 'controller-2', 'suite-nurse');
  journey = await Journey.open(control);
});
afterEach(() => concord.stop());

const alarm = async (label: string): Promise<Escalation> => {
  const all = await concord.store.list(concord.areaId, 'escalation', { incidentId: journey.incidentId });
  const found = all.find(({ clock }) => clock.label === label);
  if (!found) throw new Error(`there is no alarm of ${label}`);
  return found;
};
const firedAt = async (label: string) => (await alarm(label)).steps.map((step) => step.firedAt.slice(11, 16));
const detained = (at: string): FactDetail & { happenedAt: string } => ({
  ...{ kind: 'detained', power: 's136-removed', officer: 'PC 4411' },
  happenedAt: `2026-11-22T${at}:00Z`,
});
const at = (place: string, time: string) => ({
  ...{ kind: 'arrived' as const, placeId: concord.ids.places[place] ?? '' },
  happenedAt: `2026-11-22T${time}:00Z`,
});

describe('what was called for is not called for twice', () => {
  afterEach(async () => {
    await concord.advance({ minutes: 2 });
    expect(await auditorOf(concord)()).toEqual([]);
  });

  test('a time put right, and put back when that was wrong', async () => {
    await journey.detain();
    await concord.advance({ minutes: 25 });
    expect(await firedAt(SEARCH)).toEqual(['02:20']);
    const sent = concord.sent().length;
    await journey.correct(detained('02:15'));
    await concord.advance({ minutes: 1 });
    await journey.correct(detained('02:00'));
    await concord.advance({ minutes: 1 });
    expect(await firedAt(SEARCH)).toEqual(['02:20']);
    expect(concord.sent()).toHaveLength(sent);
    await concord.advance({ minutes: 4 });
    expect(await firedAt(SEARCH)).toEqual(['02:20', '02:30']);
  });

  test('a time put off past its steps and brought forward again, within one minute', async () => {
    await journey.arriveAt(nurse, concord.ids.rooms['elm-1'] ?? '');
    await concord.advance({ minutes: 61 });
    const before = await firedAt('Police handover');
    await journey.correct(at('elm', '02:30'));
    await journey.correct(at('elm', '02:01'));
    await concord.advance({ minutes: 2 });
    expect(await firedAt('Police handover')).toEqual(before);
  });

  test('an extension that is taken back', async () => {
    await journey.arriveAt(nurse, concord.ids.rooms['elm-1'] ?? '');
    await journey.record({ kind: 'handed-over', acceptedBy: 'Charge nurse' });
    await concord.advance({ hours: 20 });
    const before = await firedAt(LIMIT);
    expect(before.length).toBeGreaterThan(0);
    await journey.record({
      ...{ kind: 'extended', doctor: 'Dr Imelda Foxley', minutes: 720 },
      ...{ ground: 'persons-condition', reason: 'Sedated' },
    });
    await concord.advance({ minutes: 10 });
    await journey.takeBack('extended');
    await concord.advance({ minutes: 1 });
    expect(await firedAt(LIMIT)).toEqual(before);
  });
});

test('a wait that a correction makes short is no alarm until it is due, and then nobody has it', async () => {
  await journey.detain();
  await concord.advance({ minutes: 36 });
  const { id } = await alarm(SEARCH);
  accepted(await control.post(`escalations/${id}/own`, {}), 'own');
  await journey.correct(detained('02:35'));
  expect(await alarm(SEARCH)).toMatchObject({ level: 'due', resolvedAt: '2026-11-22T02:36:00.000Z' });
  await concord.advance({ minutes: 19 });
  expect(await alarm(SEARCH)).toMatchObject({
    ...{ level: 'due', resolvedAt: null, ownedBy: null, startedAt: '2026-11-22T02:35:00.000Z' },
  });
});

describe('an alarm that had ended and goes on is heard again', () => {
  test('silenced at every desk: a limit in law, when the outcome is taken back', async () => {
    await journey.arriveAt(nurse, concord.ids.rooms['elm-1'] ?? '');
    await journey.record({ kind: 'handed-over', acceptedBy: 'Charge nurse' });
    await concord.advance({ hours: 24, minutes: 1 });
    const { id } = await alarm(LIMIT);
    for (const desk of [control, second])
      accepted(await desk.post(`escalations/${id}/silence`, {}), 'silence');
    await journey.record({ kind: 'outcome', code: 'expired-unassessed', note: '' });
    expect(await alarm(LIMIT)).toMatchObject({ resolvedAt: expect.any(String) as string });
    await journey.takeBack('outcome');
    expect(await alarm(LIMIT)).toMatchObject({ level: 'over', resolvedAt: null, silences: [] });
  });

  test('put aside: an agreed wait, when the suite that had accepted refuses', async () => {
    await journey.detain();
    await concord.advance({ minutes: 20 });
    const { id } = await alarm(SEARCH);
    const aside = { minutes: 30, why: 'A suite rings back' };
    accepted(await control.post(`escalations/${id}/snooze`, aside), 'snooze');
    const hold = await journey.hold(concord.ids.rooms['elm-1']);
    accepted(await nurse.post(`holds/${hold.id}/accept`), 'accept');
    expect(await alarm(SEARCH)).toMatchObject({ resolvedAt: expect.any(String) as string });
    const no = { reason: 'no-staff', rationale: 'The night nurse went home ill' };
    accepted(await nurse.post(`holds/${hold.id}/refuse`, no), 'refuse');
    expect(await alarm(SEARCH)).toMatchObject({ resolvedAt: null, snooze: null, ownedBy: null });
  });
});
