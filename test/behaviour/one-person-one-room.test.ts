import type { Hold } from '@concord/domain';
import type { Problem, ReplyOf } from '@concord/contracts';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, refusal, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let nurse: Person;
let first: Journey;

const ivy = { name: 'Ivy Lark', dateOfBirth: '1990-02-03' };
const person = (who: object) => ({
  person: { ageYears: 36, ageBasis: 'known', sex: 'female', ...who },
});

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, nurse] = await concord.signInAs('controller', 'suite-nurse');
  first = await Journey.open(control, person(ivy));
  await first.detain();
});
afterEach(() => concord.stop());

const second = async (who: object): Promise<Journey> => {
  const journey = await Journey.open(control, person(who));
  await journey.detain();
  return journey;
};
const hold = (journey: Journey, room: string, by = control) =>
  by.post<Hold & Problem>(`incidents/${journey.incidentId}/holds`, { roomId: concord.ids.rooms[room] });
const said = async (journey: Journey, by = control) =>
  accepted(
    await by.get<ReplyOf<'heldElsewhere'>>(`incidents/${journey.incidentId}/held-elsewhere`),
    'held elsewhere',
  ).elsewhere;

test('a second incident of the same person may hold no room while the first does, and links to it', async () => {
  accepted(await hold(first, 'elm-1'), 'hold');
  const other = await second({ name: ' LÁRK, Ivy', dateOfBirth: '1990-02-03' });
  // Said when the hold form opens, before anybody presses anything.
  expect(await said(other)).toMatchObject({
    incidentId: first.incidentId,
    incidentRef: first.ref,
    state: 'requested',
  });
  const refused = await refusal(concord, () => hold(other, 'alder-1'));
  expect(refused).toMatchObject({
    code: 'person-held-elsewhere',
    status: 409,
    details: { incidentId: first.incidentId, incidentRef: first.ref },
  });
  expect(refused.detail).toContain(first.ref);
});

test('the same NHS number is the same person, whatever name was given; another number is another person', async () => {
  const told = { source: 'Summary care record', nhsNumber: '4010232137' };
  accepted(await control.post(`incidents/${first.incidentId}/person`, told), 'identify');
  accepted(await hold(first, 'elm-1'), 'hold');
  const alias = await second({ name: 'Jane Doe', nhsNumber: '4010232137' });
  expect((await hold(alias, 'alder-1')).body.code).toBe('person-held-elsewhere');
  const twin = await second({ ...ivy, nhsNumber: '9434765919' });
  accepted(await hold(twin, 'alder-1'), 'another person');
});

test('once the first has no room any more, or the person is there, the second may ask', async () => {
  const asked = accepted(await hold(first, 'elm-1'), 'hold');
  const other = await second(ivy);
  accepted(
    await nurse.post(`holds/${asked.id}/refuse`, { reason: 'full', rationale: 'Both rooms taken.' }),
    'no',
  );
  expect(await said(other)).toBeNull();
  accepted(await hold(other, 'alder-1'), 'hold');
  expect((await hold(first, 'hazel-1')).body).toMatchObject({
    code: 'person-held-elsewhere',
    details: { incidentRef: other.ref },
  });
});

test('a merged record counts for the one it was merged into', async () => {
  const nameless = await second({});
  accepted(
    await control.post(`incidents/${nameless.incidentId}/merge`, {
      otherIncidentId: first.incidentId,
      reason: 'The same person',
    }),
    'merge',
  );
  accepted(await hold(nameless, 'elm-1'), 'hold');
  const third = await second(ivy);
  expect((await hold(third, 'alder-1')).body).toMatchObject({
    code: 'person-held-elsewhere',
    details: { incidentRef: nameless.ref },
  });
  accepted(
    await control.post(`incidents/${nameless.incidentId}/unmerge`, {
      otherIncidentId: first.incidentId,
      reason: 'Two people after all',
    }),
    'unmerge',
  );
  accepted(await hold(third, 'alder-1'), 'hold');
});

test('a crew that may not see the first incident learns that there is one, and no more', async () => {
  accepted(await hold(first, 'elm-1'), 'hold');
  const crew = await concord.signIn('crew');
  const other = await second(ivy);
  const car = concord.ids.resources.t1 ?? '';
  accepted(await control.post(`resources/${car}/commit`, { incidentId: other.incidentId }), 'commit');
  expect(await said(other, crew)).toMatchObject({ incidentId: null, incidentRef: null });
  const refused = await refusal(concord, () => hold(other, 'alder-1', crew));
  expect(refused).toMatchObject({ code: 'person-held-elsewhere', details: { incidentRef: null } });
  expect(JSON.stringify(refused)).not.toContain(first.ref);
});

test('somebody of whom nothing is known holds up nobody', async () => {
  const [one, two] = [await second({}), await second({})];
  accepted(await hold(one, 'elm-1'), 'hold');
  accepted(await hold(two, 'alder-1'), 'hold');
  expect(await said(two)).toBeNull();
});

test('who they are never reaches the journal', async () => {
  accepted(await hold(first, 'elm-1'), 'hold');
  const other = await second(ivy);
  await hold(other, 'alder-1');
  const journal = JSON.stringify(await concord.store.journalAfter(concord.areaId, 0, 2000));
  expect(['Ivy Lark', '1990-02-03'].filter((said) => journal.includes(said))).toEqual([]);
});

const outside = {
  kind: 'outside-accepted',
  placeName: 'Quarry Bank Suite',
  placeKind: 'suite',
  telephone: '01632 960 700',
  acceptedBy: 'Sister O',
};

test('a place outside the network that takes the person counts as a room held, until it takes them no longer', async () => {
  await first.record(outside);
  const other = await second(ivy);
  expect(await said(other)).toMatchObject({
    incidentId: first.incidentId,
    incidentRef: first.ref,
    state: 'accepted',
  });
  const refused = await refusal(concord, () => hold(other, 'elm-1'));
  expect(refused).toMatchObject({ code: 'person-held-elsewhere', details: { incidentRef: first.ref } });
  expect(refused.detail).toContain(`a place outside the network, under ${first.ref}`);
  expect(await refusal(concord, () => other.tell(outside))).toMatchObject({ code: 'person-held-elsewhere' });
  await first.record({ kind: 'outside-withdrew', reason: 'No bed after all' });
  expect(await said(other)).toBeNull();
  accepted(await hold(other, 'elm-1'), 'hold');
});

test('nor is a place outside the network put down while another record of the person has a room', async () => {
  accepted(await hold(first, 'elm-1'), 'hold');
  const other = await second(ivy);
  expect(await refusal(concord, () => other.tell(outside))).toMatchObject({
    code: 'person-held-elsewhere',
    details: { incidentId: first.incidentId, incidentRef: first.ref },
  });
  const stranger = await second({ name: 'Rae Finch', dateOfBirth: '1980-01-01' });
  await stranger.record(outside);
});

test('a place outside the network holds up nobody once that detention is over', async () => {
  await first.record(outside);
  await first.record({ kind: 'outcome', code: 'released-before-arrival' });
  accepted(await hold(await second(ivy), 'elm-1'), 'hold');
});
