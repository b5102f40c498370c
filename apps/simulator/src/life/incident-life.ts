import type { Incident } from '@concord/domain';
import { lastOf, stateOf } from '@concord/domain';
import type { World } from '../world/world';
import { beforeDetention } from './before-detention';
import { conclude } from './ending';
import { atLarge } from './flight';
import { isSecondRecord, joinRecords } from './second-record';
import type { Step } from './step';
import { after, tell } from './step';
import { atThePlace, atTheScene, onTheWay } from './under-detention';

const close = (world: World, incident: Incident): Step[] => {
  const outcome = lastOf(incident.facts, 'outcome');
  if (!outcome) return [];
  const at = after(world, outcome.happenedAt, [5, 20, 60, 120], incident.ref, 'closed');
  return [tell(incident, world.cast.control(at, incident.ref), at, { kind: 'closed' })];
};

const next = (world: World, incident: Incident): Step[] => {
  if (isSecondRecord(incident)) return joinRecords(world, incident);
  switch (stateOf(incident.facts)) {
    case 'advice':
      return beforeDetention(world, incident);
    case 'detained':
      return atTheScene(world, incident);
    case 'conveying':
      return onTheWay(world, incident);
    case 'arrived':
    case 'handed-over':
      return atThePlace(world, incident);
    case 'assessing':
      return [...atThePlace(world, incident), ...conclude(world, incident)];
    case 'absconded':
      return atLarge(world, incident);
    case 'concluded':
      return close(world, incident);
    case 'diverted':
    case 'closed':
    case 'in-error':
    case 'merged':
      return [];
  }
};

/**
 * Everything that may happen next in an incident the simulator drives, each with its time. It
 * follows from the facts alone, so that a simulator started anew carries on where the last one was.
 */
export const incidentSteps = (world: World, incident: Incident): Step[] => {
  if (!world.manners.mine(incident)) return [];
  const notBefore = world.manners.notBefore(incident.id);
  return next(world, incident).map((step) => ({ ...step, at: Math.max(step.at, notBefore) }));
};
