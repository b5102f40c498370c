import { readFileSync } from 'node:fs';
import { areaDefinition, type AreaDefinition } from '@concord/contracts';
import { harrowdaleAndVale, lendInDemo, tarnhithe } from '@concord/coordination';
import { dataSourceFor, migrate, PostgresClock, PostgresStore, seedArea } from '@concord/postgres';
import { ensureQueueSchema } from '@concord/queue';
import { z } from 'zod';
import { say, step } from '../bootstrap/progress.mjs';
import { addDemoContacts } from './demo-contacts';

/** What the database should hold besides its tables. */
export interface Contents {
  demo: boolean;
  /** When a new demo area's time begins; it stands still until somebody lets it run. */
  demoStartsAt?: string;
  /** A file that describes an area to set up: `areaDefinition` as JSON. */
  areaFile?: string;
}

/**
 * Brings the database up to this version's tables and sets up the areas asked for. What is there
 * already is left alone, so this runs on every start. Returns how many areas there are then.
 */
export async function prepareData(
  databaseUrl: string,
  { demo, demoStartsAt, areaFile }: Contents,
): Promise<number> {
  const area = areaFile ? readArea(areaFile) : undefined;
  const { applied } = await step('Preparing the tables', () => reached(databaseUrl, migrate(databaseUrl)));
  if (applied.length > 0) say(`  Prepared the tables (${applied.length} migrations).`);
  if (demo && applied.length > 0 && (await hasDemo(databaseUrl))) {
    say('  The demo area was made by an earlier version and is kept as it was.');
    say('  To make it anew, with all that is new in it: npm start -- --reset');
  }
  // With Redis the queue lives there.
  if (!process.env['REDIS_URL']) {
    await step('Preparing the queue', () => ensureQueueSchema(databaseUrl));
  }
  if (demo) await step('Setting up the demo area', () => setUpDemo(databaseUrl, demoStartsAt));
  if (area) {
    await step(`Setting up ${area.area.name}`, () => seedArea(databaseUrl, area));
    say(`  ${area.area.name} is set up.`);
  }
  return countAreas(databaseUrl);
}

/** An area that has been lived in goes on from the last thing that happened in it, whenever that was. */
async function setUpDemo(databaseUrl: string, startAt: string | undefined): Promise<void> {
  const borrower = await seedArea(databaseUrl, harrowdaleAndVale, { startAt });
  const lender = await seedArea(databaseUrl, tarnhithe);
  const source = await dataSourceFor(databaseUrl, { connections: 1, name: 'concord-launcher' }).initialize();
  try {
    await lendInDemo(new PostgresStore(source), lender, borrower);
    for (const { people } of [borrower, lender]) await addDemoContacts(source, people);
    await new PostgresClock(source).set('1970-01-01T00:00:00.000Z', 0);
  } finally {
    await source.destroy();
  }
}

async function reading<Result>(
  databaseUrl: string,
  read: (store: PostgresStore) => Promise<Result>,
): Promise<Result> {
  const source = await dataSourceFor(databaseUrl, { connections: 1, name: 'concord-launcher' }).initialize();
  try {
    return await read(new PostgresStore(source));
  } finally {
    await source.destroy();
  }
}

const countAreas = (databaseUrl: string): Promise<number> =>
  reading(databaseUrl, async (store) => (await store.heads()).size);

const hasDemo = (databaseUrl: string): Promise<boolean> =>
  reading(databaseUrl, async (store) => {
    const ids = [...(await store.heads()).keys()];
    const areas = await Promise.all(ids.map((id) => store.get(id, 'area', id)));
    return areas.some((area) => area?.demo);
  });

async function reached<Result>(databaseUrl: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code || !unreachable.has(code)) throw error;
    const { hostname, port, pathname } = new URL(databaseUrl);
    throw new Error(
      `The database ${pathname.slice(1)} at ${hostname}:${port || '5432'} could not be used: ` +
        `${error instanceof Error && error.message ? error.message : code}.`,
      { cause: error },
    );
  }
}

// Network failures, and PostgreSQL's refusals of a password, an account or a database.
const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EAI_AGAIN',
  '28P01',
  '28000',
  '3D000',
]);

function readArea(file: string): AreaDefinition {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`The area file ${file} cannot be read.`, { cause });
  }
  const read = areaDefinition.safeParse(asJson(text, file));
  if (read.success) return read.data;
  throw new Error(`The area file ${file} has faults:\n${z.prettifyError(read.error)}`);
}

function asJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`The area file ${file} is not JSON: ${(cause as Error).message}`, { cause });
  }
}
