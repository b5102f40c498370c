import type { Incident, Rota } from '@concord/domain';
import { climb, deadlinesOf } from '@concord/domain';
import type { AreaTransaction, Timer } from '../ports';
import { agreementOf } from './agreement-of';
import { isAbout, keyOf } from './deadline-timer';
import { ladderSubject, notificationsFor } from './notify';
import { saveEscalation } from './save-escalation';
import { callsOf } from './whom-to-call';

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
  const calls = await callsOf(tx, incident, deadline, deadlines, rotas);
  const escalation = climb(
    existing,
    tx.newId(),
    { areaId, incidentId, incidentRef, placeId: null },
    { deadline, armedAt: timer.armedAt, firedAt: tx.now, calls },
  );
  await saveEscalation(tx, escalation, existing);
  const { channels } = calls;
  for (const notification of notificationsFor(tx, escalation, ladderSubject(escalation), channels))
    await tx.put('notification', notification);
};
