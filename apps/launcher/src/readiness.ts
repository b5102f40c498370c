import { setTimeout as pause } from 'node:timers/promises';

/** Polls `GET /health/ready` until it answers 200, or until `abandoned`; false when abandoned. */
export async function untilReady(address: string, abandoned: () => boolean): Promise<boolean> {
  while (!abandoned()) {
    if (await answersReady(address)) return true;
    await pause(50);
  }
  return false;
}

async function answersReady(address: string): Promise<boolean> {
  try {
    const reply = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    await reply.arrayBuffer();
    return reply.status === 200;
  } catch {
    return false;
  }
}
