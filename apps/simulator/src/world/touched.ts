import type { JournalEntry } from '@concord/contracts';
import type { FactKind, Incident } from '@concord/domain';
import { MINUTE } from '../life/step';

/** The demo's time: a room or a hold that a person has touched is left to them for this long. */
const LEFT_ALONE = 5 * MINUTE;
/** Real time: whoever has not come back by then has left, and the area carries on with what was theirs. */
const ABANDONED_AFTER = 20 * MINUTE;

/**
 * What somebody takes on, and by which commands. An AMHP's or a suite's answer leaves the incident
 * with whoever steers it; sending a car, or asking for an AMHP, leaves the rest to them.
 */
const takingOn: Readonly<Record<string, readonly string[]>> = {
  incident: [
    'open-incident',
    'record-fact',
    'correct-fact',
    'take-back-fact',
    'merge-incidents',
    'unmerge-incidents',
    'request-hold',
    'release-hold',
    'request-amhp',
  ],
  'amhp-request': ['accept-offer', 'amhp-progress'],
  resource: ['mark-resource'],
};

/** What somebody adds to an incident that another steers: a word on the other side's times, or on the person. */
const additions: readonly FactKind[] = [
  'confirmed',
  'disputed',
  'reading-adopted',
  'risk-noted',
  'person-described',
  'interpreter-arranged',
  'fitness-told',
  'rights-given',
  'noted',
];

const isBystanders = (command: string, image: unknown): boolean => {
  const told = (image as Partial<Pick<Incident, 'facts'>>).facts?.at(-1);
  return command === 'record-fact' && told !== undefined && additions.includes(told.kind);
};

interface Touch {
  readonly takenOn: boolean;
  readonly demo: number;
  readonly real: number;
}

/** What people have had a hand in, and when: by the demo's time, and by their own. */
export class Touched {
  private readonly last = new Map<string, Touch>();
  /** What people left behind, and when in the demo's time that was noticed. */
  private readonly left = new Map<string, number>();
  private readonly begunMs: number;

  constructor(private readonly realNow: () => number = () => Date.now()) {
    this.begunMs = realNow();
  }

  by({ kind, command, entityId, at, image }: JournalEntry): void {
    const takenOn = (takingOn[kind]?.includes(command) ?? false) && !isBystanders(command, image);
    if (kind === 'incident' && !takenOn) return;
    this.last.set(entityId, { takenOn, demo: Date.parse(at), real: this.realNow() });
    this.left.delete(entityId);
  }

  /** True when there is something that the simulator now takes on: touched by nobody for long, or never in this run. */
  lookForAbandoned(incidents: readonly Incident[], now: number): boolean {
    const before = this.left.size;
    for (const id of [...this.last.keys(), ...incidents.map((incident) => incident.id)]) {
      const since = this.last.get(id)?.real ?? this.begunMs;
      if (!this.left.has(id) && this.realNow() - since > ABANDONED_AFTER) this.left.set(id, now);
    }
    return this.left.size > before;
  }

  isAbandoned(id: string): boolean {
    return this.left.has(id);
  }

  /** When the simulator may act on this again; never, while it is somebody's. */
  freeFrom(id: string): number {
    const abandoned = this.left.get(id);
    if (abandoned !== undefined) return abandoned;
    const touch = this.last.get(id);
    if (!touch) return 0;
    return touch.takenOn ? Infinity : touch.demo + LEFT_ALONE;
  }
}
