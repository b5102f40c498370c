import type { Incident, Refusal, Rota } from '@concord/domain';
import { refused } from '@concord/domain';
import { lapseOffer } from '../amhp/lapse-offer';
import { fireLending } from '../lending/fire-lending';
import { climbStatusClock } from '../place/climb-status-clock';
import { expireHold } from '../place/expire-hold';
import { settleRoomPromise } from '../place/room-promise-timer';
import type { AreaTransaction, Store, Timer, TimerKind } from '../ports';
import { climbLadder } from './climb-ladder';
import { ownerQuiet } from './owner-quiet';

/** Timers fired in one transaction: bounds how long an area is held when much is overdue. */
const BATCH = 50;

type Fire = (tx: AreaTransaction, timer: Timer, rotas: readonly Rota[]) => Promise<void>;

const ofIncident =
  (
    fire: (
      tx: AreaTransaction,
      timer: Timer,
      incident: Incident,
      rotas: readonly Rota[],
    ) => Promise<void | Refusal>,
  ): Fire =>
  async (tx, timer, rotas) => {
    const incident = timer.incidentId === null ? undefined : await tx.get('incident', timer.incidentId);
    if (!incident) throw new Error(`timer ${timer.id} is about a missing incident`);
    const refusal = await fire(tx, timer, incident, rotas);
    if (refused(refusal)) throw new Error(`timer ${timer.point} of ${incident.ref}: ${refusal.message}`);
  };

const handlers: Readonly<Record<TimerKind, Fire>> = {
  deadline: ofIncident(climbLadder),
  'hold-expiry': ofIncident((tx, timer, incident) => expireHold(tx, timer.subject, incident)),
  'offer-answer': ofIncident((tx, timer, incident) => lapseOffer(tx, timer.subject, incident)),
  'place-status': climbStatusClock,
  'room-promise': (tx, { subject }) => settleRoomPromise(tx, subject),
  lending: (tx, { subject, point }) => fireLending(tx, subject, point),
  'owner-quiet': ownerQuiet,
};

/** Fires one batch, telling `trying` which timer is in hand; returns how many fired. */
const fireBatch = (
  store: Store,
  areaId: string,
  except: readonly string[],
  trying: (id: string) => void,
): Promise<number | Refusal> =>
  store.change(areaId, null, { name: 'fire-due-timers' }, async (tx) => {
    const due = await tx.dueTimers(BATCH, except);
    if (due.length === 0) return 0;
    const rotas = await tx.list('rota', {});
    // All at once, where each firing would ask for its own.
    await tx.list('incident', { id: due.flatMap(({ incidentId }) => incidentId ?? []) });
    let count = 0;
    for (const { id } of due) {
      trying(id);
      // An earlier firing in this batch may have cancelled or moved this one.
      const timer = await tx.armedTimer(id);
      if (!timer || timer.dueAt > tx.now) continue;
      await tx.markFired(timer.id);
      await handlers[timer.kind](tx, timer, rotas);
      count += 1;
    }
    return count;
  });

/**
 * Fires all that is due in one area, under its lock and by the database's clock. The queue's jobs,
 * the sweep and a late start all come through here, so each timer fires once, in order, whoever asks.
 * Returns how many fired. A timer that cannot fire holds up no other: the rest fire first, then this
 * throws, so that the engine's heart stops beating and the consoles say so.
 */
export const fireDueTimers = async (store: Store, areaId: string): Promise<number> => {
  const broken = new Map<string, unknown>();
  for (let fired = 0; ;) {
    let inHand: string | undefined;
    try {
      const batch = await fireBatch(store, areaId, [...broken.keys()], (id) => (inHand = id));
      if (refused(batch) || batch === 0) {
        if (broken.size > 0)
          throw new AggregateError(
            broken.values(),
            `${broken.size} timers cannot fire: ${String([...broken.values()][0])}`,
          );
        return fired;
      }
      fired += batch;
    } catch (error) {
      if (inHand === undefined || broken.has(inHand)) throw error;
      broken.set(inHand, error);
    }
  }
};
