import { setTimeout as pause } from 'node:timers/promises';

const pollMs = 50;
const explainAfterMs = 15_000;

/**
 * Polls `GET /health/ready` until it answers 200, or until `abandoned`; false when abandoned. A wait
 * that drags on is explained with the api's own words for what is missing.
 */
export async function untilReady(
  address: string,
  abandoned: () => boolean,
  say: (line: string) => void,
): Promise<boolean> {
  let explainAt = performance.now() + explainAfterMs;
  while (!abandoned()) {
    const obstacle = await obstacleTo(address);
    if (obstacle === undefined) return true;
    if (performance.now() > explainAt) {
      explainAt = performance.now() + explainAfterMs;
      say(`  Still waiting: ${obstacle}`);
    }
    await pause(pollMs);
  }
  return false;
}

async function obstacleTo(address: string): Promise<string | undefined> {
  try {
    const reply = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    const body: unknown = await reply.json().catch(() => undefined);
    return reply.status === 200 ? undefined : wordsOf(body, reply.status);
  } catch {
    return 'the api does not answer yet';
  }
}

function wordsOf(body: unknown, status: number): string {
  const failing = Object.entries((body ?? {}) as Record<string, { ok?: boolean; says?: string } | null>)
    .filter(([, part]) => part?.ok === false)
    .map(([name, part]) => `${name}: ${part?.says}`);
  return failing.join('; ') || `the api answers ${status}`;
}
