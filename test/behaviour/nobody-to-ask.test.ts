import { harrowdaleAndVale } from '@concord/coordination';
import type { AmhpRequest, Hold } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import { auditorOf } from './auditing';
import { lend, lendersHold, mirrorOf, peopleOf, startNeighbours } from './neighbours';

let concord: Concord;
afterEach(() => concord.stop());

const told = async (journey: Journey): Promise<[string, string][]> => {
  const all = await concord.store.list(concord.areaId, 'notification', { incidentId: journey.incidentId });
  return all.map(({ duty, subject }) => [duty, subject.replace(`${journey.ref}: `, '')]);
};
const notes = async (journey: Journey): Promise<string[]> =>
  (await journey.read()).facts.flatMap((fact) => (fact.kind === 'noted' ? [fact.text] : []));
const now = async ({ id }: AmhpRequest) => concord.store.get(concord.areaId, 'amhp-request', id);

describe('with nobody on call for AMHP', () => {
  let control: Person;
  let journey: Journey;
  let request: AmhpRequest;

  beforeEach(async () => {
    const rotas = harrowdaleAndVale.rotas.filter(({ duty }) => duty !== 'amhp');
    concord = await startConcord({ now: '2026-11-22T02:00:00Z', area: { ...harrowdaleAndVale, rotas } });
    control = await concord.signIn('controller');
    journey = await Journey.open(control);
    await journey.detain();
    request = await journey.requestAmhp();
  });

  test('the lead and the control room are told at once, and the record says so', async () => {
    expect(request).toMatchObject({
      state: 'unanswered',
      nobody: { why: 'nobody-on-call', areaName: null },
    });
    const says = 'nobody is on call as AMHP for Harrowdale';
    const messages = await told(journey);
    expect(new Set(messages.map(([duty]) => duty))).toEqual(new Set(['amhp-lead', 'control-room']));
    expect(new Set(messages.map(([, subject]) => subject))).toEqual(new Set([says]));
    expect(await notes(journey)).toEqual(['Nobody is on call as AMHP for Harrowdale.']);
  });

  test('it is tried again without a word more, and the auditor finds nothing lost', async () => {
    const audited = auditorOf(concord);
    const said = async () => [
      (await told(journey)).filter(([, subject]) => subject.startsWith('nobody')),
      await notes(journey),
    ];
    const before = await said();
    for (let tries = 0; tries < 4; tries += 1) {
      await concord.advance({ minutes: 9 });
      expect(await said()).toEqual(before);
      expect((await audited()).filter(({ of }) => of === 'AMHP offer')).toEqual([]);
    }
  });
});

test('in a suite that a neighbour has lent, the neighbour’s AMHP service owes the duty, and that is said', async () => {
  concord = await startNeighbours();
  const { control, coordinator, nurse } = await peopleOf(concord);
  await lend(concord, coordinator);
  const journey = await Journey.open(control);
  await journey.detain();
  const ours = await journey.requestAmhp();
  expect(ours).toMatchObject({ state: 'offered', district: 'Harrowdale' });
  const hold = await journey.hold(await mirrorOf(concord, 'sedge-1'));
  accepted(await nurse.post<Hold>(`holds/${(await lendersHold(concord, hold.id)).id}/accept`), 'accept');
  await journey.record({ kind: 'conveyance-started', mode: 'ambulance' });
  await journey.record({ kind: 'arrived', placeId: hold.placeId });
  expect((await now(ours))?.state).toBe('withdrawn');
  const live = await concord.store.list(concord.areaId, 'amhp-request', { state: 'unanswered' });
  const areaName = (await concord.store.get(concord.areaId, 'place', hold.placeId))?.lentBy?.areaName;
  expect(areaName).toEqual(expect.any(String));
  expect(live).toMatchObject([{ offers: [], nobody: { why: 'neighbour-owes', areaName } }]);
  const says = expect.stringContaining(`is in ${areaName ?? ''}, whose AMHP service owes the duty`) as string;
  expect(await told(journey)).toEqual(
    expect.arrayContaining([
      ['control-room', says],
      ['amhp-lead', says],
    ]),
  );
  expect(await notes(journey)).toContainEqual(says);
});
