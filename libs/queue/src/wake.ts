import { setTimeout as pause } from 'node:timers/promises';

import type { AreaMoved, Wake } from '@concord/coordination';

import type { QueueAddress } from './bull-link';
import { inWords, type Log } from './outage';
import { openPostgresChannel } from './postgres-channel';
import { openRedisChannel } from './redis-channel';

/** Messages between processes, carried at most once. `publish` rejects when they could not be handed over. */
export interface Channel {
  publish(messages: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

const BETWEEN_SENDS_MS = 5;
const RETRY_MS = 100;

/**
 * Says and hears that areas have moved on. Listeners in this process hear at once; other processes hear through
 * PostgreSQL or Redis, at most one message per area every 5 ms, the latest revision winning. While the channel is
 * down the latest revision of each area is kept and sent when it is back.
 */
export function connectWake({ databaseUrl, redisUrl, log }: QueueAddress & { log: Log }): Wake {
  const listeners = new Set<AreaMoved>();
  const toldHere = new Map<string, number>();
  const unsent = new Map<string, number>();
  let sending: Promise<void> | undefined;
  let closed = false;
  const channel = redisUrl
    ? openRedisChannel(redisUrl, heard, log)
    : openPostgresChannel(databaseUrl, heard, log);

  const tell: AreaMoved = (areaId, revision, written) => {
    for (const listener of listeners) {
      try {
        listener(areaId, revision, written);
      } catch (error) {
        log(`a listener to area ${areaId} failed at revision ${revision}: ${inWords(error)}`);
      }
    }
  };

  function heard(message: string): void {
    const [areaId, digits] = message.split(' ');
    const revision = Number(digits);
    if (!areaId || !Number.isSafeInteger(revision)) return;
    // Both channels also deliver to their sender, whose listeners have long been told.
    if (revision > (toldHere.get(areaId) ?? -1)) tell(areaId, revision);
  }

  async function sendAll(): Promise<void> {
    while (unsent.size > 0 && !closed) {
      const batch = [...unsent];
      unsent.clear();
      try {
        await channel.publish(batch.map(([areaId, revision]) => `${areaId} ${revision}`));
        await pause(BETWEEN_SENDS_MS);
      } catch {
        // The channel has logged its outage and is reconnecting.
        for (const [areaId, revision] of batch) if (!unsent.has(areaId)) unsent.set(areaId, revision);
        await pause(RETRY_MS);
      }
    }
    sending = undefined;
  }

  return {
    areaMoved(areaId, revision, written) {
      if (closed || revision <= (toldHere.get(areaId) ?? -1)) return;
      toldHere.set(areaId, revision);
      unsent.set(areaId, revision);
      sending ??= sendAll();
      tell(areaId, revision, written);
    },
    onAreaMoved(listener) {
      // Wrapped, so that a function registered twice is called twice and removed once.
      const own: AreaMoved = (...moved) => listener(...moved);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    async close() {
      closed = true;
      await channel.close();
      await sending;
      listeners.clear();
    },
  };
}
