import type { Actor, Place, Refusal, StatusValue } from '@concord/domain';
import { cameLate, refuse, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound } from '../command';
import type { Store } from '../ports';
import { mayObserve, observation, wasTold } from './observing';
import { keepTold, saveStatus } from './save-status';

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

const valuesIn = ({ staffedFor, pressure }: Input): StatusValue[] => [
  ...(staffedFor === undefined ? [] : [{ of: 'staffing' as const, staffedFor }]),
  ...(pressure === undefined ? [] : [{ of: 'pressure' as const, state: pressure }]),
];

/**
 * Records how many people a suite's staff can look after, or how hard an emergency department is
 * pressed, as an observation with its author, time and source. Seen earlier than what is known, it is
 * kept and changes nothing. Refuses `place-unfit` when it is said of another kind of place,
 * `not-your-duty`, `time-impossible` and `changed-since-seen`.
 */
export const observePlace = (store: Store, actor: Actor, input: Input): Promise<Place | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('observe-place', input), async (tx) => {
    const place = await tx.get('place', input.placeId);
    if (!place) return notFound('place');
    const no =
      mayObserve(actor, { placeId: place.id, lentBy: place.lentBy }, input.source) ?? misplaced(place, input);
    if (no) return no;
    const observed = observation(tx, actor, input);
    if (refused(observed)) return observed;
    const said = valuesIn(input);
    if (await wasTold(tx, place.id, said, input, observed)) return place;
    const { staffedFor, pressure } = input;
    const known = staffedFor === undefined ? place.pressure : place.staffing;
    if (cameLate(observed.at, known?.observed)) {
      await keepTold(tx, { placeId: place.id, said, confirmed: false, tookEffect: false }, observed);
      return place;
    }
    const changed = changedSince(place, input.seenRevision, 'place');
    if (changed) return changed;
    const after: Place = {
      ...place,
      staffing: staffedFor === undefined ? place.staffing : { staffedFor, observed },
      pressure: pressure === undefined ? place.pressure : { state: pressure, observed },
    };
    return (await saveStatus(tx, { before: place, after }, [])).place;
  });
