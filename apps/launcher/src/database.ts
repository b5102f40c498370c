import { setTimeout as pause } from 'node:timers/promises';
import {
  createDatabase,
  eraseEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '@concord/postgres';
import type { ChildLog } from './child-log';

/** The database everything else uses. */
export interface Database {
  url: string;
  stop: () => Promise<void>;
  kill: () => void;
}

const restartMs = 1_000;

/**
 * Starts the embedded server and keeps it running on one port: if it dies it is started again, and
 * the api and the worker reconnect to it by themselves.
 */
export async function openEmbeddedDatabase(options: {
  dataDir: string;
  settings?: Record<string, string>;
  log: ChildLog;
  say: (line: string) => void;
}): Promise<Database> {
  const { dataDir, settings, log, say } = options;
  let wanted = true;
  let server: EmbeddedPostgres;

  const start = async (port?: number): Promise<EmbeddedPostgres> => {
    const started = await startEmbeddedPostgres({
      dataDir,
      port,
      settings,
      log: log.write,
      onProgress: (message) => say(`  ${message}`),
    });
    void started.exited.then(({ code, signal }) => {
      if (wanted)
        void restart(started.port, signal ? `killed by ${signal}` : `exit code ${code ?? 'unknown'}`);
    });
    return started;
  };

  const restart = async (port: number, how: string): Promise<void> => {
    say(`The database stopped unexpectedly (${how}). Starting it again. Log: ${log.file}`);
    while (wanted) {
      try {
        server = await start(port);
        if (!wanted) await server.stop();
        else say('The database has been started again.');
        return;
      } catch (error) {
        say(`The database could not be started: ${error instanceof Error ? error.message : String(error)}`);
        await pause(restartMs);
      }
    }
  };

  server = await start();
  return {
    url: await createDatabase(server.url, 'concord'),
    stop: async () => {
      wanted = false;
      await server.stop();
    },
    kill: () => {
      wanted = false;
      server.kill();
    },
  };
}

/** Deletes the embedded database; returns what to tell the user. */
export async function resetDatabase(dataDir: string): Promise<string> {
  const erased = await eraseEmbeddedPostgres(dataDir);
  return erased.length > 0
    ? `Deleted the database in ${erased.join(' and ')}.`
    : 'There was no database to delete.';
}
