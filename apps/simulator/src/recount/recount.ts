import type { JournalEntry } from '@concord/contracts';
import { entitySchemas } from '@concord/contracts';
import type { Agreement, Escalation, Incident } from '@concord/domain';
import type { Running } from './clocks';
import { keyFor, runningNow } from './clocks';

export interface ClockCount {
  /** Deadlines that had to be fired, by the facts as they were known. */
  owed: number;
  /** Of those, the breach itself. */
  breached: number;
  /** Ladder steps found in the journal. */
  fired: number;
  missed: number;
  late: number;
  doubled: number;
  /** Fired though nothing called for it. */
  uncalledFor: number;
}

interface Watched {
  image: Incident;
  running: readonly Running[];
  /** Since when this version of the facts has been known. */
  since: number;
  /** Deadlines that had to fire, and from when. */
  readonly owed: Map<string, { from: number; running: Running }>;
  /** Deadlines whose clock stopped in the very instant they fell due: either is right. */
  readonly open: Map<string, Running>;
  readonly fired: Map<string, { clock: string; at: number[] }>;
}

const nothing = (): ClockCount => ({
  owed: 0,
  breached: 0,
  fired: 0,
  missed: 0,
  late: 0,
  doubled: 0,
  uncalledFor: 0,
});

/** Past this the engine was late, in milliseconds of area time. */
const TOLERANCE = 1000;

/**
 * Counts escalations again, from the journal alone: which deadlines the facts called for at each
 * moment they were known, against the steps that were fired. Takes entries in order, as they come,
 * and keeps only incidents that are still open.
 */
export class Recount {
  readonly clocks = new Map<string, ClockCount>();
  escalations = 0;
  private readonly agreements = new Map<string, Agreement>();
  private readonly watched = new Map<string, Watched>();
  private readonly ended = new Set<string>();
  private readonly stepsSeen = new Map<string, number>();
  private ending: string[] = [];
  private revision = 0;

  constructor(private readonly onEnd: (incident: Incident) => void = () => undefined) {}

  take(entry: JournalEntry): void {
    // All of one revision is one moment: an incident is counted when its last revision is complete.
    if (entry.revision !== this.revision) this.settle(Date.parse(entry.at));
    this.revision = entry.revision;
    const at = Date.parse(entry.at);
    if (entry.kind === 'agreement') {
      const agreement = entitySchemas.agreement.parse(entry.image);
      this.agreements.set(agreement.id, agreement);
    } else if (entry.kind === 'incident') this.facts(entitySchemas.incident.parse(entry.image), at);
    else if (entry.kind === 'escalation') this.steps(entitySchemas.escalation.parse(entry.image), at);
  }

  /** Counts what is still open as far as it has come. */
  finish(now: number): void {
    this.settle(now);
    for (const id of [...this.watched.keys()]) this.end(id, now);
  }

  total(): ClockCount {
    const sum = nothing();
    for (const count of this.clocks.values()) {
      for (const name of Object.keys(sum) as (keyof ClockCount)[]) sum[name] += count[name];
    }
    return sum;
  }

  private facts(image: Incident, at: number): void {
    const agreement = this.agreements.get(image.agreementId);
    if (!agreement)
      throw new Error(`${image.ref} is stamped with an agreement that the journal does not have`);
    const before = this.watched.get(image.id);
    if (before) this.owe(before, at);
    const running = runningNow(image.facts, agreement);
    const kept = before ?? { owed: new Map(), open: new Map(), fired: new Map() };
    this.watched.set(image.id, { ...kept, image, running, since: at });
    const last = image.facts.at(-1)?.kind;
    if (last === 'closed' || last === 'diverted') this.ending.push(image.id);
  }

  /** What these facts called for while they were all that was known, up to `until`. */
  private owe({ running, since, owed, open }: Watched, until: number): void {
    for (const one of running) {
      const from = Math.max(one.due, since);
      if (from > until || owed.has(one.key)) continue;
      if (from + TOLERANCE < until) owed.set(one.key, { from, running: one });
      else open.set(one.key, one);
    }
  }

  private steps(escalation: Escalation, at: number): void {
    const seen = this.stepsSeen.get(escalation.id);
    if (seen === undefined) this.escalations += 1;
    this.stepsSeen.set(escalation.id, escalation.steps.length);
    for (const step of escalation.steps.slice(seen ?? 0)) this.fired(escalation, step.afterMinutes, at);
  }

  private fired({ clock, subject, incidentId }: Escalation, afterMinutes: number, at: number): void {
    const count = this.countOf(clock.label);
    count.fired += 1;
    const watched = this.watched.get(incidentId);
    if (!watched || this.ended.has(incidentId)) {
      count.uncalledFor += 1;
      return;
    }
    const key = keyFor(clock.label, subject, afterMinutes);
    const times = watched.fired.get(key) ?? { clock: clock.label, at: [] };
    times.at.push(at);
    watched.fired.set(key, times);
  }

  private settle(at: number): void {
    const ending = this.ending;
    this.ending = [];
    for (const id of ending) this.end(id, at);
  }

  private end(id: string, at: number): void {
    const watched = this.watched.get(id);
    if (!watched) return;
    this.owe(watched, at);
    this.judge(watched);
    this.watched.delete(id);
    this.ended.add(id);
    this.onEnd(watched.image);
  }

  private judge({ owed, open, fired }: Watched): void {
    for (const [key, { from, running }] of owed) {
      const count = this.countOf(running.clock);
      const first = fired.get(key)?.at[0];
      count.owed += 1;
      if (running.breach) count.breached += 1;
      if (first === undefined) count.missed += 1;
      else if (first > from + TOLERANCE) count.late += 1;
      else if (first < from) count.uncalledFor += 1;
    }
    for (const [key, { clock, at }] of fired) {
      const count = this.countOf(clock);
      count.doubled += at.length - 1;
      if (!owed.has(key) && !open.has(key)) count.uncalledFor += 1;
    }
  }

  private countOf(clock: string): ClockCount {
    const count = this.clocks.get(clock) ?? nothing();
    this.clocks.set(clock, count);
    return count;
  }
}
