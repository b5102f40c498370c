import type { Actor, Place, Refusal, Room } from '@concord/domain';
import { cameLate, placeWords, refused, roomValue, untold } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { commandInfo, nameOf, notFound } from '../command';
import type { Store } from '../ports';
import { mayObserve, observation, wasTold } from './observing';
import { keepTold, saveStatus } from './save-status';

type Confirm = Given<CommandOf<'confirmRooms'> & { placeId: string }>;

const confirmed = (place: Place, observed: Room['observed']): Place => {
  const { staffing, pressure } = place;
  const isOlder = (said: { observed: Room['observed'] } | null): boolean =>
    said !== null && !cameLate(observed.at, said.observed);
  return {
    ...place,
    staffing: staffing && isOlder(staffing) ? { ...staffing, observed } : staffing,
    pressure: pressure && isOlder(pressure) ? { ...pressure, observed } : pressure,
  };
};

/**
 * "Nothing has changed": every room of the place, its staff and how hard it is pressed are as shown, from
 * then on. What has been said since then stays. Refuses `not-found` for a place that says nothing of
 * itself, `not-your-duty`, `time-impossible`, and `not-allowed-in-this-state` while nothing was ever said
 * of one of its rooms.
 */
export const confirmRooms = (store: Store, actor: Actor, input: Confirm): Promise<Room[] | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('confirm-rooms', input), async (tx) => {
    const { placeId } = input;
    const place = await tx.get('place', placeId);
    const rooms = await tx.list('room', { placeId });
    if (!place || rooms.length + placeWords(place).length === 0) return notFound('place with a status');
    const no = mayObserve(actor, { placeId, lentBy: place.lentBy }, input.source);
    if (no) return no;
    const observed = untold(rooms) ?? observation(tx, actor, input);
    if (refused(observed)) return observed;
    const older = rooms.filter((room) => !cameLate(observed.at, room.observed));
    const words = placeWords(place).filter((word) => !cameLate(observed.at, word.observed));
    const said = [...older.map(roomValue), ...words.map(({ value }) => value)];
    if (await wasTold(tx, placeId, said, input, observed)) return rooms;
    if (said.length === 0) {
      await keepTold(tx, { placeId, said, confirmed: true, tookEffect: false }, observed);
      return rooms;
    }
    const { rooms: saved } = await saveStatus(
      tx,
      { before: place, after: words.length > 0 ? confirmed(place, observed) : place },
      older.map((before) => ({ before, after: { ...before, observed } })),
    );
    return rooms.map((room) => saved.find(({ id }) => id === room.id) ?? room);
  });
