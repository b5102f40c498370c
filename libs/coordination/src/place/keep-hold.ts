import type { Actor, Hold, Refusal } from '@concord/domain';
import { extendHold as extendedHold, moveHold, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf } from '../command';
import { saveHold } from '../lending/lender-side';
import type { Store } from '../ports';
import { expiryOf, heldForMe, mustAnswer, noted } from './asked-hold';
import { endHold } from './end-hold';

type Extend = Given<CommandOf<'extendHold'> & { holdId: string }>;
type Release = Given<CommandOf<'releaseHold'> & { holdId: string }>;

/**
 * Keeps a held room longer, with the reason on the incident's record. Refuses `hold-ended`,
 * `time-impossible`, `changed-since-seen`, and `not-your-duty` to a suite that was not asked.
 */
export const extendHold = (store: Store, actor: Actor, input: Extend): Promise<Hold | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('extend-hold', input), async (tx) => {
    const at = await heldForMe(tx, actor, input.holdId);
    if (refused(at)) return at;
    const extended = extendedHold(at.hold, input.minutes, tx.now);
    if (refused(extended)) return extended;
    const changed = changedSince(at.mine, input.seenRevision, 'hold');
    if (changed) return changed;
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
