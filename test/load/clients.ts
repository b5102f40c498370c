import { io } from 'socket.io-client';

/**
 * A process of its own that holds the subscribers, so that reading does not compete with serving.
 * Told `[address, cookies, areaId, count]`, the clients sharing the cookies evenly; answers "ready", then every receipt as [client, sequence, ms].
 */
const [address = '', cookies = '', areaId = '', count = '1'] = process.argv.slice(2);
const sessions = cookies.split('|');
const stamp = () => performance.timeOrigin + performance.now();
const receipts: [number, number, number][] = [];

const subscribe = async (client: number): Promise<void> => {
  const cookie = sessions[client % sessions.length] ?? '';
  const socket = io(address, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie } });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
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
