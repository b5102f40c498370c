import type { Escalation } from '@concord/domain';
import type { World } from '../world/world';
import type { Step } from './step';
import { MINUTE, after } from './step';

/** Synthetic: somebody who was called takes it on, some minutes after the last step. */
export const escalationSteps = (world: World, escalation: Escalation): Step[] => {
  const last = escalation.steps.at(-1);
  if (!last || escalation.ownedBy !== null || escalation.resolvedAt !== null) return [];
  // Nurses answer by saying how their place is, not by taking the alarm on.
  const persona = last.called
    .filter(({ duty }) => duty !== 'suite-nurse')
    .map(({ who }) => world.cast.personaOf(who.userId))
    .find((key) => key !== undefined);
  if (!persona) return [];
  const about = escalation.incidentRef ?? world.mirror.get('place', escalation.subject)?.name ?? '';
  const name = `${about}/${escalation.clock.label}/${escalation.steps.length}`;
  const courtesy = world.manners.courtesy('escalation', name) ?? 0;
  return [
    {
      at: after(world, last.firedAt, [1, 3, 9, 20], name, 'owns') + courtesy * MINUTE,
      act: {
        kind: 'call',
        route: 'ownEscalation',
        as: persona,
        params: { areaId: escalation.areaId, escalationId: escalation.id },
        body: {},
      },
    },
  ];
};
