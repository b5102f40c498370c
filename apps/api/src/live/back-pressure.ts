import type { LiveSocket } from './live-socket';

const MOST_BUFFERED = 1024 * 1024;
/** At this much there is no waiting whether it drains. */
const FAR_TOO_MUCH = 4 * MOST_BUFFERED;
/** A large board on a slow line is above the limit for a moment; a stopped reader stays there. */
const CHECKS_ALLOWED = 3;

const sizeOf = (data: unknown): number =>
  typeof data === 'string' ? data.length : Buffer.isBuffer(data) ? data.byteLength : 0;

/** Engine.IO keeps its queue private; its length in bytes is the one thing that tells a stopped reader. */
interface Buffers {
  readonly writeBuffer: readonly { readonly data?: unknown }[];
  readonly transport: { readonly socket?: { readonly bufferedAmount?: number } };
}

/** Bytes that the server holds for a client which does not read them: Engine.IO's queue and the WebSocket's own. */
export const bufferedFor = (socket: Pick<LiveSocket, 'conn'>): number => {
  const { writeBuffer, transport } = socket.conn as unknown as Buffers;
  return writeBuffer.reduce((sum, { data }) => sum + sizeOf(data), transport.socket?.bufferedAmount ?? 0);
};

/** Looked at every second: true when this client holds so much, for so long, that it must be let go. */
export const backPressure = (): ((socket: LiveSocket) => boolean) => {
  const over = new WeakMap<LiveSocket, number>();
  return (socket) => {
    const buffered = bufferedFor(socket);
    const times = buffered > MOST_BUFFERED ? (over.get(socket) ?? 0) + 1 : 0;
    over.set(socket, times);
    return times >= CHECKS_ALLOWED || buffered > FAR_TOO_MUCH;
  };
};
