import type { Deadline, Incident, Rota, StepCalls } from '@concord/domain';
import { callLadder, climb, deadlinesOf, holdersOf } from '@concord/domain';
import type { AreaTransaction, Timer } from '../ports';
import { agreementOf } from './agreement-of';
import { isAbout, keyOf } from './deadline-timer';
import { ladderSubject, notificationsFor } from './notify';
import { saveEscalation } from './save-escalation';

/** A step of a ladder, and those of the same run of the same clock that come after it. */
const stepsFrom = (deadline: Deadline, all: readonly Deadline[]): StepCalls[] => {
  const rest = all.filter(
    (other) => isAbout(other, deadline) && other.step.afterMinutes > deadline.step.afterMinutes,
  );
  return [deadline, ...rest].map(({ step }) => step);
};

const ofAgency = (rotas: readonly Rota[], agencyId: string | undefined): readonly Rota[] =>
  agencyId === undefined ? rotas : rotas.filter((rota) => rota.agencyId === agencyId);

/** The step that a timer was armed for, climbed: whom it calls is called. The incident is as its facts stood when it fell due. */
export const climbLadder = async (
  tx: AreaTransaction,
  timer: Timer,
  incident: Incident,
  rotas: readonly Rota[],
): Promise<void> => {
  const deadlines = deadlinesOf(incident, await agreementOf(tx, incident));
  const deadline = deadlines.find((wanted) => keyOf(wanted) === timer.point);
  if (!deadline)
    throw new Error(`timer ${timer.point} of ${incident.ref} is armed, but its facts no longer call for it`);
  const open = await tx.list('escalation', { incidentId: incident.id, subject: deadline.subject });
  const existing = open.find((escalation) => isAbout(escalation, deadline));
  const { areaId, id: incidentId, ref: incidentRef } = incident;
  const escalation = climb(
    existing,
    tx.newId(),
    { areaId, incidentId, incidentRef, placeId: null },
    {
      deadline,
      armedAt: timer.armedAt,
      firedAt: tx.now,
      calls: callLadder(stepsFrom(deadline, deadlines), (duty, agencyId) =>
        holdersOf(ofAgency(rotas, agencyId), duty, tx.now),
      ),
    },
  );
  await saveEscalation(tx, escalation, existing);
  const { channels } = deadline.step;
  for (const notification of notificationsFor(tx, escalation, ladderSubject(escalation), channels))
    await tx.put('notification', notification);
};
