import type { Running } from './clocks';

/** Past this the engine was late, in milliseconds of area time. */
const TOLERANCE = 1000;

/** What became of one step of one ladder. */
export type Verdict = 'in-time' | 'late' | 'missed' | 'doubled' | 'uncalled-for';

export type Judge = (verdict: Verdict, step: { clock: string; breach: boolean }) => void;

/** A step as the journal tells it: which run of which clock, and how long after its start. */
export interface Fired {
  readonly run: string;
  readonly afterMinutes: number;
  readonly clock: string;
}

interface Step {
  /** As the facts now known call for it; null while they do not. */
  called: Running | null;
  /** Since when it has been known that it falls due then. */
  since: number;
  /** From when it ought to have been fired, if it was not. */
  owedFrom: number | null;
  /** The time it was last fired for. Moved into the future since, it has to be fired again. */
  firedFor: number | null;
  /** Found missing: called for again by a stop taken back, that is one fault still, unless its time is to come. */
  missed: boolean;
}

const unheardOf = { called: null, owedFrom: null, firedFor: null, missed: false } as const;

const keyOf = ({ run, point }: Running): string => `${run} ${point}`;

/** Two ways of working out the same minutes. */
const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

/** The steps of the ladders of one incident or place, from one telling to the next. */
export class Watch {
  private readonly steps = new Map<string, Step>();

  constructor(private readonly judge: Judge) {}

  /** What is known from now on calls for these steps, and for no others. */
  known(running: readonly Running[], now: number): void {
    const called = new Map(running.map((one) => [keyOf(one), one]));
    for (const [key, step] of this.steps) {
      this.settle(step, called.get(key), now);
      step.called = null;
    }
    for (const [key, one] of called) {
      const step = this.steps.get(key) ?? { ...unheardOf, since: now };
      if (step.firedFor !== null && step.firedFor !== one.due && one.due > now) step.firedFor = null;
      step.called = one;
      this.steps.set(key, step);
    }
  }

  /** Whether the facts now known call for this step to be fired now. */
  callsFor(fired: Fired, now: number): boolean {
    const step = this.find(fired);
    return step?.called ? step.firedFor === null && step.called.due <= now : false;
  }

  fired(fired: Fired, now: number): void {
    const step = this.find(fired);
    if (!step?.called) return this.judge('uncalled-for', { ...fired, breach: false });
    if (step.firedFor !== null) return this.judge('doubled', step.called);
    if (now < step.called.due) this.judge('uncalled-for', step.called);
    else {
      const from = step.owedFrom ?? Math.max(step.called.due, step.since);
      this.judge(now > from + TOLERANCE ? 'late' : 'in-time', step.called);
    }
    step.firedFor = step.called.due;
    step.owedFrom = null;
    step.missed = false;
  }

  /** Nothing more will be heard: what was owed by now and not fired was missed. */
  close(now: number): void {
    for (const step of this.steps.values()) this.settle(step, undefined, now);
  }

  /** Keeps only what was fired, so that an incident opened again is not owed it twice. */
  forget(): void {
    for (const [key, { called, firedFor }] of this.steps) {
      if (called === null && firedFor === null) this.steps.delete(key);
    }
  }

  /** Nothing is overdue: what was fired was of a wait that is over, and the next one begins afresh. */
  rested(): void {
    for (const step of this.steps.values()) step.firedFor = null;
  }

  private find({ run, afterMinutes }: Fired): Step | undefined {
    for (const step of this.steps.values()) {
      if (step.called?.run === run && same(step.called.afterMinutes, afterMinutes)) return step;
    }
    return undefined;
  }

  /** A step that should have been fired by now still can be, unless it is called for no more, or not until later. */
  private settle(step: Step, next: Running | undefined, now: number): void {
    const { called } = step;
    if (called && step.firedFor === null) {
      const from = Math.max(called.due, step.since);
      if (from + TOLERANCE < now) step.owedFrom ??= from;
    }
    if (step.owedFrom !== null && called && (!next || next.due > now)) {
      if (!step.missed) this.judge('missed', called);
      step.missed = true;
      step.owedFrom = null;
    }
    if (next && next.due > now) step.missed = false;
    if (!next || next.due !== called?.due) step.since = now;
  }
}
