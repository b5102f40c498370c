import type { Agreement, Alternative, Escalation, Instant, Place, StatusDeadline } from '@concord/domain';
import {
  alternativeDeadlines,
  isAlternative,
  isOverdue,
  STATUS_POINTS,
  statusDeadlines,
} from '@concord/domain';
import { agreementNow } from '../area/agreement-in-force';
import { saveEscalation } from '../escalation/save-escalation';
import type { AreaTransaction, Timer } from '../ports';

/** A place of safety or an alternative to detention: what says of itself how it is. */
export type Site = Place | Alternative;

/** Whichever of the two has this id. */
export const siteOf = async (tx: AreaTransaction, id: string): Promise<Site | undefined> =>
  (await tx.get('place', id)) ?? (await tx.get('alternative', id));

/** What a site's own word now calls for, under the agreement in force. */
export const statusDeadlinesOf = async (tx: AreaTransaction, site: Site): Promise<StatusDeadline[]> => {
  const [{ freshness }, rooms] = await Promise.all([
    agreementNow(tx),
    isAlternative(site) ? [] : tx.list('room', { placeId: site.id }),
  ]);
  return isAlternative(site)
    ? alternativeDeadlines(site, freshness)
    : statusDeadlines(site, rooms, freshness);
};

/** The one escalation of a place that has not ended. */
export const openRunOf = async (tx: AreaTransaction, placeId: string): Promise<Escalation | undefined> =>
  (await tx.list('escalation', { placeId, resolvedAt: null }))[0];

/**
 * Within a run, while something of the place is overdue, a step that was fired is fired again only for a
 * time still to come: whoever sets one room right is not asked at once about the next. Out of a run nothing
 * has been fired.
 */
const needsArming = (
  { dueAt }: StatusDeadline,
  timer: Timer | undefined,
  inRun: boolean,
  now: string,
): boolean => {
  if (!timer || timer.state === 'cancelled') return true;
  if (timer.state === 'armed') return timer.dueAt !== dueAt;
  return !inRun || (timer.dueAt !== dueAt && dueAt > now);
};

/** A run ends when nothing of the place is overdue; until then it says how bad it is, and since when. */
const alignRun = async (
  tx: AreaTransaction,
  run: Escalation,
  deadlines: readonly StatusDeadline[],
): Promise<boolean> => {
  if (!isOverdue(deadlines, tx.now)) {
    await saveEscalation(tx, { ...run, resolvedAt: tx.now }, run);
    return false;
  }
  const level = deadlines.some((deadline) => deadline.level === 'over' && deadline.dueAt <= tx.now)
    ? run.level
    : 'due';
  const startedAt = deadlines[0]?.anchorAt ?? run.startedAt;
  if (level !== run.level || startedAt !== run.startedAt)
    await saveEscalation(tx, { ...run, level, startedAt }, run);
  return true;
};

/**
 * Brings the timers and the alarm of a site into line with what it has said, in the transaction that
 * changed it or the agreement in force; `since` is when that was so, where the engine was away and comes late.
 */
export const alignStatusClock = async (
  tx: AreaTransaction,
  site: Site,
  since: Instant = tx.now,
): Promise<void> => {
  const placeId = site.id;
  // Asked in one go: every word of every site comes through here, under the area's lock.
  const [deadlines, run, known] = await Promise.all([
    statusDeadlinesOf(tx, site),
    openRunOf(tx, placeId),
    tx.timers({ placeId }, 'place-status'),
  ]);
  const inRun = run ? await alignRun(tx, run, deadlines) : false;
  const timers = new Map(known.map((timer) => [timer.point, timer]));
  await tx.armTimers(
    deadlines
      .filter((deadline) => needsArming(deadline, timers.get(deadline.point), inRun, tx.now))
      .map(({ point, anchorAt, dueAt }) => ({
        placeId,
        kind: 'place-status',
        subject: placeId,
        point,
        anchorAt,
        dueAt,
        armedAt: since,
      })),
  );
  const points = new Set<string>(STATUS_POINTS);
  const armed = [...timers.values()].filter(({ state, point }) => state === 'armed' && points.has(point));
  if (deadlines.length === 0) await tx.cancelTimers(armed.map(({ id }) => id));
};

/**
 * A version that is to come into force governs every site at that instant: their clocks are aligned anew
 * then. A neighbour's place has its clock in its own area.
 */
export const alignPlacesWhenInForce = async (tx: AreaTransaction, agreement: Agreement): Promise<void> =>
  tx.armTimers(
    [...(await tx.list('place', { lentBy: null })), ...(await tx.list('alternative', {}))].map(
      ({ id: placeId }) => ({
        placeId,
        kind: 'place-status',
        subject: placeId,
        point: `agreement/${agreement.id}`,
        anchorAt: tx.now,
        dueAt: agreement.effectiveFrom,
      }),
    ),
  );
