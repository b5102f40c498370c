import type { Actor, FactDetail, Refusal, Room } from '@concord/domain';
import { refused } from '@concord/domain';
import { nameOf } from '../command';
import { addFact } from '../incident/save-incident';
import { whereItsOccupantIs } from '../lending/lender-side';
import type { AreaTransaction } from '../ports';

/**
 * A room closed over somebody's head is their incident's business: they must be moved, and a clock runs
 * on it. Why it closes may be told later, and that starts no second clock.
 */
export const tellOccupant = async (
  tx: AreaTransaction,
  actor: Actor,
  before: Room,
  after: Room,
): Promise<Refusal | undefined> => {
  const { incidentId, closedReason } = after;
  if (incidentId === null || closedReason === before.closedReason) return undefined;
  const { tx: there, placeId, id: roomId } = await whereItsOccupantIs(tx, after);
  const fact: FactDetail =
    closedReason === null
      ? { kind: 'room-reopened', placeId, roomId }
      : before.closedReason === null
        ? { kind: 'room-closing', placeId, roomId, reason: closedReason }
        : { kind: 'noted', text: `Why ${before.name} closes: ${closedReason.replaceAll('-', ' ')}.` };
  const noted = await addFact(there, incidentId, nameOf(actor), fact);
  return refused(noted) ? noted : undefined;
};
