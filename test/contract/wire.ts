import { setTimeout as pause } from 'node:timers/promises';
import type { BoardSnapshot, ClientToServer, ServerToClient, WatchReply } from '@concord/contracts';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';

/** A bare connection to the live edge: nothing is applied, nothing is asked again. */
export type Wire = Socket<ServerToClient, ClientToServer>;

interface Manner {
  readonly headers?: Record<string, string>;
  readonly polling?: boolean;
  readonly window?: string;
}

const opened: Wire[] = [];

export const openWire = (
  address: string,
  cookie: string,
  { headers, polling, window }: Manner = {},
): Wire => {
  const wire: Wire = io(address, {
    extraHeaders: { cookie, ...headers },
    transports: [polling ? 'polling' : 'websocket'],
    reconnection: false,
    forceNew: true,
    ...(window ? { auth: { window } } : {}),
  });
  opened.push(wire);
  return wire;
};

export const closeWires = (): void => {
  for (const wire of opened.splice(0)) wire.disconnect();
};

/** "connected", or why not. */
export const connected = (wire: Wire): Promise<string> =>
  new Promise((resolve) => {
    wire.once('connect', () => resolve('connected'));
    wire.once('connect_error', (error) => resolve(error.message));
  });

/** Why the line was cut, if it was. */
export const cut = (wire: Wire, withinMs: number): Promise<string> =>
  Promise.race([
    new Promise<string>((resolve) => wire.once('disconnect', (reason) => resolve(reason))),
    pause(withinMs, 'still connected', { ref: false }),
  ]);

export const watchArea = (
  wire: Wire,
  areaId: string,
  known: { epoch: string | null; revision: number | null } = { epoch: null, revision: null },
): Promise<WatchReply> =>
  wire.emitWithAck('board.watch.v1', { areaId, epoch: known.epoch, revision: known.revision });

export const snapshotIn = (reply: WatchReply): BoardSnapshot => {
  if (reply.kind !== 'snapshot') throw new Error(`not a snapshot: ${JSON.stringify(reply).slice(0, 200)}`);
  return reply.snapshot;
};

export const expectSoon = async (holds: () => boolean, withinMs = 5000): Promise<void> => {
  const until = performance.now() + withinMs;
  while (!holds()) {
    if (performance.now() > until) throw new Error(`it did not come to that within ${withinMs} ms`);
    await pause(10);
  }
};
