import type { Incident } from '../incident/incident';
import type { Instant } from '../instant';
import { CONCORD } from '../duty';
import type { Hold } from './hold';
import { holdHasLapsed } from './hold';
import type { Room } from './room';
import { moveRoom } from './room';

/**
 * An incident and rooms as they are once every hold that has lapsed by now is written down as lapsed: what
 * the engine will say a moment later, or whenever it runs again. A room given back is as old as it was.
 */
export const withLapsedGivenBack = (
  { incident, rooms }: { readonly incident: Incident; readonly rooms: readonly Room[] },
  holds: readonly Hold[],
  now: Instant,
): { readonly incident: Incident; readonly rooms: readonly Room[] } => {
  const lapsed = holds.filter((hold) => holdHasLapsed(hold, now));
  if (lapsed.length === 0) return { incident, rooms };
  const given = new Set(lapsed.map(({ roomId }) => roomId));
  const own = lapsed.filter(({ incidentId }) => incidentId === incident.id);
  return {
    incident: {
      ...incident,
      facts: [
        ...incident.facts,
        ...own.map(({ id, placeId, expiresAt }) => ({
          kind: 'hold-expired' as const,
          ...{ id: `${id}-lapsed`, holdId: id, placeId, happenedAt: expiresAt, recordedAt: now, by: CONCORD },
        })),
      ],
    },
    rooms: rooms.map((room) =>
      room.state === 'held' && given.has(room.id)
        ? moveRoom(room, 'available', { observed: room.observed })
        : room,
    ),
  };
};
