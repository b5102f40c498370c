import type { ClientToServer, ServerToClient } from '@concord/contracts';
import type { SessionKey } from '@concord/postgres';
import type { Server, Socket } from 'socket.io';

export interface LiveData {
  sessionKey: SessionKey;
  userId: string;
  /** Of when they connected: a connection whose person's duties have changed since is closed. */
  dutiesVersion: number;
}

type NoEvents = Record<string, never>;

export type LiveServer = Server<ClientToServer, ServerToClient, NoEvents, LiveData>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, NoEvents, LiveData>;

/** Ends it as a lost network would: the client comes back by itself and resumes by revision. */
export const interrupt = (socket: LiveSocket): void => {
  socket.conn.close();
};

/** Ends it for good: the client does not come back until its person does something. */
export const dismiss = (socket: LiveSocket): void => {
  socket.disconnect(true);
};

export const signOut = (socket: LiveSocket): void => {
  socket.emit('board.signed-out.v1');
  dismiss(socket);
};
