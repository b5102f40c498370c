import type { Duty, Named } from '../duty';
import type { Instant } from '../instant';
import type { StatutoryKind } from '../law/statutory-clocks';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';

/** Which clock: an agreed threshold of the local agreement, or a limit set by statute. Never confused. */
export type EscalationClock =
  | { readonly kind: 'agreed'; readonly thresholdId: string; readonly label: string }
  | { readonly kind: 'statutory'; readonly limit: StatutoryKind; readonly label: string };

/** `due`: about to pass. `over`: passed. For a statutory limit, `over` is an unlawful detention. */
export type EscalationLevel = 'due' | 'over';

export interface EscalationStep {
  readonly afterMinutes: number;
  readonly level: EscalationLevel;
  readonly dueAt: Instant;
  readonly firedAt: Instant;
  /** Seconds between when the step should have fired, given what was recorded by then, and when it did. */
  readonly lateBySeconds: number;
  readonly called: readonly { readonly duty: Duty; readonly who: Named }[];
  /** Duties of this step that nobody held at that instant. */
  readonly nobodyFor: readonly Duty[];
}

/** What an escalation or a message is about: one incident, or one place. */
export interface About {
  readonly incidentId: string | null;
  readonly incidentRef: string | null;
  readonly placeId: string | null;
}

/** One escalation per run of one clock; its steps are the ladder as it was climbed. */
export interface Escalation extends About {
  readonly id: string;
  readonly areaId: string;
  readonly clock: EscalationClock;
  /** The fact that started the clock, or the place whose status it is. */
  readonly subject: string;
  readonly startedAt: Instant;
  readonly level: EscalationLevel;
  readonly steps: readonly EscalationStep[];
  readonly ownedBy: Named | null;
  readonly ownedAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly revision: number;
}

/** Somebody takes it on, by name. Refuses `already-owned` (naming them) and `already-resolved`. */
export const ownEscalation = (escalation: Escalation, by: Named, at: Instant): Escalation | Refusal => {
  if (escalation.resolvedAt !== null) {
    return refuse(
      'already-resolved',
      `This ended at ${escalation.resolvedAt}: there is nothing left to own.`,
      {
        details: { resolvedAt: escalation.resolvedAt },
      },
    );
  }
  if (escalation.ownedBy !== null) {
    return refuse(
      'already-owned',
      `${escalation.ownedBy.name} has owned this since ${escalation.ownedAt ?? ''}.`,
      {
        details: { ownedBy: escalation.ownedBy, ownedAt: escalation.ownedAt },
      },
    );
  }
  return { ...escalation, ownedBy: by, ownedAt: at };
};
