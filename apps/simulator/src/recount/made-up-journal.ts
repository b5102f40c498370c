import type { JournalEntry } from '@concord/contracts';
import type { Agreement, Deadline, Escalation, Fact, FactDetail, Incident } from '@concord/domain';
import { deadlineKey, deadlinesOf, recordFact, refused, sampleAgreement } from '@concord/domain';

// Journals written by hand for the recount's tests, by an engine that is as good as its tests want it.

export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const AREA = uuid(1);
const START = Date.parse('2026-11-22T02:00:00.000Z');
const who = { userId: uuid(2), name: 'Cass Merriweather' };

export const agreement: Agreement = { ...sampleAgreement(AREA, uuid(3), '2026-01-01T00:00:00.000Z') };

/** What is said, how many minutes after the last thing said, and how long before that it happened. */
export interface Said {
  readonly after: number;
  readonly ago?: number;
  readonly detail: FactDetail;
}

/** What an engine does with a deadline: how often it fires it, and how many minutes late. */
export type Engine = (deadline: Deadline, nth: number) => { times: number; lateMinutes: number };

export const goodEngine: Engine = () => ({ times: 1, lateMinutes: 0 });

const instant = (minute: number): string => new Date(START + minute * 60_000).toISOString();
const minuteOf = (at: string): number => (Date.parse(at) - START) / 60_000;
const keyOf = ({ clock, subject, step }: Deadline): string =>
  deadlineKey(clock, subject, step.afterMinutes);

const blank = (n: number): Incident => ({
  id: uuid(1000 + n),
  areaId: AREA,
  ref: `HV-${1000 + n}`,
  personId: uuid(2000 + n),
  person: { ageYears: 34, ageBasis: 'known', appearsUnder18: false, sex: 'female', risks: [] },
  where: { text: 'Mill lane', district: 'Harrowdale', position: { lat: 54.95, lon: 2.4 } },
  agreementId: agreement.id,
  facts: [],
  revision: 0,
});

/** Writes down one incident as it is said, and fires its deadlines as they fall due in between. */
export class MadeUpJournal {
  readonly entries: JournalEntry[] = [];
  /** Deadlines that were due, whatever the engine made of them. */
  due = 0;
  private minute = 0;
  private ids = 10_000;
  private readonly handled = new Set<string>();
  private readonly waiting: { deadline: Deadline; at: number }[] = [];
  private readonly escalations = new Map<string, Escalation>();
  private incident: Incident;

  constructor(
    private readonly engine: Engine = goodEngine,
    n = 1,
  ) {
    this.incident = blank(n);
    this.write([['agreement', agreement.id, agreement]]);
  }

  get now(): number {
    return START + this.minute * 60_000;
  }

  get facts(): readonly Fact[] {
    return this.incident.facts;
  }

  /** False when the domain refuses it: then only the time has passed. */
  say({ after, ago = 0, detail }: Said): boolean {
    this.pass(this.minute + after);
    const fact: Fact = {
      ...detail,
      id: uuid((this.ids += 1)),
      happenedAt: instant(this.minute - ago),
      recordedAt: instant(this.minute),
      by: who,
    };
    const next = recordFact(this.incident, fact);
    if (refused(next)) return false;
    this.incident = next;
    this.write([['incident', next.id, next]]);
    return true;
  }

  /** Lets time pass: what falls due on the way is fired at its own minute, or as late as the engine is. */
  pass(to: number): void {
    for (;;) {
      this.notice();
      const [first] = this.waiting.sort((a, b) => a.at - b.at);
      if (!first || first.at > to) break;
      this.waiting.shift();
      this.minute = Math.max(this.minute, first.at);
      this.fire(first.deadline);
    }
    this.minute = to;
  }

  private notice(): void {
    const running = deadlinesOf(this.incident, agreement);
    const keys = new Set(running.map(keyOf));
    for (const deadline of running) {
      const dueAt = Math.max(minuteOf(deadline.dueAt), this.minute);
      if (this.handled.has(keyOf(deadline)) || this.isWaiting(deadline)) continue;
      const { times, lateMinutes } = this.engine(deadline, this.due);
      for (let i = 0; i < Math.max(1, times); i += 1) {
        this.waiting.push({ deadline: times === 0 ? { ...deadline, clock: never } : deadline, at: dueAt + lateMinutes });
      }
    }
    // A clock that has stopped calls for nothing more; a step already late is still owed.
    for (const one of [...this.waiting]) {
      if (one.deadline.clock !== never && keys.has(keyOf(one.deadline))) continue;
      if (one.deadline.clock !== never && minuteOf(one.deadline.dueAt) < this.minute) continue;
      if (one.deadline.clock === never && running.some((other) => sameStep(other, one.deadline))) continue;
      this.waiting.splice(this.waiting.indexOf(one), 1);
    }
  }

  private isWaiting(deadline: Deadline): boolean {
    return this.waiting.some((one) => sameStep(one.deadline, deadline));
  }

  private fire(deadline: Deadline): void {
    const first = !this.handled.has(keyOf(deadline));
    const escaped = deadline.clock === never;
    if (escaped) {
      const real = deadlinesOf(this.incident, agreement).find((other) => sameStep(other, deadline));
      if (real) this.handled.add(keyOf(real));
      this.due += 1;
      return;
    }
    this.handled.add(keyOf(deadline));
    if (first) this.due += 1;
    const run = `${deadline.clock.label} ${deadline.subject}`;
    const before = this.escalations.get(run);
    const at = instant(this.minute);
    const step = {
      afterMinutes: deadline.step.afterMinutes,
      level: deadline.level,
      dueAt: deadline.dueAt,
      firedAt: at,
      lateBySeconds: 0,
      called: [],
      nobodyFor: [],
    };
    const escalation: Escalation = {
      ...(before ?? {
        id: uuid((this.ids += 1)),
        areaId: AREA,
        incidentId: this.incident.id,
        incidentRef: this.incident.ref,
        clock: deadline.clock,
        subject: deadline.subject,
        startedAt: deadline.anchorAt,
        level: deadline.level,
        ownedBy: null,
        ownedAt: null,
        resolvedAt: null,
        revision: 0,
      }),
      steps: [...(before?.steps ?? []), step],
    };
    this.escalations.set(run, escalation);
    this.write([['escalation', escalation.id, escalation]]);
  }

  private write(images: readonly (readonly [kind: string, entityId: string, image: object])[]): void {
    const revision = (this.entries.at(-1)?.revision ?? 0) + 1;
    for (const [ordinal, [kind, entityId, image]] of images.entries()) {
      this.entries.push({
        revision,
        ordinal,
        at: instant(this.minute),
        actor: null,
        command: 'made-up',
        kind,
        entityId,
        image: { ...image, revision },
        hash: '',
      });
    }
  }
}

/** Marks a deadline that the engine will forget. */
const never: Deadline['clock'] = { kind: 'agreed', thresholdId: 'never', label: 'never' };

const sameStep = (a: Deadline, b: Deadline): boolean =>
  a.subject === b.subject && a.step === b.step;
