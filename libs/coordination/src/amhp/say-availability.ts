import type { Actor, Availability, Refusal } from '@concord/domain';
import { refused, sayAvailability as said } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { commandInfo, nameOf } from '../command';
import type { Store } from '../ports';
import { availabilityOf } from './note-attendance';

/** Somebody called to assessments says that they rest, or where they set out from. */
export const sayAvailability = (
  store: Store,
  actor: Actor,
  input: Given<CommandOf<'sayAvailability'>>,
): Promise<Availability | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('say-availability', input), async (tx) => {
    const area = await tx.get('area', tx.areaId);
    const districts = (area?.districts ?? []).map(({ name }) => name);
    const availability = said(await availabilityOf(tx, nameOf(actor)), input, { now: tx.now, districts });
    if (refused(availability)) return availability;
    await tx.put('availability', availability);
    return { ...availability, revision: tx.revision };
  });
