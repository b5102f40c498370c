import type { ResourceState, TriageResource } from '@concord/domain';
import { resourceMoves } from '@concord/domain';

/** What a crew in each state most often says next. */
const usual: Readonly<Record<ResourceState, ResourceState>> = {
  'off-duty': 'available',
  available: 'en-route',
  'en-route': 'on-scene',
  'on-scene': 'conveying',
  conveying: 'available',
  advising: 'available',
  unavailable: 'available',
};

/** The state for the one large button, and the rest: all of them from the table of moves. */
export const nextStates = (
  car: TriageResource,
): { next: ResourceState | undefined; others: ResourceState[] } => {
  const moves = resourceMoves(car);
  const next = moves.includes(usual[car.state]) ? usual[car.state] : moves[0];
  return { next, others: moves.filter((state) => state !== next) };
};
