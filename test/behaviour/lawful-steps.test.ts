import type { Concord, Person } from '@concord/testing';
import { Journey, startConcord } from '@concord/testing';

let concord: Concord;
let control: Person;
let bridewell: string;

beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  control = await concord.signIn('controller');
  bridewell = concord.ids.places.bridewell ?? '';
});
afterAll(() => concord.stop());

const grounds = {
  imminentRiskOfSeriousInjuryOrDeath: true,
  noOtherPlaceInThePoliceArea: true,
  healthcareProfessionalThroughout: true,
  authorisedBy: { name: 'Insp. Bram Osierby', rank: 'inspector' },
};
const facts = (journey: Journey) => `incidents/${journey.incidentId}/facts`;

test('P5: no detention is recorded before the consultation, or why there was none (s136(1C))', async () => {
  const journey = await Journey.open(control);
  const refused = await control.post(facts(journey), { kind: 'detained', officer: 'PC 4411' });
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'unlawful', rule: expect.stringContaining('s136(1C)') as string },
  });
  await journey.record({ kind: 'advice-not-practicable', reason: 'Already over the railing' });
  await journey.record({ kind: 'detained', officer: 'PC 4411' });
});

test.each([
  ['a child of 15', { ageYears: 15, ageBasis: 'known' }],
  ['somebody of unknown age', { ageYears: null, ageBasis: 'unknown' }],
  [
    'somebody who says 19 but appears under 18',
    { ageYears: 19, ageBasis: 'estimated', appearsUnder18: true },
  ],
])('P5: %s is never taken to a police station, whatever the grounds', async (_who, person) => {
  const journey = await Journey.open(control, { person });
  await journey.detain();
  const refused = await control.post(facts(journey), {
    kind: 'arrived',
    placeId: bridewell,
    policeStation: grounds,
  });
  expect(refused.body).toMatchObject({ code: 'unlawful', rule: expect.stringContaining('s136A') as string });
});

test('P5: an adult only on every ground of the 2017 Regulations, with an inspector’s authority', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  const bare = await control.post(facts(journey), { kind: 'arrived', placeId: bridewell });
  expect(bare.body).toMatchObject({
    code: 'unlawful',
    details: { unmet: expect.arrayContaining(['authorisedBy']) as string[] },
  });
  const partly = await control.post(facts(journey), {
    kind: 'arrived',
    placeId: bridewell,
    policeStation: { ...grounds, noOtherPlaceInThePoliceArea: false },
  });
  expect(partly.body).toMatchObject({ details: { unmet: ['noOtherPlaceInThePoliceArea'] } });
  await journey.record({ kind: 'arrived', placeId: bridewell, policeStation: grounds });
});

test('P5: a time in the future, or before what it must follow, is refused with the time it may not precede', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  const future = await control.post(facts(journey), {
    kind: 'conveyance-started',
    mode: 'ambulance',
    happenedAt: '2026-11-22T02:05:00Z',
  });
  expect(future.body).toMatchObject({ code: 'time-impossible', details: { field: 'happenedAt' } });
  const early = await control.post(facts(journey), {
    kind: 'conveyance-started',
    mode: 'ambulance',
    happenedAt: '2026-11-22T01:00:00Z',
  });
  expect(early.body).toMatchObject({
    code: 'time-impossible',
    details: { follows: 'detained', notBefore: '2026-11-22T02:00:00.000Z' },
  });
});

test('P5: a police vehicle needs its reason for the annual return', async () => {
  const journey = await Journey.open(control);
  await journey.detain();
  const refused = await control.post(facts(journey), { kind: 'conveyance-started', mode: 'police-vehicle' });
  expect(refused.body).toMatchObject({ code: 'reason-needed', details: { field: 'policeVehicleReason' } });
  await journey.record({
    kind: 'conveyance-started',
    mode: 'police-vehicle',
    policeVehicleReason: 'none-within-30-minutes',
  });
});
