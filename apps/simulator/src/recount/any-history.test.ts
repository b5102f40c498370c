import type { FactDetail } from '@concord/domain';
import { unknownPerson } from '@concord/domain';
import fc from 'fast-check';
import { firedFor } from './made-up-engine';
import type { About, Said } from './made-up-incident';
import { uuid, versionsOf } from './made-up-incident';
import { counted, faultsIn, none, said } from './made-up-facts';

fc.configureGlobal({ seed: 1983 });

const about = (n: number) => ({ holdId: uuid(30 + n), placeId: uuid(20 + n) });
const request = { requestId: uuid(50) };
const followOn = { requestId: uuid(51) };
const amhp = { userId: uuid(60), name: 'Fern Coldharbour' };

const outside = {
  kind: 'outside-accepted',
  placeName: 'Quarry Bank',
  placeKind: 'suite',
  telephone: '01632 960700',
  acceptedBy: 'Sister Oyelaran',
  nation: 'england',
} as const;

const anything: FactDetail[] = [
  said.advised,
  said.detained,
  { ...said.detained, power: 's136-kept' },
  ...[0, 1].flatMap((n): FactDetail[] => [
    { kind: 'hold-requested', ...about(n), roomId: uuid(40), placeName: 'Elm', roomName: '1' },
    { kind: 'hold-accepted', ...about(n) },
    { kind: 'hold-refused', ...about(n), reason: 'no-staff', rationale: 'Two of three are busy' },
    { kind: 'hold-expired', ...about(n) },
    { kind: 'search-owed', placeId: uuid(20 + n), placeName: 'Elm', reason: 'full' },
    { kind: 'search-handed-back', placeId: uuid(20 + n), placeName: 'Elm', reason: 'All rung' },
    { ...outside, placeId: uuid(70 + n) },
    { kind: 'outside-withdrew', placeId: uuid(70 + n), placeName: 'Quarry Bank', reason: 'Full' },
  ]),
  { kind: 'ambulance-requested', category: '2' },
  { kind: 'ambulance-arrived', callsign: 'D2' },
  { kind: 'conveyance-started', mode: 'ambulance' },
  said.arrived,
  { ...said.arrived, placeKind: 'emergency-department' },
  said.atStation,
  { ...said.arrived, placeKind: 'dwelling', dwelling: { personAgrees: true, occupier: null } },
  { kind: 'consent-withdrawn', withdrawnBy: 'The person' },
  said.handedOver,
  { kind: 'amhp-requested', ...request },
  { kind: 'amhp-requested', ...followOn, follows: request.requestId },
  { kind: 'amhp-accepted', ...request, amhp },
  { kind: 'amhp-accepted', ...followOn, amhp },
  { kind: 'amhp-withdrew', ...followOn, amhp, reason: 'Ill' },
  { kind: 'amhp-withdrew', ...request, amhp, reason: 'Ill' },
  { kind: 'assessment-started', amhp: amhp.name },
  { kind: 'station-check', professional: 'Nurse Teasel', note: '' },
  said.review,
  { ...said.review, asleepNoRiskFlagged: true, nextWithinMinutes: 180 },
  { ...said.review, conditionsStillMet: false },
  said.contested,
  { ...said.extended, evidence: 'The ward book' },
  { ...said.extended, minutes: 90, evidence: 'The ward book' },
  { kind: 'bed-sought', admission: 'section-2', note: '' },
  { kind: 'bed-found', where: 'Linden ward' },
  { kind: 'absconded', note: '' },
  { kind: 'retaken', officer: 'PC Burdock', where: 'Quay steps' },
  { kind: 'person-described', said: { ageYears: 34, ageBasis: 'known' } },
  { kind: 'person-described', said: { ageYears: 17, ageBasis: 'estimated' } },
  { kind: 'person-described', said: { ageBasis: 'unknown', ageYears: null } },
  { kind: 'person-described', said: unknownPerson },
  { kind: 'room-closing', placeId: uuid(20), roomId: uuid(40), reason: 'damage' },
  { kind: 'room-reopened', placeId: uuid(20), roomId: uuid(40) },
  { kind: 'amhp-closed', ...followOn, district: 'Harrowdale', reason: 'Now in The Vale' },
  { kind: 'amhp-closed', ...request, district: 'The Vale', reason: 'Now in Harrowdale' },
  ...said.closing,
];

const telling = fc.record({
  after: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(90), fc.nat(700)),
  ago: fc.oneof(fc.constant(0), fc.constant(0), fc.nat(60), fc.nat(1500)),
  side: fc.constantFrom('police' as const, 'health' as const),
});

const nth = fc.nat(60);
const ofOthers: fc.Arbitrary<About> = fc.oneof(
  nth.map((correct) => ({ correct })),
  nth.map((takeBack) => ({ takeBack })),
  nth.map((confirm) => ({ confirm })),
  fc.record({ dispute: nth, byMinutes: fc.integer({ min: -30, max: 30 }) }),
  nth.map((adopt) => ({ adopt })),
  fc.record({
    merge: fc.array(fc.record({ ago: fc.nat(90), detail: fc.constantFrom(...anything.slice(10)) }), {
      maxLength: 4,
    }),
  }),
  fc.constant({ part: true } as const),
);

/** Histories begin where the interesting ones do: detained, and for the most part come somewhere. */
const begun: fc.Arbitrary<Said[]> = fc
  .constantFrom<readonly FactDetail[]>(
    [],
    [said.arrived],
    [said.arrived, said.handedOver],
    [{ ...said.arrived, placeKind: 'emergency-department' }],
    [said.atStation],
  )
  .map((come) => [
    { after: 0, detail: said.opened },
    { after: 0, detail: said.adult },
    { after: 2, detail: said.advised },
    { after: 3, detail: said.detained },
    ...come.map((detail): Said => ({ after: 20, side: 'police', detail })),
  ]);

const more: fc.Arbitrary<Said[]> = fc.array(
  fc.oneof(
    fc.tuple(telling, fc.constantFrom(...anything)).map(([how, detail]): Said => ({ ...how, detail })),
    fc.tuple(telling, ofOthers).map(([how, about]): Said => ({ ...how, about })),
  ),
  { maxLength: 40 },
);

const history = fc.tuple(begun, more).map(([first, rest]) => [...first, ...rest]);

describe('any history at all, put right, taken back, disputed and merged', () => {
  it('is found sound when the engine keeps its rules, which were written apart from these', () => {
    fc.assert(
      fc.property(history, fc.boolean(), fc.nat(400), (told, atTheStop, more) => {
        const known = versionsOf(told);
        const until = (known.at(-1)?.minute ?? 0) + more + 1;
        const fired = firedFor(known, until - 1, atTheStop);
        expect(faultsIn(counted(known, fired, until))).toEqual(none);
      }),
      { numRuns: 600 },
    );
  });

  it('shows a planted fault, whichever step it is', () => {
    fc.assert(
      fc.property(history, fc.nat(), (told, which) => {
        const known = versionsOf(told);
        const until = (known.at(-1)?.minute ?? 0) + 400;
        const fired = firedFor(known, until - 1, false);
        fc.pre(fired.length > 0);
        const at = which % fired.length;
        const forgotten = fired.filter((_, i) => i !== at);
        expect(faultsIn(counted(known, forgotten, until))).toMatchObject({ missed: 1, uncalledFor: 0 });
        const repeated = fired.flatMap((step, i) => (i === at ? [step, step] : [step]));
        expect(faultsIn(counted(known, repeated, until))).toEqual({ ...none, doubled: 1 });
      }),
      { numRuns: 300 },
    );
  });
});
