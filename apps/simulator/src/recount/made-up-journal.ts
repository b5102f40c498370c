import type { JournalEntry } from '@concord/contracts';
import type { Deadline, Escalation, Fact, FactDetail, Incident } from '@concord/domain';
import {
  deadlineKey,
  deadlinesOf,
  recordFact,
  refused,
  sampleAgreement,
  unknownPerson,
} from '@concord/domain';

// Journals written by hand, by an engine that never fails, for the tests to spoil.

export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const AREA = uuid(1);
const BEGINS = Date.parse('2026-11-22T02:00:00.000Z');
const who = { userId: uuid(2), name: 'Cass Merriweather' };

export const agreement = sampleAgreement(AREA, uuid(3), '2026-01-01T00:00:00.000Z');

export const msAt = (minute: number): number => BEGINS + minute * 60_000;
const instant = (minute: number): string => new Date(msAt(minute)).toISOString();

/** What is said, how many minutes after the last thing said, and how long before that it happened. */
export interface Said {
  readonly after: number;
  readonly ago?: number;
  readonly detail: FactDetail;
}

/** The incident as it was known from a minute on. */
export interface Version {
  readonly minute: number;
  readonly incident: Incident;
}

export interface Fired {
  readonly minute: number;
  readonly deadline: Deadline;
}

/** The incident's versions as facts are told; what the domain refuses is not written down. */
export const versionsOf = (told: readonly Said[]): Version[] => {
  let incident: Incident = {
    id: uuid(4),
    areaId: AREA,
    ref: 'HV-1001',
    personId: uuid(5),
    person: { ...unknownPerson, ageYears: 34, ageBasis: 'known', sex: 'female', risks: [] },
    where: { text: 'Mill lane', district: 'Harrowdale', position: { lat: 54.95, lon: 2.4 } },
    agreementId: agreement.id,
    facts: [],
    revision: 0,
  };
  let minute = 0;
  return told.flatMap(({ after, ago = 0, detail }, i) => {
    minute += after;
    const times = { happenedAt: instant(minute - ago), recordedAt: instant(minute) };
    const fact: Fact = { ...detail, ...times, id: uuid(100 + i), by: who };
    const next = recordFact(incident, fact);
    if (refused(next)) return [];
    incident = next;
    return [{ minute, incident }];
  });
};

const keyOf = ({ clock, subject, step }: Deadline): string => deadlineKey(clock, subject, step.afterMinutes);

/**
 * Every step that the engine's own rules call for, fired on the minute. `atTheStop` says whether one
 * due in the very minute in which its clock stops is fired: either is right.
 */
export const firedFor = (versions: readonly Version[], until: number, atTheStop: boolean): Fired[] => {
  const fired = new Map<string, Fired>();
  for (const [i, { minute: since, incident }] of versions.entries()) {
    const next = versions[i + 1]?.minute;
    for (const deadline of deadlinesOf(incident, agreement)) {
      const due = (Date.parse(deadline.dueAt) - BEGINS) / 60_000;
      const minute = Math.max(due, since);
      const inTime = next === undefined ? minute <= until : minute < next || (atTheStop && minute === next);
      if (inTime && !fired.has(keyOf(deadline))) fired.set(keyOf(deadline), { minute, deadline });
    }
  }
  return [...fired.values()].sort((a, b) => a.minute - b.minute);
};

/** One escalation per run of a clock, as it stands after each of its steps. */
const climbing = () => {
  const runs = new Map<string, Escalation>();
  return ({ minute, deadline }: Fired): Escalation => {
    const run = `${deadline.clock.label} ${deadline.subject}`;
    const before = runs.get(run);
    const { clock, subject, level, dueAt, anchorAt } = deadline;
    const step = {
      afterMinutes: deadline.step.afterMinutes,
      level,
      dueAt,
      firedAt: instant(minute),
      lateBySeconds: 0,
      called: [],
      nobodyFor: [],
    };
    const escalation: Escalation = {
      id: before?.id ?? uuid(1000 + runs.size),
      areaId: AREA,
      incidentId: uuid(4),
      incidentRef: 'HV-1001',
      clock,
      subject,
      startedAt: anchorAt,
      level,
      steps: [...(before?.steps ?? []), step],
      ownedBy: null,
      ownedAt: null,
      resolvedAt: null,
      revision: 0,
    };
    runs.set(run, escalation);
    return escalation;
  };
};

/** The journal that tells of these versions and these steps; at one minute the engine comes first. */
export const journalOf = (versions: readonly Version[], fired: readonly Fired[]): JournalEntry[] => {
  const climb = climbing();
  const inOrder = [
    ...fired.map((step) => ({ minute: step.minute, rank: step.minute === 0 ? 1 : 0, step })),
    ...versions.map((version) => ({ minute: version.minute, rank: 1, version })),
  ].sort((a, b) => a.minute - b.minute || a.rank - b.rank);
  const images = [
    { minute: 0, kind: 'agreement', image: agreement as { id: string } },
    ...inOrder.map((one) =>
      'step' in one
        ? { minute: one.minute, kind: 'escalation', image: climb(one.step) }
        : { minute: one.minute, kind: 'incident', image: one.version.incident },
    ),
  ];
  return images.map(({ minute, kind, image }, i) => ({
    revision: i + 1,
    ordinal: 0,
    at: instant(minute),
    actor: null,
    command: 'made-up',
    kind,
    entityId: image.id,
    image: { ...image, revision: i + 1 },
    hash: '',
  }));
};
