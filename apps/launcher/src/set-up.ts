import { say } from '../bootstrap/progress.mjs';
import type { Options } from './options';
import { prepareData } from './prepare-data';

/**
 * Prepares the database of a deployment whose processes are run by something else: its tables, its
 * queue and, when a file is given, an area with its people. Run it before the api and the worker.
 */
export async function setUp(options: Options): Promise<void> {
  const databaseUrl = process.env['DATABASE_URL'];
  if (!databaseUrl) throw new Error('DATABASE_URL is not set: set-up prepares the database it names.');
  await prepareData(databaseUrl, { demo: false, areaFile: options.areaFile });
  say('The database is ready.');
}
