import { Redis } from 'ioredis';

import { inWords } from './outage';

/**
 * What is wrong with this Redis for our purpose, in words for the person who runs it; empty when nothing is.
 * Never rejects: a Redis that cannot be reached is a warning too, since losing it costs promptness only.
 */
export async function checkRedis(redisUrl: string): Promise<string[]> {
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: 2_000,
    commandTimeout: 2_000,
    retryStrategy: null,
  });
  let refusal: unknown;
  redis.on('error', (error) => (refusal = error));
  try {
    await redis.connect();
    // INFO rather than CONFIG GET, which hosted Redis services forbid.
    return judge(await redis.info());
  } catch (error) {
    return [
      `Redis cannot be asked how it is set up (${inWords(refusal ?? error)}); while it is out of reach, timers are found by the sweep alone.`,
    ];
  } finally {
    if (redis.status !== 'end') redis.disconnect();
  }
}

function judge(info: string): string[] {
  const setting = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  const warnings: string[] = [];
  const policy = setting('maxmemory_policy');
  if (policy !== 'noeviction') {
    warnings.push(
      `Redis maxmemory-policy is ${policy ?? 'unknown'}; set noeviction, or a full Redis silently drops armed timers.`,
    );
  }
  if (setting('aof_enabled') !== '1') {
    warnings.push('Redis appendonly is off; set it to yes, or a Redis restart forgets every armed timer.');
  }
  const hz = Number(setting('configured_hz') ?? setting('hz'));
  if (!(hz >= 100)) {
    warnings.push(
      `Redis hz is ${hz || 'unknown'}; set 100, or BullMQ notices a due timer up to ${hz ? Math.round(1000 / hz) : 100} ms late.`,
    );
  }
  return warnings;
}
