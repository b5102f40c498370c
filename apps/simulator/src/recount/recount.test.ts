import type { JournalEntry } from '@concord/contracts';
import type { Escalation, Fact, Incident } from '@concord/domain';
import { plusMinutes, sampleAgreement } from '@concord/domain';
import fc from 'fast-check';
import { Recount } from './recount';

const uid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const began = '2026-11-22T02:00:00.000Z';
const after = (minutes: number) => plusMinutes(began, minutes);
const by = { userId: uid(1), name: 'Somebody' };
const agreement = { ...sampleAgreement(uid(2), uid(3), began), revision: 1 };

const fact = (n: number, minutes: number, detail: object): Fact =>
  ({ id: uid(n), happenedAt: after(minutes), recordedAt: after(minutes), by, ...detail }) as Fact;
const opened = fact(10, 0, { kind: 'opened', calledBy: 'PC' });
const noAdvice = fact(11, 0, { kind: 'advice-not-practicable', reason: 'None' });
const detained = fact(12, 0, { kind: 'detained', power: 's136-removed', officer: 'PC' });
const arrived = (minutes: number) =>
  fact(13, minutes, {
    kind: 'arrived',
    placeId: uid(5),
    placeName: 'ED',
    placeKind: 'emergency-department',
    roomId: null,
  });
const ended = (minutes: number) =>
  fact(14, minutes, { kind: 'outcome', code: 'no-mental-disorder', note: '' });

const incident = (...facts: Fact[]): Incident => ({
  id: uid(20),
  areaId: uid(2),
  ref: 'HV-1001',
  personId: uid(21),
  agreementId: agreement.id,
  facts,
  revision: 2,
  person: { ageYears: 30, ageBasis: 'known', appearsUnder18: false, sex: 'male', risks: [] },
  where: { text: 'Somewhere', district: 'North', position: { lat: 54, lon: 2 } },
});

const raised = (...firedAt: number[]): Escalation => ({
  id: uid(30),
  areaId: uid(2),
  incidentId: uid(20),
  incidentRef: 'HV-1001',
  subject: detained.id,
  startedAt: began,
  level: 'over',
  clock: { kind: 'agreed', thresholdId: 'place-found', label: 'Place of safety found' },
  revision: 3,
  ownedBy: null,
  ownedAt: null,
  resolvedAt: null,
  steps: firedAt.map((minutes, i) => ({
    afterMinutes: [20, 30, 60][i % 3] ?? 20,
    level: 'due',
    dueAt: after(minutes),
    firedAt: after(minutes),
    lateBySeconds: 0,
    called: [],
    nobodyFor: [],
  })),
});

/** A journal as the API tells it, one revision an entry. */
const journal = (...told: [minutes: number, kind: string, image: { id: string }][]): JournalEntry[] =>
  [[0, 'agreement', agreement] as const, ...told].map(([minutes, kind, image], i) => ({
    revision: i + 1,
    ordinal: 0,
    at: after(minutes),
    actor: null,
    command: 'test',
    kind,
    entityId: image.id,
    image,
    hash: '',
  }));

const count = (entries: JournalEntry[]) => {
  const recount = new Recount();
  for (const entry of entries) recount.take(entry);
  recount.finish(Date.parse(after(600)));
  const { owed, fired, missed, late, doubled, uncalledFor } = recount.total();
  return { owed, fired, missed, late, doubled, uncalledFor };
};

const start = [0, 'incident', incident(opened, noAdvice, detained)] as [number, string, Incident];
const end = [40, 'incident', incident(opened, noAdvice, detained, arrived(40), ended(40))] as [
  number,
  string,
  Incident,
];
const fine = { owed: 2, fired: 2, missed: 0, late: 0, doubled: 0, uncalledFor: 0 };

test('what was due and fired at its minute is as promised', () => {
  expect(
    count(journal(start, [20, 'escalation', raised(20)], [30, 'escalation', raised(20, 30)], end)),
  ).toEqual(fine);
});

test('a step that was never fired is missed', () => {
  expect(count(journal(start, [20, 'escalation', raised(20)], end))).toEqual({
    ...fine,
    fired: 1,
    missed: 1,
  });
  expect(count(journal(start, end))).toEqual({ ...fine, fired: 0, missed: 2 });
});

test('a step fired after its time is late', () => {
  expect(
    count(journal(start, [20, 'escalation', raised(20)], [33, 'escalation', raised(20, 30)], end)),
  ).toEqual({ ...fine, late: 1 });
});

test('a step fired twice is doubled', () => {
  const twice = { ...raised(20, 30), steps: [...raised(20, 30).steps, ...raised(20).steps] };
  expect(
    count(
      journal(
        start,
        [20, 'escalation', raised(20)],
        [30, 'escalation', raised(20, 30)],
        [31, 'escalation', twice],
        end,
      ),
    ),
  ).toMatchObject({ doubled: 1 });
});

test('a step fired for a clock that had stopped is one that nothing called for', () => {
  const early = [10, 'incident', incident(opened, noAdvice, detained, arrived(10), ended(10))] as [
    number,
    string,
    Incident,
  ];
  expect(count(journal(start, early, [20, 'escalation', raised(20)]))).toMatchObject({
    owed: 0,
    uncalledFor: 1,
  });
});

test('whenever the detention ends, exactly the steps due before then are owed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), (minutes) => {
      const over = [
        minutes,
        'incident',
        incident(opened, noAdvice, detained, arrived(minutes), ended(minutes)),
      ] as [number, string, Incident];
      const { owed, missed } = count(journal(start, over));
      const due = [20, 30, 60].filter((step) => step < minutes).length;
      expect([owed, missed]).toEqual([due, due]);
    }),
    { seed: 136 },
  );
});

test('a fact known late is owed from when it was known, not from when it happened', () => {
  const late = [50, 'incident', incident(opened, noAdvice, detained)] as [number, string, Incident];
  const then = [55, 'incident', incident(opened, noAdvice, detained, arrived(55), ended(55))] as [
    number,
    string,
    Incident,
  ];
  expect(count(journal(late, [50, 'escalation', raised(20, 30)], then))).toEqual(fine);
});
