import { notesOf, takeMessages } from '@concord/coordination';
import type { CourierParts } from '@concord/coordination';
import { createLoop, type Loop } from './loop';

/** Messages in hand at once, each with a provider that may take seconds to answer. */
const AT_ONCE = 50;
/** Kept free for messages of legal limits, whatever else waits for a slow provider. */
const KEPT_FOR_THE_LAW = 10;

interface CourierSettings extends CourierParts {
  readonly log: (message: string) => void;
  readonly everyMs: number;
}

/**
 * Hands over messages whose time has come, many at once and apart from the engine: a provider that does not
 * answer keeps one place here, and delays no timer. A wake-up makes it prompt, its own round makes it certain.
 */
export const createCourier = ({ log, everyMs, ...parts }: CourierSettings): Loop => {
  const note = notesOf(parts.store);
  const inHand = new Set<Promise<void>>();

  const keep = (delivery: Promise<void>): void => {
    const kept = delivery
      .catch((error: unknown) =>
        log(`a message could not be settled, and will be tried again: ${String(error)}`),
      )
      .finally(() => {
        const wasFull = inHand.size >= AT_ONCE - KEPT_FOR_THE_LAW;
        inHand.delete(kept);
        if (wasFull) loop.wake();
      });
    inHand.add(kept);
  };

  const turn = async (): Promise<void> => {
    for (;;) {
      const room = AT_ONCE - inHand.size;
      if (room <= 0) {
        await Promise.race(inHand);
        continue;
      }
      const taken = await (room > KEPT_FOR_THE_LAW
        ? takeMessages(parts, note, room - KEPT_FOR_THE_LAW)
        : takeMessages(parts, note, room, 'statutory'));
      if (taken.length === 0) return;
      taken.forEach(keep);
    }
  };

  const loop = createLoop({
    name: 'delivery of messages',
    turn,
    restMs: () => Promise.resolve(everyMs),
    retryMs: everyMs,
    log,
  });

  const nothingInHand = async (): Promise<void> => {
    while (inHand.size > 0) await Promise.all(inHand);
  };

  return {
    ...loop,
    stop: async () => {
      await loop.stop();
      await nothingInHand();
    },
    settle: async () => {
      for (let busy = true; busy;) {
        await loop.settle();
        busy = inHand.size > 0;
        await nothingInHand();
      }
    },
  };
};
