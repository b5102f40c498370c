import type { BodyOf } from '@concord/contracts';
import type { Instant, Place, PressureState, Room } from '@concord/domain';
import { msOf, oldestWord } from '@concord/domain';
import type { Range } from '../chance';
import { oneOf } from '../chance';
import type { World } from '../world/world';
import type { Act, Step } from './step';
import { after } from './step';

/** Synthetic: a site says how it is before it is asked; one time in eleven it is too busy to, and is asked. */
const SAYS_SO: Range = [16, 23, 28, 64];
// Synthetic: how often something is otherwise when a site looks.
const staffChange = 0.05;
const pressureChange = 0.12;
/** A suite short of staff has them again within an hour or two of looking. */
const staffBack = 0.25;

const pressures: readonly PressureState[] = ['taking', 'taking', 'pressured', 'escalated'];

/** What is otherwise since a site last looked, if anything is, and was not said at this very look. */
const newsOf = (
  world: World,
  { name, staffing, pressure }: Place,
  { rooms, since, at }: { rooms: readonly Room[]; since: Instant; at: number },
): BodyOf<'observePlace'> | undefined => {
  const said = (staffing ?? pressure)?.observed.at;
  const isShort = staffing !== null && staffing.staffedFor < rooms.length;
  const otherwise = isShort ? staffBack : staffing ? staffChange : pressureChange;
  const isOtherwise = world.chance(name, since, 'otherwise') < otherwise;
  if (said === undefined || msOf(said) >= at || !isOtherwise) return undefined;
  if (isShort) return { staffedFor: rooms.length, source: 'site' };
  const u = world.chance(name, since, 'what');
  return staffing
    ? { staffedFor: Math.max(1, u < 0.8 ? rooms.length : rooms.length - 1), source: 'site' }
    : { pressure: oneOf(pressures, u), source: 'site' };
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
  const looks = after(world, oldest.at, SAYS_SO, place.name, oldest.at, 'confirms');
  const at = Math.max(looks, ...rooms.map(({ id }) => world.manners.notBefore(id)));
  const body = newsOf(world, place, { rooms, since: oldest.at, at });
  const act: Act = body
    ? { kind: 'call', route: 'observePlace', as, params: where, body }
    : { kind: 'call', route: 'confirmRooms', as, params: where, body: { source: 'site' } };
  return [{ at, act }];
};
