import type { Hold, Incident, RefusalReason } from '@concord/domain';
import { plusMinutes } from '@concord/domain';
import type { Problem, ReplyOf } from '@concord/contracts';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, refusal, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let elmNurse: Person;
let alderNurse: Person;
let journey: Journey;

beforeEach(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  [control, elmNurse, alderNurse] = await concord.signInAs('controller', 'suite-nurse', 'alder-nurse');
  journey = await Journey.open(control);
  await journey.detain();
});
afterEach(() => concord.stop());

const ask = (room: string, by = control, of = journey) =>
  by.post<Hold & Problem>(`incidents/${of.incidentId}/holds`, { roomId: concord.ids.rooms[room] });
const asked = async (room: string, by = control): Promise<Hold> =>
  accepted(await ask(room, by), `ask ${room}`);
const rationale = 'Needs three to one; two nurses tonight.';
const refuses = async (hold: Hold, reason: RefusalReason = 'risk-beyond-safe-staffing', by = elmNurse) =>
  accepted(await by.post<Hold>(`holds/${hold.id}/refuse`, { reason, rationale }), 'refuse');
const reverses = (hold: Hold) =>
  elmNurse.post<Hold & Problem>(`holds/${hold.id}/reverse`, { reason: 'A nurse came' });
const release = { reason: 'Not needed' };
const extend = { minutes: 30, reason: 'Late' };

describe('a suite and what was asked of another', () => {
  test('P7: it gives back and extends nothing, and is told nothing of it', async () => {
    const [elm, alder] = [await asked('elm-1'), await asked('alder-1')];
    accepted(await control.post(`holds/${elm.id}/extend`, extend), 'changed since');
    for (const [act, body] of [
      ['release', release],
      ['extend', extend],
      ['accept', {}],
      ['refuse', { reason: 'full', rationale }],
    ] as const) {
      const answer = await alderNurse.post<Problem>(`holds/${elm.id}/${act}`, { ...body, seenRevision: 1 });
      expect(answer).toMatchObject({ status: 403, body: { code: 'not-your-duty' } });
      expect(JSON.stringify(answer.body)).not.toContain(elm.roomId);
    }
    const own = await alderNurse.post<Problem>(`holds/${alder.id}/extend`, { ...extend, seenRevision: 1 });
    expect(own.body).toMatchObject({ code: 'changed-since-seen', details: { now: { id: alder.id } } });
  });

  test('it asks no longer, while it owes the search, where it asked itself; what the control room asked is not its own', async () => {
    await refuses(await asked('elm-1'), 'no-staff');
    const [alder, hazel] = [await asked('alder-1', elmNurse), await asked('hazel-1')];
    expect((await elmNurse.post(`holds/${hazel.id}/release`, release)).status).toBe(403);
    const colleague = await concord.signIn('suite-nurse-2');
    accepted(await colleague.post(`holds/${alder.id}/extend`, extend), 'a colleague extends it');
    const given = accepted(await elmNurse.post<Hold>(`holds/${alder.id}/release`, release), 'give back');
    expect(given.state).toBe('released');
    const again = await asked('alder-1', elmNurse);
    accepted(
      await elmNurse.post(`incidents/${journey.incidentId}/search/hand-back`, { reason: 'All rung' }),
      'hand back',
    );
    expect((await elmNurse.post(`holds/${again.id}/release`, release)).status).toBe(404);
  });

  test('P7: when it asks for a room that is taken it is not told for whom', async () => {
    await refuses(await asked('elm-1'), 'no-staff');
    const other = await Journey.open(control);
    accepted(await ask('alder-1', control, other), 'for another');
    const answer = await refusal(concord, () => ask('alder-1', elmNurse));
    expect(answer).toMatchObject({ code: 'room-taken', details: { nextBest: { rank: 1 } } });
    for (const known of [other.ref, other.incidentId, control.name])
      expect(JSON.stringify(answer)).not.toContain(known);
    expect(await refusal(concord, () => ask('alder-1'))).toMatchObject({
      details: { heldFor: other.ref, heldBy: { name: control.name } },
    });
  });

  test('P3: whoever answers second is told which suite accepted, and who there', async () => {
    const [elm, alder] = [await asked('elm-1'), await asked('alder-1')];
    accepted(await elmNurse.post(`holds/${elm.id}/accept`), 'accept');
    for (const [act, body] of [
      ['accept', {}],
      ['refuse', { reason: 'full', rationale }],
    ] as const) {
      const late = await alderNurse.post<Problem>(`holds/${alder.id}/${act}`, body);
      expect(late).toMatchObject({
        status: 409,
        body: {
          code: 'hold-ended',
          details: {
            endedBecause: 'Elm Suite accepted',
            accepted: { placeName: 'Elm Suite', by: elmNurse.name, at: '2026-11-22T02:00:00.000Z' },
          },
        },
      });
      expect(late.body.detail).toContain(`Elm Suite accepted at`);
      expect(late.body.detail).toContain(elmNurse.name);
    }
  });
});

describe('a suite answers by name, and its answer is in the ledger', () => {
  const ledger = async () => accepted(await control.get<ReplyOf<'refusals'>>('refusals'), 'ledger');

  test('what it is asked it accepts or refuses: it does not give it back', async () => {
    const elm = await asked('elm-1');
    expect(await refusal(concord, () => elmNurse.post(`holds/${elm.id}/release`, release))).toMatchObject({
      status: 409,
      code: 'not-allowed-in-this-state',
      details: { allowed: ['accept', 'refuse'] },
    });
    accepted(await control.post(`holds/${elm.id}/release`, release), 'the control room does');
    expect(await ledger()).toEqual([]);
  });

  test('whom it accepted it refuses, with a code and a rationale; the search may then be its own', async () => {
    const elm = await asked('elm-1');
    accepted(await elmNurse.post(`holds/${elm.id}/accept`), 'accept');
    expect(await refusal(concord, () => elmNurse.post(`holds/${elm.id}/release`, release))).toMatchObject({
      code: 'not-allowed-in-this-state',
      details: { allowed: ['refuse'] },
    });
    const bare = { reason: 'no-staff', rationale: 'Sorry' };
    expect((await elmNurse.post(`holds/${elm.id}/refuse`, bare)).body).toMatchObject({
      code: 'reason-needed',
    });
    await refuses(elm, 'no-staff');
    expect((await journey.read(elmNurse)).facts.at(-1)).toMatchObject({
      kind: 'search-owed',
      reason: 'no-staff',
    });
    const alder = await asked('alder-1');
    expect(await ledger()).toMatchObject([
      { holdId: elm.id, reason: 'no-staff', rationale, placeName: 'Elm Suite', search: 'owed', next: null },
    ]);
    accepted(await alderNurse.post(`holds/${alder.id}/accept`), 'Alder accepts');
    expect(await ledger()).toMatchObject([{ next: { how: 'accepted', placeName: 'Alder Suite' } }]);
  });
});

describe('a refusal for intoxication', () => {
  test.each<[RefusalReason, string]>([
    ['intoxication-clinical', 'We never take intoxicated patients at this suite'],
    ['intoxication-clinical', 'Smells of booze, come back when sober'],
    ['risk-beyond-safe-staffing', 'Patient is drunk'],
    ['full', 'We do not accept intoxicated people'],
    ['out-of-area', 'drunk'],
  ])('alone is none, coded %s: "%s"', async (reason, said) => {
    const elm = await asked('elm-1');
    const send = () => elmNurse.post(`holds/${elm.id}/refuse`, { reason, rationale: said });
    expect(await refusal(concord, send)).toMatchObject({
      code: 'blanket-refusal',
      rule: 'Crisis Care Concordat: no blanket exclusion for intoxication',
      details: { field: 'rationale' },
    });
  });

  test('that names a clinical need of this person is one', async () => {
    const said = 'Alcohol withdrawal seizures twice tonight: needs a cardiac monitor and IV access.';
    const elm = await asked('elm-1');
    const answer = { reason: 'intoxication-clinical', rationale: said };
    expect(accepted(await elmNurse.post<Hold>(`holds/${elm.id}/refuse`, answer), 'refuse').refusal).toEqual(
      answer,
    );
  });
});

describe('a suite that thinks again', () => {
  test('is too late once the person has arrived anywhere; where is not said', async () => {
    const elm = await asked('elm-1');
    await refuses(elm);
    await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
    await journey.record({ kind: 'arrived', placeId: concord.ids.places['ed-nettlefold'] });
    const answer = await reverses(elm);
    expect(answer).toMatchObject({ status: 409, body: { code: 'not-allowed-in-this-state' } });
    expect(JSON.stringify(answer.body)).not.toContain('Nettlefold');
  });

  test('is not too late for an arrival before it was asked', async () => {
    await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
    await journey.record({ kind: 'arrived', placeId: concord.ids.places['ed-nettlefold'] });
    const elm = await asked('elm-1');
    await refuses(elm);
    expect(accepted(await reverses(elm), 'reverse').state).toBe('accepted');
  });

  test('P7: is told that another has accepted, not which room of whose', async () => {
    const elm = await asked('elm-1');
    await refuses(elm);
    const alder = await asked('alder-1');
    accepted(await alderNurse.post(`holds/${alder.id}/accept`), 'accept');
    const answer = await reverses(elm);
    expect(answer).toMatchObject({ status: 409, body: { code: 'hold-exists' } });
    for (const theirs of [alder.id, alder.roomId, alder.placeId])
      expect(JSON.stringify(answer.body)).not.toContain(theirs);
  });

  test.each([
    ['asked half an hour ago', false, 30],
    ['accepted and taken back hours later', true, 130],
  ])(
    'is not too late for a hold whose own time is up: %s, it is kept anew from now',
    async (_what, accepts, minutes) => {
      const elm = await asked('elm-1');
      if (accepts) accepted(await elmNurse.post(`holds/${elm.id}/accept`), 'accept');
      await concord.advance({ minutes: accepts ? 100 : 5 });
      await refuses(elm);
      await concord.advance({ minutes: minutes - (accepts ? 100 : 5) });
      const now = await concord.now();
      const anew = accepted(await reverses(elm), 'reverse');
      expect(anew).toMatchObject({ state: 'accepted', expiresAt: plusMinutes(now, 120) });
      await concord.advance({ minutes: 119 });
      expect((await concord.store.get(concord.areaId, 'hold', anew.id))?.state).toBe('accepted');
      await concord.advance({ minutes: 1 });
      expect((await concord.store.get(concord.areaId, 'hold', anew.id))?.state).toBe('expired');
    },
  );

  test('P3: cannot while another record of the same person has a room asked for', async () => {
    const ivy = {
      person: { ageYears: 36, ageBasis: 'known', sex: 'female', name: 'Ivy Lark', dateOfBirth: '1990-02-03' },
    };
    const [one, two] = [await Journey.open(control, ivy), await Journey.open(control, ivy)];
    const elm = accepted(await ask('elm-1', control, one), 'ask');
    await refuses(elm);
    accepted(await ask('alder-1', control, two), 'ask');
    const answer = await reverses(elm);
    expect(answer).toMatchObject({ status: 409, body: { code: 'person-held-elsewhere' } });
    expect(JSON.stringify(answer.body)).not.toContain(two.ref);
  });

  test('answers the new request, if it has been asked again', async () => {
    const elm = await asked('elm-1');
    await refuses(elm, 'full');
    await concord.advance({ minutes: 1 });
    const other = concord.ids.rooms['elm-2'] ?? '';
    accepted(await elmNurse.post(`rooms/${other}/state`, { state: 'available' }), 'one is free after all');
    const anew = await asked('elm-2');
    expect(await reverses(elm)).toMatchObject({ status: 409, body: { code: 'hold-exists' } });
    accepted(await elmNurse.post(`holds/${anew.id}/accept`), 'accept');
  });

  test('is told the truth of a room that somebody else has by now', async () => {
    const elm = await asked('elm-1');
    await refuses(elm);
    const other = await Journey.open(control);
    accepted(await ask('elm-1', control, other), 'for another');
    const answer = await reverses(elm);
    expect(answer.body).toMatchObject({ code: 'room-not-free' });
    expect(answer.body.detail).not.toContain('make it available');
    expect(JSON.stringify(answer.body)).not.toContain(other.ref);
  });
});

describe('what becomes known after a room was asked for', () => {
  test('P3: that two records are of one person: the second acceptance is refused', async () => {
    const two = await Journey.open(control);
    const [elm, alder] = [await asked('elm-1'), accepted(await ask('alder-1', control, two), 'ask Alder')];
    for (const each of [journey, two])
      accepted(
        await control.post<Incident>(`incidents/${each.incidentId}/person`, {
          source: 'Summary care record',
          nhsNumber: '4010232137',
        }),
        'identify',
      );
    accepted(await elmNurse.post(`holds/${elm.id}/accept`), 'first');
    expect(await refusal(concord, () => alderNurse.post(`holds/${alder.id}/accept`))).toMatchObject({
      status: 409,
      code: 'person-held-elsewhere',
      details: { state: 'accepted', incidentRef: null },
    });
  });

  test('P5: that they are under 18: a room for adults is not accepted any more, and it is said why', async () => {
    const elm = await asked('elm-1');
    await journey.record({ kind: 'person-described', said: { ageYears: 15, ageBasis: 'known' } });
    expect(await refusal(concord, () => elmNurse.post(`holds/${elm.id}/accept`))).toMatchObject({
      status: 422,
      code: 'place-unfit',
      details: { reasons: ['not fit for under-18s'] },
    });
    await refuses(elm);
    expect((await reverses(elm)).body).toMatchObject({ code: 'place-unfit' });
  });

  test('that a colleague has spoken of the room, or of the suite, since the screen was drawn', async () => {
    const shown = (await control.watch()).state();
    const room = concord.ids.rooms['elm-1'] ?? '';
    const place = concord.ids.places['elm'] ?? '';
    const seenRevision = shown.room.get(room)?.revision ?? 0;
    accepted(await elmNurse.post(`rooms/${room}/state`, { state: 'occupied' }), 'a walk-in');
    const colleague = await concord.signIn('suite-nurse-2');
    const confirm = () => colleague.post(`places/${place}/confirm`, { seenRevision });
    expect(await refusal(concord, confirm)).toMatchObject({
      code: 'changed-since-seen',
      details: { now: { id: room, state: 'occupied' } },
    });
    accepted(await elmNurse.post(`rooms/${room}/state`, { state: 'available' }), 'left again');
    const roomId = concord.ids.rooms['elm-1'];
    const hold = () => control.post(`incidents/${journey.incidentId}/holds`, { roomId, seenRevision });
    expect(await refusal(concord, hold)).toMatchObject({ status: 409, code: 'changed-since-seen' });
    const newest = (await colleague.watch()).state();
    const now = Math.max(...[...newest.room.values()].map(({ revision }) => revision));
    accepted(await colleague.post(`places/${place}/confirm`, { seenRevision: now }), 'as it is');
  });
});
