import type { Duty, Named } from '../duty';
import type { Instant } from '../instant';
import type { StatutoryKind } from '../law/statutory-clocks';

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
  /** Duties that nobody held at that instant; who holds those of a later step was then called in their place. */
  readonly nobodyFor: readonly Duty[];
  /** Each of those called must say that they have it. */
  readonly each?: boolean | undefined;
}

/** What an escalation or a message is about: one incident, or one place. */
export interface About {
  readonly incidentId: string | null;
  readonly incidentRef: string | null;
  readonly placeId: string | null;
}

/** Somebody's own word that they have it. `at` is when they last said so. */
export interface Acknowledgement {
  readonly who: Named;
  readonly at: Instant;
}

/** Put aside for a while, with a reason. It counts on, calls on, and is back when the time is up. */
export interface Snooze {
  readonly by: Named;
  readonly at: Instant;
  readonly until: Instant;
  readonly why: string;
}

/** An owner of whom nothing was heard after `since`, and who at `at` had it no more. */
export interface GoneQuiet {
  readonly who: Named;
  readonly since: Instant;
  readonly at: Instant;
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
  /** The first who said that they have it. */
  readonly ownedBy: Named | null;
  readonly ownedAt: Instant | null;
  /** Everybody who has said so since it last got worse or came back, the owner among them. */
  readonly acknowledgements: readonly Acknowledgement[];
  /** Who turned its sound off at their desk since its last step. That gives it to nobody. */
  readonly silences: readonly Acknowledgement[];
  readonly snooze: Snooze | null;
  readonly goneQuiet: readonly GoneQuiet[];
  /** Since when nobody could be called about it; null while somebody can. */
  readonly nobodyReachedAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly revision: number;
}

/** As an escalation is before its first step: nobody has done anything about it. */
export const untouched = {
  ownedBy: null,
  ownedAt: null,
  acknowledgements: [],
  silences: [],
  snooze: null,
  goneQuiet: [],
  nobodyReachedAt: null,
  resolvedAt: null,
} as const;

/** What had ended and goes on: whoever had it, silenced it or put it aside did so for what was over. */
export const cameBack = (escalation: Escalation): Escalation => {
  const { goneQuiet, nobodyReachedAt } = escalation;
  return { ...escalation, ...untouched, goneQuiet, nobodyReachedAt };
};

/** Those who were each called by name to say that they have it, and have not. */
export const outstanding = ({ steps, acknowledgements }: Escalation): Named[] => {
  const heard = new Set(acknowledgements.map(({ who }) => who.userId));
  const asked = steps.filter(({ each }) => each).flatMap(({ called }) => called.map(({ who }) => who));
  return [...new Map(asked.map((who) => [who.userId, who])).values()].filter(
    ({ userId }) => !heard.has(userId),
  );
};

/** Whether it is in hand: somebody has it, and nobody who must say so has not. */
export const isInHand = (escalation: Escalation): boolean =>
  escalation.ownedBy !== null && outstanding(escalation).length === 0;

/** Whether it is put aside at this instant. */
export const isSnoozed = ({ snooze }: Escalation, now: Instant): boolean =>
  snooze !== null && now < snooze.until;
