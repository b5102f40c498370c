import { createServer } from 'node:net';

/** A range of ports: the first is the usual one. */
export interface PortRange {
  first: number;
  last: number;
}

export const servicePorts: PortRange = { first: 4100, last: 4199 };
/** Where the console's own server listens in development. */
export const consolePorts: PortRange = { first: 4200, last: 4299 };

/** The port to serve on, and, when it is not the usual one, why. */
export interface ChosenPort {
  port: number;
  because?: string;
}

/**
 * A port named by the user is taken or refused, never exchanged for another: bookmarks and firewall
 * rules depend on it. The default moves on to the next free one.
 */
export async function choosePort(asked: number | undefined, { first, last }: PortRange): Promise<ChosenPort> {
  if (asked !== undefined) {
    const obstacle = await obstacleTo(asked);
    if (!obstacle) return { port: asked };
    throw new Error(
      obstacle === 'EACCES'
        ? `Port ${asked} needs rights this user does not have. Choose one from 1024 up: npm start -- --port ${first}`
        : `Port ${asked} is in use by another program. Stop that program, or choose another port: npm start -- --port ${asked + 1}`,
    );
  }
  for (let port = first; port <= last; port += 1) {
    if (await obstacleTo(port)) continue;
    return port === first
      ? { port }
      : { port, because: `Port ${first} is in use by another program: using ${port}.` };
  }
  throw new Error(`No port from ${first} to ${last} is free. Name one: npm start -- --port NUMBER`);
}

// Both loopback addresses: browsers may take "localhost" for ::1, where another program could sit.
async function obstacleTo(port: number): Promise<string | undefined> {
  const obstacle = await bindingError(port, '127.0.0.1');
  if (obstacle) return obstacle;
  return (await bindingError(port, '::1')) === 'EADDRINUSE' ? 'EADDRINUSE' : undefined;
}

function bindingError(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}
