import { setTimeout as pause } from 'node:timers/promises';
import { binariesFor, type Binaries } from './binaries';
import { ensureCluster, readPassword } from './cluster';
import { freePort } from './free-port';
import { claim, clearLeftovers, liveOwner, release, stopServer, type Owner } from './ownership';
import { ready, spawnServer, type ServerExit, type ServerProcess } from './server-process';
import { eraseHomes, filesOf, homesOf, prepareHome, type ServerHome } from './server-home';

export interface EmbeddedPostgresOptions {
  /** Directory for the data, the password and the ownership mark; made when missing. */
  dataDir: string;
  /** Loopback port; a free one when not given. */
  port?: number;
  /** postgresql.conf settings, e.g. `{ fsync: 'off' }` for throw-away data. */
  settings?: Record<string, string>;
  /** The server's own log, line by line. */
  log?: (line: string) => void;
  /** Slow or unusual steps, in words for the person who started it. */
  onProgress?: (message: string) => void;
}

export interface EmbeddedPostgres {
  /** Superuser's URL of the database `postgres`, on loopback. */
  url: string;
  port: number;
  pid: number;
  /** Fast shutdown, then harsher ones; resolves when the server is gone. */
  stop: () => Promise<void>;
  /** SIGKILL to the server and all its backends: a power cut, for fault tests. */
  kill: () => void;
  /** Resolves when the server has ended, for whatever reason. */
  exited: Promise<ServerExit>;
}

const attempts = 5;

/**
 * Starts a real PostgreSQL 18 server on 127.0.0.1 from the programs npm installed, making its
 * cluster on first use and recovering from whatever an earlier run left. Works as root too.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const onProgress = options.onProgress ?? (() => undefined);
  const home = await prepareHome(options.dataDir, onProgress);
  const owner = claim(home.ownerFile);
  if (owner) throw inUse(home.directory, owner);
  try {
    const binaries = await binariesFor(home.account, home.directory, onProgress);
    await clearLeftovers(home.data, onProgress);
    const durable = options.settings?.['fsync'] !== 'off';
    await ensureCluster(home, binaries, { durable, onProgress });
    return await startServer(home, binaries, options);
  } catch (error) {
    release(home.ownerFile);
    throw error;
  }
}

/**
 * Deletes the data of `dataDir`, wherever it was kept, stopping a server that outlived its owner.
 * Refuses while a live process holds it. Returns the directories deleted.
 */
export async function eraseEmbeddedPostgres(dataDir: string): Promise<string[]> {
  for (const directory of homesOf(dataDir)) {
    const files = filesOf(directory);
    const owner = liveOwner(files.ownerFile);
    if (owner) throw inUse(directory, owner);
    await clearLeftovers(files.data, () => undefined);
  }
  return eraseHomes(dataDir);
}

function inUse(directory: string, owner: Owner): Error {
  return new Error(`The database in ${directory} is in use by process ${owner.pid}: stop it first.`);
}

async function startServer(
  home: ServerHome,
  binaries: Binaries,
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const url = `postgres://postgres:${readPassword(home)}@127.0.0.1:${port}/postgres`;
    const server = spawnServer(home, binaries, {
      port,
      settings: options.settings ?? {},
      log: options.log ?? (() => undefined),
    });
    try {
      await ready(server, url, options.onProgress ?? (() => undefined));
      return handle(server, home, { url, port });
    } catch (error) {
      server.kill();
      await server.exited;
      const obstacle = obstacleIn(server.lastLines());
      const passing = obstacle === 'backends' || (obstacle === 'port' && !options.port);
      if (passing && attempt < attempts) {
        await pause(200 * attempt);
        continue;
      }
      if (obstacle === 'port') {
        throw new Error(`Port ${port} on 127.0.0.1 is in use by another program.`, { cause: error });
      }
      throw error;
    }
  }
}

// Two obstacles pass by themselves: backends of a killed server that are still ending, and a free
// port that another program took between our asking and PostgreSQL's binding.
function obstacleIn(log: string): 'backends' | 'port' | undefined {
  if (log.includes('pre-existing shared memory block')) return 'backends';
  if (log.includes('could not bind IPv4 address')) return 'port';
  return undefined;
}

function handle(
  server: ServerProcess,
  home: ServerHome,
  address: { url: string; port: number },
): EmbeddedPostgres {
  const exited = server.exited.then((exit) => {
    release(home.ownerFile);
    return exit;
  });
  return {
    ...address,
    pid: server.pid,
    exited,
    kill: server.kill,
    stop: async () => {
      if (!server.hasExited()) await stopServer(server.pid);
      await exited;
    },
  };
}
