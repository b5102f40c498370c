import type { Room, Rota, StatusDeadline } from '@concord/domain';
import { climb, isUntold, minutesBetween } from '@concord/domain';
import { notificationsFor } from '../escalation/notify';
import { saveEscalation } from '../escalation/save-escalation';
import { callsAboutPlace } from '../escalation/whom-to-call';
import type { AreaTransaction, Timer } from '../ports';
import type { Site } from './align-status-clock';
import { alignStatusClock, openRunOf, siteOf, statusDeadlinesOf } from './align-status-clock';

const subjectFor = (
  { name, telephone }: Site,
  { point, anchorAt, dueAt }: StatusDeadline,
  rooms: readonly Room[],
): string => {
  if (rooms.some(({ observed }) => isUntold(observed)))
    return point === 'confirm'
      ? `${name}: please tell the state of each room, nothing has been said yet`
      : `${name}: status unknown, nothing has been said yet. Ring ${telephone}`;
  const age = Math.round(minutesBetween(anchorAt, dueAt));
  return point === 'confirm'
    ? `${name}: please confirm its status, ${age} min old`
    : `${name}: status unknown, not confirmed for ${age} min. Ring ${telephone}`;
};

/** A status has grown old: whoever answers for the place is asked, or its manager told that nobody knows. */
export const climbStatusClock = async (
  tx: AreaTransaction,
  timer: Timer,
  rotas: readonly Rota[],
): Promise<void> => {
  const place = await siteOf(tx, timer.placeId ?? '');
  if (!place) throw new Error(`timer ${timer.id} is about a missing place`);
  if (timer.point.startsWith('agreement/')) return alignStatusClock(tx, place, timer.dueAt);
  const deadline = (await statusDeadlinesOf(tx, place)).find(({ point }) => point === timer.point);
  if (!deadline)
    throw new Error(`timer ${timer.point} of ${place.name} is armed, but nothing of it grows old`);
  const about = { areaId: tx.areaId, incidentId: null, incidentRef: null, placeId: place.id };
  const run = await openRunOf(tx, place.id);
  const escalation = climb(run, tx.newId(), about, {
    deadline,
    armedAt: timer.armedAt,
    firedAt: tx.now,
    calls: callsAboutPlace(tx, place, deadline, rotas),
  });
  await saveEscalation(tx, escalation, run);
  const subject = subjectFor(place, deadline, await tx.list('room', { placeId: place.id }));
  for (const notification of notificationsFor(tx, escalation, subject))
    await tx.put('notification', notification);
};
