import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { AreaClock, Store, Wake } from '@concord/coordination';
import type { Identity } from '@concord/postgres';
import { Server } from 'socket.io';
import { originAllowed } from '../identity/origin';
import { tokenIn, windowName } from '../identity/session-cookie';
import type { CutOff, VitalSigns } from '../parts';
import { isUnavailable } from '../unavailable';
import { backPressure } from './back-pressure';
import type { LiveServer, LiveSocket } from './live-socket';
import { dismiss, interrupt, signOut } from './live-socket';
import { messageRate } from './message-rate';
import { sendPulse } from './pulse';
import { repeat } from './repeat';
import { checkSessions } from './session-watch';
import { Tailer } from './tailer';
import { onWatch } from './watch';

export interface LiveParts {
  readonly store: Store;
  readonly clock: AreaClock;
  readonly identity: Identity;
  readonly wake: Wake;
  readonly vitalSigns: VitalSigns;
  readonly origins: readonly string[];
  readonly failed: (error: unknown) => void;
}

const PULSE_MS = 2000;
/** Twice within the second in which a session that has ended must be cut. */
const CHECK_SESSIONS_MS = 500;
const CHECK_BUFFERS_MS = 1000;
const MOST_BYTES_IN = 64 * 1024;
const MOST_PER_SESSION = 30;

export interface Live {
  readonly tailer: Tailer;
  /** Ends the connections of one session at once. */
  readonly cutOff: CutOff;
  close(): void;
}

/** The live edge on the server's own port: who may connect, what they may say, and what they are told. */
export const attachLive = (http: HttpServer, parts: LiveParts): Live => {
  let closing = false;
  const io: LiveServer = new Server(http, {
    serveClient: false,
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: MOST_BYTES_IN,
    perMessageDeflate: false,
    httpCompression: false,
    connectTimeout: 5_000,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    allowRequest: (request: IncomingMessage, decide) =>
      decide(null, !closing && originAllowed(request.headers, parts.origins)),
  });
  const sockets = (): LiveSocket[] => [...io.sockets.sockets.values()];
  const tailer = new Tailer({
    ...parts,
    emit: (room, change) => io.to(room).emit('board.change.v1', change),
  });

  io.use((socket, next) => {
    identify(parts.identity, socket, sockets()).then(
      (refusal) => next(refusal === undefined ? undefined : new Error(refusal)),
      (error: unknown) => {
        parts.failed(error);
        // A refusal would tell the client to give up; a broken line tells it to try again.
        if (isUnavailable(error)) socket.conn.close();
        else next(new Error('fault'));
      },
    );
  });

  io.on('connection', (socket) => {
    const mayTalk = messageRate();
    socket.conn.on('packet', ({ type }) => {
      if (type === 'message' && !mayTalk()) dismiss(socket);
    });
    socket.on('board.watch.v1', onWatch({ ...parts, tailer }, socket));
    socket.on('disconnect', () => tailer.leave(socket.id));
  });

  const holdsTooMuch = backPressure();
  const stops = [
    repeat(PULSE_MS, parts.failed, () =>
      sendPulse({
        ...parts,
        tailer,
        emit: (rooms, pulse) => io.to([...rooms]).emit('board.pulse.v1', pulse),
      }),
    ),
    repeat(CHECK_SESSIONS_MS, parts.failed, () => checkSessions(parts.identity.sessions, sockets())),
    repeat(CHECK_BUFFERS_MS, parts.failed, async () => sockets().filter(holdsTooMuch).forEach(interrupt)),
  ];

  return {
    tailer,
    cutOff: (session) =>
      sockets()
        .filter(({ data }) => data.sessionKey === session)
        .forEach(signOut),
    close: () => {
      closing = true;
      tailer.stop();
      for (const stop of stops) stop();
      io.engine.close();
    },
  };
};

/** Who connects, by the same cookie as any request; why not, when they may not. */
const identify = async (
  { sessions }: Identity,
  socket: LiveSocket,
  others: readonly LiveSocket[],
): Promise<string | undefined> => {
  const { headers, auth } = socket.handshake;
  const token = tokenIn(headers.cookie, windowName(auth['window']));
  const signedIn = token === undefined ? undefined : await sessions.find(token);
  if (!signedIn) return 'not-signed-in';
  const { sessionKey, person } = signedIn;
  if (others.filter(({ data }) => data.sessionKey === sessionKey).length >= MOST_PER_SESSION)
    return 'too-many-attempts';
  socket.data = { sessionKey, userId: person.userId, dutiesVersion: person.dutiesVersion };
  return undefined;
};
