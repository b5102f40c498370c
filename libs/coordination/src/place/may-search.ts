import type { Actor, Incident, Refusal } from '@concord/domain';
import { owesSearch, viewerOf } from '@concord/contracts';
import { notYours } from '../command';

/** A suite looks for other places, and asks them, only while it owes the search: `not-your-duty` otherwise. */
export const notItsSearch = (actor: Actor, { facts, ref }: Incident): Refusal | undefined =>
  viewerOf(actor)?.audience !== 'suite' || owesSearch(actor, facts)
    ? undefined
    : notYours(`The search for a place for ${ref} is not this suite's: ring the control room.`);
