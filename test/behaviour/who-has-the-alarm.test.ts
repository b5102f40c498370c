import type { AreaDefinition } from '@concord/contracts';
import type { Sender } from '@concord/coordination';
import { harrowdaleAndVale } from '@concord/coordination';
import type { AgreedThreshold, Agreement, AgreementTerms, Escalation } from '@concord/domain';
import { outstanding, plusMinutes, termsOf } from '@concord/domain';
import { recorder } from '@concord/senders';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';

const START = '2026-11-22T10:00:00.000Z';
const CLOCK = 'Place of safety found';

let concord: Concord;
let control: Person;
let colleague: Person;
let manager: Person;
let inspector: Person;
let board: LiveBoard;

const start = async (area?: AreaDefinition, sender?: Sender): Promise<void> => {
  concord = await startConcord({ now: START, area, sender });
  [control, colleague, manager, inspector] = await concord.signInAs(
    'controller',
    'controller-2',
    'manager',
    'inspector',
  );
  board = await control.watch();
};
afterEach(() => concord.stop());

const alarm = (): Escalation => {
  const found = [...board.state().escalation.values()].find(({ clock }) => clock.label === CLOCK);
  if (!found) throw new Error(`no alarm about "${CLOCK}"`);
  return found;
};
const act = (verb: string, by = control, body: object = {}) =>
  by.post<Escalation>(`escalations/${alarm().id}/${verb}`, body);
/** An incident detained and searched for so long that its alarm rings. */
const ringing = async (): Promise<Journey> => {
  const journey = await Journey.open(control);
  await journey.detain();
  await concord.advance({ minutes: 20 });
  return journey;
};
const told = (words: string): string[] =>
  concord
    .sent()
    .filter(({ subject }) => subject.includes(words))
    .map(({ to }) => to);

/** From now on new incidents run under the sample agreement with these changes. */
const agree = async (change: (terms: AgreementTerms) => Partial<AgreementTerms>): Promise<void> => {
  const inForce = accepted(await control.get<Agreement>('agreement'), 'agreement');
  const draft = accepted(await manager.post<Agreement>('agreements', { basedOn: inForce.id }), 'draft');
  const terms = { ...termsOf(draft), effectiveFrom: plusMinutes(START, 1) };
  const edited = accepted(
    await manager.post<Agreement>(`agreements/${draft.id}/terms`, {
      terms: { ...terms, ...change(terms) },
      seenRevision: draft.revision,
    }),
    'edit',
  );
  const seen = { seenRevision: edited.revision };
  accepted(await inspector.post(`agreements/${draft.id}/approve`, seen), 'approve');
  await concord.advance({ minutes: 1 });
};
const searchLadder =
  (ladder: AgreedThreshold['ladder']) =>
  ({ thresholds }: AgreementTerms): Partial<AgreementTerms> => ({
    thresholds: thresholds.map((one) => (one.id === 'place-found' ? { ...one, ladder } : one)),
  });

describe('taking an alarm on', () => {
  beforeEach(() => start());

  test('an owner of whom nothing is heard for the agreed 20 minutes has it no more, and those on call are called again', async () => {
    await ringing();
    await concord.advance({ minutes: 11 });
    accepted(await act('own'), 'own');
    await concord.advance({ minutes: 19, seconds: 59 });
    expect(alarm()).toMatchObject({ ownedBy: { name: control.name }, goneQuiet: [] });
    await concord.advance({ seconds: 1 });
    expect(alarm()).toMatchObject({
      ownedBy: null,
      level: 'over',
      goneQuiet: [{ who: { name: control.name }, since: '2026-11-22T10:31:00.000Z' }],
    });
    expect(told('NOBODY HAS IT').sort()).toEqual([control.name, manager.name, inspector.name].sort());
  });

  test('whoever works on the incident, or says that they still have it, keeps it', async () => {
    const journey = await ringing();
    await concord.advance({ minutes: 11 });
    accepted(await act('own'), 'own');
    await concord.advance({ minutes: 15 });
    await journey.record({ kind: 'noted', text: 'Ringing Alder' });
    await concord.advance({ minutes: 19 });
    accepted(await act('own'), 'still mine');
    await concord.advance({ minutes: 19 });
    expect(alarm()).toMatchObject({ ownedBy: { name: control.name }, goneQuiet: [] });
    await concord.advance({ minutes: 1 });
    expect(alarm().ownedBy).toBeNull();
  });

  test('what a colleague put aside meanwhile is heard again when its owner has gone quiet', async () => {
    await agree(({ thresholds }) => ({
      thresholds: thresholds.map((one) => {
        const ladder = [20, 90].map((afterMinutes) => ({ afterMinutes, duties: ['control-room' as const] }));
        return one.id === 'place-found' ? { ...one, overAfterMinutes: 90, ladder } : one;
      }),
    }));
    await ringing();
    accepted(await act('own'), 'own');
    await concord.advance({ minutes: 15 });
    accepted(await act('snooze', colleague, { minutes: 30, why: 'In hand' }), 'snooze');
    await concord.advance({ minutes: 5 });
    expect(alarm()).toMatchObject({ ownedBy: null, snooze: null, level: 'due' });
  });

  test('with the engine stopped meanwhile, the owner has gone quiet once, when it is back', async () => {
    await ringing();
    await concord.advance({ minutes: 11 });
    accepted(await act('own'), 'own');
    await concord.engine.stop();
    await concord.advance({ minutes: 55 });
    await concord.engine.start();
    await concord.advance({ minutes: 30 });
    expect(alarm().goneQuiet).toHaveLength(1);
  });

  test('silence at a desk is on the record with a name, and is not ownership', async () => {
    await ringing();
    accepted(await act('silence', colleague), 'silence');
    expect(alarm()).toMatchObject({ ownedBy: null, silences: [{ who: { name: colleague.name } }] });
    accepted(await act('own'), 'own');
    await concord.advance({ minutes: 10 });
    expect(alarm()).toMatchObject({ level: 'over', silences: [] });
  });

  test('a press on what has changed since it was seen is refused, and says who did what', async () => {
    await ringing();
    const seen = { seenRevision: alarm().revision };
    accepted(await act('snooze', colleague, { minutes: 5, why: 'Elm rings back', ...seen }), 'snooze');
    for (const press of ['own', 'silence'])
      expect(await act(press, control, seen)).toMatchObject({
        status: 409,
        body: {
          code: 'changed-since-seen',
          detail: expect.stringContaining(`${colleague.name} put it aside until 10:25 at 10:20.`) as unknown,
        },
      });
  });

  test('a colleague’s silence at their own desk is no change to whoever takes it on', async () => {
    await ringing();
    const seen = { seenRevision: alarm().revision };
    accepted(await act('silence', colleague, seen), 'silence');
    accepted(await act('own', control, seen), 'own');
    expect(alarm()).toMatchObject({ ownedBy: { name: control.name } });
  });

  test('a warning can be put aside with a reason for up to 30 minutes; its ladder climbs on and brings it back', async () => {
    await ringing();
    expect(await act('snooze', control, { minutes: 31, why: 'Later' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'minutes' }] },
    });
    expect(await act('snooze', control, { minutes: 5, why: ' ' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'why' }] },
    });
    accepted(await act('snooze', control, { minutes: 30, why: 'Elm rings back' }), 'snooze');
    expect(alarm().snooze).toMatchObject({ until: '2026-11-22T10:50:00.000Z', why: 'Elm rings back' });
    await concord.advance({ minutes: 10 });
    expect(alarm()).toMatchObject({ level: 'over', snooze: null });
    expect(await act('snooze', control, { minutes: 5, why: 'Again' })).toMatchObject({
      status: 409,
      body: { code: 'not-allowed-in-this-state' },
    });
  });

  test('what has ended stays ended, whoever presses what', async () => {
    const journey = await ringing();
    const nurse = await concord.signIn('suite-nurse');
    const hold = await journey.hold(concord.ids.rooms['elm-1'] ?? '');
    accepted(await nurse.post(`holds/${hold.id}/accept`), 'accept');
    const [ended] = accepted(
      await control.get<Escalation[]>(`incidents/${journey.incidentId}/escalations`),
      'escalations',
    );
    for (const [verb, body] of [
      ['own', {}],
      ['silence', {}],
      ['snooze', { minutes: 5, why: 'Late' }],
    ] as const)
      expect(await control.post(`escalations/${ended?.id}/${verb}`, body)).toMatchObject({
        status: 409,
        body: { code: 'already-resolved' },
      });
  });
});

describe('what a ladder asks of those it calls', () => {
  beforeEach(() => start());

  test('several named people can each be required: it is in hand when the last of them has said so', async () => {
    const ladder = [
      { afterMinutes: 20, duties: ['on-call-manager', 'duty-inspector'], each: true },
      { afterMinutes: 30, duties: ['superintendent'] },
    ] as const;
    await agree(searchLadder(ladder));
    await ringing();
    accepted(await act('own', manager), 'own');
    expect(outstanding(alarm()).map(({ name }) => name)).toEqual([inspector.name]);
    expect(await act('own')).toMatchObject({
      body: { code: 'already-owned', details: { outstanding: [{ name: inspector.name }] } },
    });
    accepted(await act('own', inspector), 'own too');
    expect(outstanding(alarm())).toEqual([]);
    expect(alarm().ownedBy).toMatchObject({ name: manager.name });
  });

  test('a step can call those of one agency only; an agency that is no party is refused by name of the field', async () => {
    const police = [...board.state().rota.values()].find(({ duty }) => duty === 'duty-inspector')?.agencyId;
    const both = { duties: ['on-call-manager', 'duty-inspector'] } as const;
    await agree(
      searchLadder([
        { ...both, afterMinutes: 20, agencyId: police },
        { ...both, afterMinutes: 30 },
      ]),
    );
    await ringing();
    expect(alarm().steps[0]).toMatchObject({
      called: [{ who: { name: inspector.name } }],
      nobodyFor: ['on-call-manager'],
    });
    const stranger = '00000000-0000-4000-8000-000000000000';
    const inForce = accepted(await control.get<Agreement>('agreement'), 'agreement');
    const draft = accepted(await manager.post<Agreement>('agreements', { basedOn: inForce.id }), 'draft');
    const terms = { ...termsOf(draft), effectiveFrom: plusMinutes(START, 180) };
    const ladder = [
      { afterMinutes: 20, duties: ['control-room'], agencyId: stranger },
      { afterMinutes: 30, duties: ['duty-inspector'] },
    ] as const;
    const refused = await manager.post(`agreements/${draft.id}/terms`, {
      terms: { ...terms, ...searchLadder(ladder)(terms) },
      seenRevision: draft.revision,
    });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'agreement-impossible', errors: [{ field: 'thresholds.1.ladder.0.agencyId' }] },
    });
  });
});

describe('nobody to call', () => {
  test('a step for which nobody is on call calls the next one’s people at once, and says who was missing', async () => {
    const rotas = harrowdaleAndVale.rotas.filter(({ duty }) => duty !== 'control-room');
    await start({ ...harrowdaleAndVale, rotas });
    await ringing();
    expect(alarm().steps[0]).toMatchObject({
      nobodyFor: ['control-room'],
      called: [{ duty: 'on-call-manager' }, { duty: 'duty-inspector' }],
    });
    await concord.advance({ minutes: 10 });
    expect(alarm().steps.map(({ afterMinutes }) => afterMinutes)).toEqual([20, 30]);
    expect(alarm().nobodyReachedAt).toBeNull();
  });

  test('those called in its place are called in the way that their own step says', async () => {
    const rotas = harrowdaleAndVale.rotas.filter(({ duty }) => duty !== 'control-room');
    await start({ ...harrowdaleAndVale, rotas });
    const both = { duties: ['on-call-manager', 'duty-inspector'], channels: ['sms'], each: true } as const;
    await agree(
      searchLadder([
        { afterMinutes: 20, duties: ['control-room'], channels: ['push'] },
        { afterMinutes: 30, ...both },
      ]),
    );
    const { incidentId } = await ringing();
    const messages = await concord.store.list(concord.areaId, 'notification', { incidentId });
    expect(new Map(messages.map(({ duty, channels }) => [duty, channels]))).toEqual(
      new Map(both.duties.map((duty) => [duty, ['sms']])),
    );
    accepted(await act('own', manager), 'own');
    expect(outstanding(alarm()).map(({ name }) => name)).toEqual([inspector.name]);
  });

  test('with nobody on call for any step, the consoles are told at once that nobody is reached', async () => {
    await start({ ...harrowdaleAndVale, rotas: [] });
    await ringing();
    expect(alarm()).toMatchObject({ nobodyReachedAt: '2026-11-22T10:20:00.000Z' });
    accepted(await act('own'), 'own');
    expect(alarm().nobodyReachedAt).toBeNull();
  });

  test('so are they when every message of a step has failed, for want of any way to reach its people', async () => {
    await start(undefined, { ...recorder(), reachesPeople: true });
    await ringing();
    expect(alarm().steps[0]?.called).not.toEqual([]);
    expect(alarm().nobodyReachedAt).toBe('2026-11-22T10:20:00.000Z');
  });
});
