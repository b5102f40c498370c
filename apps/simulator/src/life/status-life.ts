import type { BodyOf } from '@concord/contracts';
import type { Place, PressureState, Room } from '@concord/domain';
import { oldestWord } from '@concord/domain';
import type { Range } from '../chance';
import { oneOf } from '../chance';
import type { World } from '../world/world';
import type { Act, Step } from './step';
import { MINUTE, after } from './step';

/** Synthetic: a site says how it is before it is asked; one time in eleven it is too busy to, and is asked. */
const SAYS_SO: Range = [22, 27, 29, 64];
/** Rounds are made on the fives: sites then share their minutes, and days lived through have fewer stops. */
const ROUNDS = 5 * MINUTE;
// Synthetic: how often something is otherwise when a site looks.
const staffChange = 0.05;
const pressureChange = 0.12;

const pressures: readonly PressureState[] = ['taking', 'taking', 'pressured', 'escalated'];

const saidOf = (world: World, { name, staffing, pressure }: Place, rooms: readonly Room[]) => {
  const seen = staffing?.observed.at ?? pressure?.observed.at ?? '';
  const isOtherwise = world.chance(name, seen, 'otherwise') < (staffing ? staffChange : pressureChange);
  const u = world.chance(name, seen, 'what');
  const body: BodyOf<'observePlace'> = staffing
    ? { staffedFor: Math.max(1, u < 0.8 ? rooms.length : rooms.length - 1), source: 'site' }
    : { pressure: oneOf(pressures, u), source: 'site' };
  return { isOtherwise, body };
};

/** Every half hour or so a site says that nothing has changed, or what has. */
export const statusSteps = (world: World, placeId: string): Step[] => {
  const place = world.mirror.get('place', placeId);
  // A neighbour's place is spoken for where it is: what is lent is told here from there.
  const where = place?.lentBy
    ? { areaId: place.lentBy.areaId, placeId: place.lentBy.originalId }
    : { areaId: world.cast.areaId, placeId };
  const as = world.cast.speaksFor(where.placeId);
  const rooms = world.mirror.all('room').filter((room) => room.placeId === placeId);
  const oldest = place && oldestWord(place, rooms);
  if (as === undefined || !place || !oldest) return [];
  const { isOtherwise, body } = saidOf(world, place, rooms);
  const act: Act = isOtherwise
    ? { kind: 'call', route: 'observePlace', as, params: where, body }
    : { kind: 'call', route: 'confirmRooms', as, params: where, body: { source: 'site' } };
  const ready = after(world, oldest.at, SAYS_SO, place.name, oldest.at, 'confirms');
  const at = Math.floor(ready / ROUNDS) * ROUNDS;
  return [{ at: Math.max(at, ...rooms.map(({ id }) => world.manners.notBefore(id))), act }];
};
