import type { ClientToServer, ServerToClient } from '@concord/contracts';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import { windowName } from '../api/window-name';
import type { Transport } from './live-client';

const ANSWER_WITHIN_MS = 8000;

/** The wire on socket.io: the session cookie goes with it, and which of them is this window's. */
export const createSocketTransport = (): Transport => {
  const socket: Socket<ServerToClient, ClientToServer> = io({
    forceNew: true,
    auth: (give) => give({ window: windowName() }),
    transports: ['websocket', 'polling'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 4000,
    // A handshake that hangs is given up long before socket.io's own 20 s, so that a returning line is used at once.
    timeout: 4000,
    randomizationFactor: 0.4,
  });
  const connectNow = () => {
    if (!socket.connected) socket.connect();
  };
  const onVisible = () => {
    if (document.visibilityState === 'visible') connectNow();
  };
  window.addEventListener('online', connectNow);
  document.addEventListener('visibilitychange', onVisible);

  return {
    watch: (ask) => socket.timeout(ANSWER_WITHIN_MS).emitWithAck('board.watch.v1', ask),
    listen: ({ connected, change, pulse, signedOut }) => {
      socket.on('connect', connected);
      socket.on('board.change.v1', change);
      socket.on('board.pulse.v1', pulse);
      socket.on('board.signed-out.v1', signedOut);
      if (socket.connected) connected();
    },
    renew: () => {
      socket.disconnect();
      socket.connect();
    },
    close: () => {
      window.removeEventListener('online', connectNow);
      document.removeEventListener('visibilitychange', onVisible);
      socket.close();
    },
  };
};
