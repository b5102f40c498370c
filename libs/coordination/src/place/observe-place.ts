import type { Actor, Place, Refusal } from '@concord/domain';
import { refuse } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound } from '../command';
import type { Store } from '../ports';
import { mayObserve, observation } from './observing';

type Input = Given<CommandOf<'observePlace'> & { placeId: string }>;

const misplaced = (place: Place, { staffedFor, pressure }: Input): Refusal | undefined => {
  if (staffedFor !== undefined && place.kind !== 'suite')
    return refuse('place-unfit', 'Only a suite has staff for people in its rooms.', {
      details: { field: 'staffedFor' },
    });
  return pressure !== undefined && place.kind !== 'emergency-department'
    ? refuse('place-unfit', 'Only an emergency department says how hard it is pressed.', {
        details: { field: 'pressure' },
      })
    : undefined;
};

/**
 * Records how many people a suite's staff can look after, or how hard an emergency department is
 * pressed, as an observation with its author, time and source. Refuses `place-unfit` when it is said
 * of another kind of place, `not-your-duty` and `changed-since-seen`.
 */
export const observePlace = (store: Store, actor: Actor, input: Input): Promise<Place | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('observe-place', input), async (tx) => {
    const place = await tx.get('place', input.placeId);
    if (!place) return notFound('place');
    const no =
      mayObserve(actor, place.id, input.source) ??
      misplaced(place, input) ??
      changedSince(place, input.seenRevision, 'place');
    if (no) return no;
    const observed = observation(tx, actor, input.source);
    const { staffedFor, pressure } = input;
    const said: Place = {
      ...place,
      staffing: staffedFor === undefined ? place.staffing : { staffedFor, observed },
      pressure: pressure === undefined ? place.pressure : { state: pressure, observed },
    };
    await tx.put('place', said);
    return { ...said, revision: tx.revision };
  });
