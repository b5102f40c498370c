import type { Actor, Escalation, Refusal } from '@concord/domain';
import {
  alarmDuties,
  holdsDuty,
  isSameAlarm,
  lastActWords,
  ownEscalation as owned,
  refused,
  silenceEscalation as silenced,
  snoozeEscalation as snoozed,
} from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound } from '../command';
import type { AreaTransaction, CommandInfo, Store } from '../ports';
import { saveEscalation } from './save-escalation';

type About = { escalationId: string; seenRevision?: number | undefined };
type Own = Given<CommandOf<'ownEscalation'> & About>;
type Silence = Given<CommandOf<'silenceEscalation'> & About>;
type Snooze = Given<CommandOf<'snoozeEscalation'> & About>;

/** How far back a press may have been on what it saw, in writes of one escalation. */
const FAR_BACK = 50;

/**
 * Whether anything has changed since it was seen that somebody would decide on. A colleague's silence at
 * their own desk, or how its messages fare, is nothing to this press.
 */
const isStale = async (
  tx: AreaTransaction,
  escalation: Escalation,
  seenRevision: number,
): Promise<boolean> => {
  const writes = await tx.writesOf('escalation', escalation.id, FAR_BACK);
  const seen = writes.find(({ image }) => image.revision === seenRevision)?.image;
  return !seen || !isSameAlarm(seen, escalation);
};

/** A press on what has changed since it was seen is refused: look again first. Who acted before is named. */
const act = (
  store: Store,
  actor: Actor,
  command: CommandInfo,
  { escalationId, seenRevision }: About,
  decide: (escalation: Escalation, tx: AreaTransaction) => Escalation | Refusal,
): Promise<Escalation | Refusal> =>
  store.change(actor.areaId, nameOf(actor), command, async (tx) => {
    const escalation = await tx.get('escalation', escalationId);
    if (!escalation) return notFound('escalation');
    const decision = decide(escalation, tx);
    if (refused(decision)) return decision;
    const changed = changedSince(escalation, seenRevision, 'alarm', lastActWords(escalation));
    if (changed && (await isStale(tx, escalation, seenRevision ?? 0))) return changed;
    await saveEscalation(tx, decision, escalation);
    return { ...decision, revision: tx.revision };
  });

/** Whether somebody sees this alarm at all: every one of the area, or those about their own place. */
const sees = (actor: Actor, { placeId }: Escalation): boolean =>
  holdsDuty(actor, ...alarmDuties) || (placeId !== null && actor.placeIds.includes(placeId));

/** Somebody takes an escalation on, or says that they still have it. One that they do not see is `not-found`. */
export const ownEscalation = (store: Store, actor: Actor, input: Own): Promise<Escalation | Refusal> =>
  act(store, actor, commandInfo('own-escalation', input), input, (escalation, tx) =>
    sees(actor, escalation) ? owned(escalation, nameOf(actor), tx.now) : notFound('escalation'),
  );

/** Somebody turns its sound off at their desk, on the record, and has not taken it on. */
export const silenceEscalation = (
  store: Store,
  actor: Actor,
  input: Silence,
): Promise<Escalation | Refusal> =>
  act(store, actor, commandInfo('silence-escalation', input), input, (escalation, tx) =>
    silenced(escalation, nameOf(actor), tx.now),
  );

/** Somebody puts a warning aside for some minutes, and says why. */
export const snoozeEscalation = (store: Store, actor: Actor, input: Snooze): Promise<Escalation | Refusal> =>
  act(store, actor, commandInfo('snooze-escalation', input), input, (escalation, tx) =>
    snoozed(escalation, nameOf(actor), { at: tx.now, minutes: input.minutes, why: input.why }),
  );
