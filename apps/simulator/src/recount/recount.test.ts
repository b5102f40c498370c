import type { FactDetail } from '@concord/domain';
import fc from 'fast-check';
import type { Fired, Said, Version } from './made-up-journal';
import { firedFor, journalOf, msAt, uuid, versionsOf } from './made-up-journal';
import type { ClockCount } from './recount';
import { Recount } from './recount';

const counted = (versions: readonly Version[], fired: readonly Fired[], until: number): ClockCount => {
  const recount = new Recount();
  for (const entry of journalOf(versions, fired)) recount.take(entry);
  recount.finish(msAt(until));
  return recount.total();
};

const faultsIn = ({ missed, late, doubled, uncalledFor }: ClockCount) => ({
  missed,
  late,
  doubled,
  uncalledFor,
});
const none = { missed: 0, late: 0, doubled: 0, uncalledFor: 0 };

const opened: FactDetail = { kind: 'opened', calledBy: 'Officers on patrol' };
const advised: FactDetail = { kind: 'advice-not-practicable', reason: 'No answer' };
const detained: FactDetail = { kind: 'detained', power: 's136-removed', officer: 'PC Burdock' };
const arrived: FactDetail = {
  kind: 'arrived',
  placeId: uuid(20),
  placeName: 'Elm Suite',
  placeKind: 'suite',
  roomId: null,
};
const hold = { holdId: uuid(30), placeId: uuid(20) };
const closing: FactDetail[] = [
  { kind: 'outcome', code: 'no-mental-disorder', note: '' },
  { kind: 'closed', note: '' },
];

/** Detained for 70 minutes before any place is found: due at 20, over at 30, on at 60. */
const longSearch: Said[] = [
  { after: 0, detail: opened },
  { after: 5, detail: advised },
  { after: 5, detail: detained },
  { after: 70, detail: arrived },
  { after: 20, detail: { kind: 'handed-over', acceptedBy: 'Nurse in charge' } },
  ...closing.map((detail) => ({ after: 30, detail })),
];
const versions = versionsOf(longSearch);
const perfect = firedFor(versions, 200, false);

describe('counting again from the journal', () => {
  it('finds every step of a search that took too long, and nothing amiss', () => {
    const count = counted(versions, perfect, 200);
    expect(count).toEqual({ ...none, owed: 3, breached: 1, fired: 3 });
    expect(perfect.map(({ minute }) => minute)).toEqual([30, 40, 70]);
  });

  it('catches a step that was never fired', () => {
    expect(faultsIn(counted(versions, perfect.slice(1), 200))).toEqual({ ...none, missed: 1 });
    expect(faultsIn(counted(versions, [], 200))).toEqual({ ...none, missed: 3 });
  });

  it('catches a step fired late', () => {
    const [first, ...rest] = perfect;
    const late = [{ ...(first as Fired), minute: 31 }, ...rest];
    expect(faultsIn(counted(versions, late, 200))).toEqual({ ...none, late: 1 });
  });

  it('catches a step fired twice', () => {
    const twice = perfect.flatMap((step, i) => (i === 1 ? [step, { ...step, minute: 45 }] : [step]));
    expect(faultsIn(counted(versions, twice, 200))).toEqual({ ...none, doubled: 1 });
  });

  it('catches a step fired before its time, or after the incident had ended', () => {
    const [first, ...rest] = perfect as [Fired, ...Fired[]];
    expect(faultsIn(counted(versions, [{ ...first, minute: 25 }, ...rest], 200)).uncalledFor).toBe(1);
    const after = [...rest, { ...first, minute: 190 }];
    expect(faultsIn(counted(versions, after, 200))).toEqual({ ...none, missed: 1, uncalledFor: 1 });
  });

  it('counts from when a fact was known: what is told late is not the engine late', () => {
    const told = versionsOf([
      { after: 0, detail: opened },
      { after: 1, detail: advised },
      { after: 59, ago: 50, detail: detained },
      { after: 30, detail: arrived },
    ]);
    const fired = firedFor(told, 100, false);
    expect(fired.map(({ minute }) => minute)).toEqual([60, 60, 70]);
    expect(faultsIn(counted(told, fired, 100))).toEqual(none);
  });

  it('expects what a stop told late could not have prevented', () => {
    const told = versionsOf([
      { after: 0, detail: opened },
      { after: 0, detail: advised },
      { after: 0, detail: detained },
      { after: 35, ago: 20, detail: arrived },
    ]);
    expect(counted(told, firedFor(told, 40, false), 40)).toMatchObject({ owed: 2, breached: 1, missed: 0 });
    expect(counted(told, [], 40).missed).toBe(2);
  });

  it('goes on from the first start when a room that was found is lost again', () => {
    const told = versionsOf([
      { after: 0, detail: opened },
      { after: 0, detail: advised },
      { after: 0, detail: detained },
      {
        after: 1,
        detail: { kind: 'hold-requested', ...hold, roomId: uuid(40), placeName: 'Elm', roomName: '1' },
      },
      { after: 1, detail: { kind: 'hold-accepted', ...hold } },
      { after: 43, detail: { kind: 'hold-expired', ...hold } },
      { after: 5, detail: arrived },
    ]);
    const fired = firedFor(told, 60, false);
    expect(fired.map(({ minute }) => minute)).toEqual([45, 45]);
    expect(faultsIn(counted(told, fired, 60))).toEqual(none);
    expect(faultsIn(counted(told, [], 60)).missed).toBe(2);
  });

  it('takes either for right when a clock stops in the very minute in which a step is due', () => {
    const told = versionsOf([...longSearch.slice(0, 3), { after: 20, detail: arrived }]);
    expect(firedFor(told, 40, true)).toHaveLength(1);
    expect(faultsIn(counted(told, firedFor(told, 40, true), 40))).toEqual(none);
    expect(faultsIn(counted(told, [], 40))).toEqual(none);
  });
});

const about = (n: number) => ({ holdId: uuid(30 + n), placeId: uuid(20 + n) });
const request = { requestId: uuid(50) };
const amhp = { userId: uuid(60), name: 'Fern Coldharbour' };
const anything: FactDetail[] = [
  advised,
  detained,
  ...[0, 1].flatMap((n): FactDetail[] => [
    { kind: 'hold-requested', ...about(n), roomId: uuid(40), placeName: 'Elm', roomName: '1' },
    { kind: 'hold-accepted', ...about(n) },
    { kind: 'hold-refused', ...about(n), reason: 'no-staff', rationale: 'Two of three are busy' },
    { kind: 'hold-expired', ...about(n) },
  ]),
  { kind: 'conveyance-started', mode: 'ambulance' },
  arrived,
  { ...arrived, placeKind: 'emergency-department' },
  { kind: 'handed-over', acceptedBy: 'Nurse in charge' },
  { kind: 'amhp-requested', ...request },
  { kind: 'amhp-accepted', ...request, amhp },
  { kind: 'amhp-withdrew', ...request, amhp, reason: 'Ill' },
  { kind: 'assessment-started', amhp: amhp.name },
  ...closing,
];

const history: fc.Arbitrary<Said[]> = fc
  .array(
    fc.record({
      after: fc.oneof(fc.nat(12), fc.nat(90), fc.nat(700)),
      ago: fc.oneof(fc.constant(0), fc.nat(60)),
      detail: fc.constantFrom(...anything),
    }),
    { maxLength: 40 },
  )
  .map((told) => [
    { after: 0, detail: opened },
    { after: 2, detail: advised },
    { after: 3, detail: detained },
    ...told,
  ]);

describe('any history at all', () => {
  it('is found sound when the engine keeps its rules, which were written apart from these', () => {
    fc.assert(
      fc.property(history, fc.boolean(), fc.nat(400), (told, atTheStop, more) => {
        const known = versionsOf(told);
        const until = (known.at(-1)?.minute ?? 0) + more + 1;
        const fired = firedFor(known, until - 1, atTheStop);
        expect(faultsIn(counted(known, fired, until))).toEqual(none);
      }),
      { numRuns: 400 },
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
        expect(faultsIn(counted(known, forgotten, until))).toEqual({ ...none, missed: 1 });
        const repeated = fired.flatMap((step, i) => (i === at ? [step, step] : [step]));
        expect(faultsIn(counted(known, repeated, until))).toEqual({ ...none, doubled: 1 });
      }),
      { numRuns: 200 },
    );
  });
});
