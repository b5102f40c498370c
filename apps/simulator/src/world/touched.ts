import type { JournalEntry } from '@concord/contracts';
import type { Incident } from '@concord/domain';
import { MINUTE } from '../life/step';

/** The demo's time: what a person has touched is left to them for this long. */
const LEFT_ALONE = 5 * MINUTE;
/** Real time: whoever has not come back to an incident by then has left it, and the area carries on with it. */
const ABANDONED_AFTER = 20 * MINUTE;

/** What people have had a hand in, and when: by the demo's time, and by their own. */
export class Touched {
  private readonly last = new Map<string, { demo: number; real: number }>();
  /** Incidents that people left behind, and when in the demo's time that was noticed. */
  private readonly left = new Map<string, number>();
  private readonly begunMs: number;

  constructor(private readonly realNow: () => number = () => Date.now()) {
    this.begunMs = realNow();
  }

  by(entry: JournalEntry): void {
    this.last.set(entry.entityId, { demo: Date.parse(entry.at), real: this.realNow() });
    this.left.delete(entry.entityId);
  }

  /** True when there is an incident that the simulator now takes on. */
  lookForAbandoned(incidents: readonly Incident[], now: number): boolean {
    const before = this.left.size;
    for (const { id } of incidents) {
      const since = this.last.get(id)?.real ?? this.begunMs;
      if (!this.left.has(id) && this.realNow() - since > ABANDONED_AFTER) this.left.set(id, now);
    }
    return this.left.size > before;
  }

  isAbandoned(id: string): boolean {
    return this.left.has(id);
  }

  freeFrom(id: string): number {
    const demo = this.last.get(id)?.demo;
    return Math.max(demo === undefined ? 0 : demo + LEFT_ALONE, this.left.get(id) ?? 0);
  }
}
