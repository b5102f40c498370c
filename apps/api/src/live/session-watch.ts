import type { Identity, SessionKey } from '@concord/postgres';
import type { LiveSocket } from './live-socket';
import { interrupt, signOut } from './live-socket';

/**
 * Asks once for all connected sessions whether they are still open and their people's duties still
 * the same. Every second, so that a session ended anywhere is cut here within one.
 */
export const checkSessions = async (
  sessions: Pick<Identity['sessions'], 'stillOpen'>,
  sockets: readonly LiveSocket[],
): Promise<void> => {
  const keys = new Set<SessionKey>(sockets.map(({ data }) => data.sessionKey));
  if (keys.size === 0) return;
  const open = await sessions.stillOpen([...keys]);
  for (const socket of sockets) {
    const dutiesVersion = open.get(socket.data.sessionKey);
    if (dutiesVersion === undefined) signOut(socket);
    else if (dutiesVersion !== socket.data.dutiesVersion) interrupt(socket);
  }
};
