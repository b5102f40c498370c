import type { Named } from '../duty';
import type { Instant } from '../instant';
import { later, plusMinutes } from '../instant';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import type { Acknowledgement, Escalation } from './escalation';
import { isInHand, isSnoozed, outstanding } from './escalation';

const ended = ({ resolvedAt }: Escalation, what: string): Refusal | undefined =>
  resolvedAt === null
    ? undefined
    : refuse('already-resolved', `This ended at ${resolvedAt}: there is nothing left to ${what}.`, {
        details: { resolvedAt },
      });

const saidBy = (said: readonly Acknowledgement[], userId: string): boolean =>
  said.some(({ who }) => who.userId === userId);

/** Whether this person has said that they have it. */
export const hasOwned = ({ acknowledgements }: Escalation, userId: string): boolean =>
  saidBy(acknowledgements, userId);

/** Whether this person has turned its sound off at their desk. */
export const hasSilenced = ({ silences }: Escalation, userId: string): boolean => saidBy(silences, userId);

/** Whether this person may take it on: nobody has, or they must too, or they have and say so again. */
export const mayOwn = (escalation: Escalation, userId: string): boolean =>
  escalation.ownedBy === null ||
  hasOwned(escalation, userId) ||
  outstanding(escalation).some((asked) => asked.userId === userId);

/** Whether it may be put aside at all: never what has passed, never a limit in law. */
export const maySnooze = ({ level, clock }: Escalation): boolean =>
  level === 'due' && clock.kind === 'agreed';

const names = (people: readonly Named[]): string => people.map(({ name }) => name).join(', ');

/**
 * Somebody takes it on, by name; so does each other person who must. Said again by one who has it, it is
 * still in hand. Refuses `already-owned` (naming who has it) and `already-resolved`.
 */
export const ownEscalation = (escalation: Escalation, by: Named, at: Instant): Escalation | Refusal => {
  const over = ended(escalation, 'own');
  if (over) return over;
  const { ownedBy, ownedAt, acknowledgements } = escalation;
  if (ownedBy !== null && !mayOwn(escalation, by.userId)) {
    const asked = outstanding(escalation);
    const awaited = asked.length > 0 ? ` Still to say so: ${names(asked)}.` : '';
    return refuse('already-owned', `${ownedBy.name} has owned this since ${ownedAt ?? ''}.${awaited}`, {
      details: { ownedBy, ownedAt, outstanding: asked },
    });
  }
  return {
    ...escalation,
    ownedBy: ownedBy ?? by,
    ownedAt: ownedAt ?? at,
    acknowledgements: [...acknowledgements.filter(({ who }) => who.userId !== by.userId), { who: by, at }],
    snooze: null,
    nobodyReachedAt: null,
  };
};

/** Somebody turns its sound off at their desk: heard, and taken on by nobody. Refuses `already-resolved`. */
export const silenceEscalation = (escalation: Escalation, by: Named, at: Instant): Escalation | Refusal =>
  ended(escalation, 'silence') ?? {
    ...escalation,
    silences: [...escalation.silences.filter(({ who }) => who.userId !== by.userId), { who: by, at }],
  };

/** Longer than this nobody may put an alarm aside: by then somebody must look again. */
export const SNOOZE_AT_MOST_MINUTES = 30;

/**
 * Puts a warning aside, for a time and a reason. Its clock runs on and its ladder calls on. Refuses what
 * has passed already, and any legal limit, with `not-allowed-in-this-state`; and `already-resolved`.
 */
export const snoozeEscalation = (
  escalation: Escalation,
  by: Named,
  { at, minutes, why }: { at: Instant; minutes: number; why: string },
): Escalation | Refusal => {
  const over = ended(escalation, 'put aside');
  if (over) return over;
  const { level, clock } = escalation;
  if (!maySnooze(escalation))
    return refuse(
      'not-allowed-in-this-state',
      clock.kind === 'statutory'
        ? `${clock.label} is a limit in law: its alarm cannot be put aside.`
        : `${clock.label} is over: its alarm cannot be put aside.`,
      { details: { level, clock } },
    );
  return { ...escalation, snooze: { by, at, until: plusMinutes(at, minutes), why } };
};

/** When whoever has it was last heard of: they said so, or recorded something about it since. */
export const lastHeard = (
  { ownedBy, ownedAt, acknowledgements }: Escalation,
  recorded: readonly { readonly by: Named; readonly recordedAt: Instant }[],
): Instant | undefined => {
  if (ownedBy === null || ownedAt === null) return undefined;
  const said = acknowledgements.filter(({ who }) => who.userId === ownedBy.userId).map(({ at }) => at);
  const did = recorded.filter(({ by }) => by.userId === ownedBy.userId).map(({ recordedAt }) => recordedAt);
  return [...said, ...did].reduce(later, ownedAt);
};

/**
 * It is nobody's again, because nothing more was heard of whoever had it: it is heard again, put aside or
 * not. Who else has said that they have it stands.
 */
export const ownerWentQuiet = (escalation: Escalation, since: Instant, at: Instant): Escalation => {
  const { ownedBy, goneQuiet, acknowledgements } = escalation;
  if (ownedBy === null) throw new Error(`escalation ${escalation.id} has no owner to go quiet`);
  return {
    ...escalation,
    ownedBy: null,
    ownedAt: null,
    acknowledgements: acknowledgements.filter(({ who }) => who.userId !== ownedBy.userId),
    silences: [],
    snooze: null,
    goneQuiet: [...goneQuiet, { who: ownedBy, since, at }],
  };
};

/** Whether a console should sound for it: not in hand, not put aside. */
export const wantsSomebody = (escalation: Escalation, now: Instant): boolean =>
  escalation.resolvedAt === null && !isInHand(escalation) && !isSnoozed(escalation, now);
