import { Redis } from 'ioredis';

import { within } from './deadline';
import { watchOutage, type Log } from './outage';
import type { Channel } from './wake';

const CHANNEL = 'concord_area_moved';
const PROBE_MS = 5_000;
const PATIENCE_MS = 2_000;

/** Redis pub/sub: one connection that listens (it may do nothing else) and one that speaks. */
export function openRedisChannel(redisUrl: string, heard: (message: string) => void, log: Log): Channel {
  const outage = watchOutage('wake-ups over Redis', log);
  const options = {
    // Without a connection, fail at once: the dispatcher keeps what is unsent, in coalesced form.
    enableOfflineQueue: false,
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    connectTimeout: PATIENCE_MS,
    retryStrategy: (times: number) => Math.min(20 * 2 ** times, 2_000),
  };
  const listening = new Redis(redisUrl, options);
  const speaking = new Redis(redisUrl, options);
  // Pub/sub ignores database numbers, so two installations in one Redis are told apart by the channel's name.
  const channel = `${CHANNEL}_${listening.options.db ?? 0}`;
  const bothWork = () => {
    if (listening.status === 'ready' && speaking.status === 'ready') outage.worked();
  };
  for (const client of [listening, speaking]) client.on('error', outage.failed);
  speaking.on('ready', bothWork);
  listening.on('ready', () => {
    listening.subscribe(channel).then(bothWork, outage.failed);
  });
  listening.on('message', (_channel, message) => heard(message));

  // A connection open at this end only never says so; an unanswered question shows it.
  const probe = setInterval(() => {
    for (const client of [listening, speaking]) {
      if (client.status !== 'ready') continue;
      within(PATIENCE_MS, 'an answer from Redis', client.ping()).catch((error: unknown) => {
        outage.failed(error);
        client.disconnect(true);
      });
    }
  }, PROBE_MS);

  return {
    async publish(messages) {
      const pipeline = speaking.pipeline();
      for (const message of messages) pipeline.publish(channel, message);
      const answers = await pipeline.exec();
      for (const [error] of answers ?? []) if (error) throw error;
    },
    close() {
      clearInterval(probe);
      listening.disconnect();
      speaking.disconnect();
      return Promise.resolve();
    },
  };
}
