import type { Actor, Hold, Refusal } from '@concord/domain';
import { dayAndTime, extendHold as extendedHold, moveHold, refuse, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf } from '../command';
import { saveHold } from '../lending/lender-side';
import type { Store } from '../ports';
import type { Asked } from './asked-hold';
import { expiryOf, heldForMe, mustAnswer, noted } from './asked-hold';
import { endHold } from './end-hold';

type Extend = Given<CommandOf<'extendHold'> & { holdId: string }>;
type Release = Given<CommandOf<'releaseHold'> & { holdId: string }>;

/** A borrower keeps a neighbour's room no longer than it is lent; the suite itself may. */
const pastItsLending = async (
  { mine, tx, hold }: Asked,
  { expiresAt }: Hold,
): Promise<Refusal | undefined> => {
  const room = mine.across?.side === 'borrows' ? await tx.get('room', hold.roomId) : undefined;
  const lending = room?.lentBy && (await tx.get('lending', room.lentBy.lendingId));
  if (!lending) return undefined;
  const atMost = lending.ended?.at ?? lending.until;
  if (expiresAt <= atMost) return undefined;
  const when = dayAndTime(atMost, tx.now);
  const { areaName } = lending.other;
  return refuse(
    'time-impossible',
    `${areaName} ${lending.ended ? 'has not lent this room since' : 'lends this room until'} ${when}: ring ${areaName} to have it kept longer.`,
    { rule: 'the terms on which the place is lent', details: { field: 'minutes', atMost } },
  );
};

/**
 * Keeps a held room longer, with the reason on the incident's record. Refuses `hold-ended`,
 * `time-impossible`, also to a borrower past the end of the lending, `changed-since-seen`, and
 * `not-your-duty` to a suite that was not asked.
 */
export const extendHold = (store: Store, actor: Actor, input: Extend): Promise<Hold | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('extend-hold', input), async (tx) => {
    const at = await heldForMe(tx, actor, input.holdId);
    if (refused(at)) return at;
    const extended = extendedHold(at.hold, input.minutes, tx.now);
    if (refused(extended)) return extended;
    const no = (await pastItsLending(at, extended)) ?? changedSince(at.mine, input.seenRevision, 'hold');
    if (no) return no;
    await saveHold(at.tx, extended);
    await at.tx.armTimers([expiryOf(extended, tx.now)]);
    return noted(tx, at, actor, {
      kind: 'hold-extended',
      holdId: extended.id,
      placeId: extended.placeId,
      until: extended.expiresAt,
      reason: input.reason,
    });
  });

/**
 * Whoever asked for a room gives it back, with the reason on the incident's record. Refuses `hold-ended`,
 * `changed-since-seen`, `not-your-duty`, and `not-allowed-in-this-state` to the suite that was asked: it
 * accepts or refuses, and takes back what it accepted by refusing.
 */
export const releaseHold = (store: Store, actor: Actor, input: Release): Promise<Hold | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('release-hold', input), async (tx) => {
    const at = await heldForMe(tx, actor, input.holdId);
    if (refused(at)) return at;
    const { hold } = at;
    const moved = moveHold(hold, 'released', tx.now);
    if (refused(moved)) return moved;
    const no = mustAnswer(actor, at.mine) ?? changedSince(at.mine, input.seenRevision, 'hold');
    if (no) return no;
    await endHold(at.tx, hold, {
      state: 'released',
      by: nameOf(actor),
      room: 'available',
      because: input.reason,
    });
    return noted(tx, at, actor, {
      kind: 'hold-released',
      holdId: hold.id,
      placeId: hold.placeId,
      reason: input.reason,
    });
  });
