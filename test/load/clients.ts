import { io } from 'socket.io-client';

/**
 * A process of its own that holds the subscribers, so that reading does not compete with serving.
 * Told `[address, cookie, areaId, count]`; answers "ready", then every receipt as [client, sequence, ms].
 */
const [address = '', cookie = '', areaId = '', count = '1'] = process.argv.slice(2);
const stamp = () => performance.timeOrigin + performance.now();
const receipts: [number, number, number][] = [];

const subscribe = async (client: number): Promise<void> => {
  const socket = io(address, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie } });
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  socket.on(
    'board.change.v1',
    (change: { revision: number }) => void receipts.push([client, change.revision, stamp()]),
  );
  if (areaId) await socket.emitWithAck('board.watch.v1', { areaId, epoch: null, revision: null });
};

for (let client = 0; client < Number(count); client += 1) await subscribe(client);
process.on('message', (message) => {
  if (message === 'receipts') process.send?.(receipts);
});
process.send?.('ready');
