import type { Problem } from '@concord/contracts';
import { Client } from 'pg';
import type { Concord } from './concord';
import type { Answer } from './person';

/** Tables that move by themselves, or with every request whatever its answer. */
const restless = ['engine_heartbeat', 'session', 'sign_in_attempt'];

/** One line a table, over every row of it. */
const everything = async (databaseUrl: string): Promise<string> => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> all ($1) order by 1`,
      [restless],
    );
    const each = tables.rows.map(
      ({ name }) =>
        `select '${name} ' || coalesce(md5(string_agg(row::text, '|' order by row::text)), '-') as line from ${name} row`,
    );
    const { rows } = await client.query<{ line: string }>(each.join(' union all '));
    return rows.map(({ line }) => line).join('\n');
  } finally {
    await client.end();
  }
};

/** The refusal of a command, once it is certain that the command changed nothing at all. */
export const refusal = async (
  concord: Pick<Concord, 'databaseUrl'>,
  send: () => Promise<Answer<Problem>>,
): Promise<Problem> => {
  const before = await everything(concord.databaseUrl);
  const { status, body } = await send();
  if (status < 400 || status >= 500) throw new Error(`not refused: ${status} ${JSON.stringify(body)}`);
  const after = await everything(concord.databaseUrl);
  if (after !== before)
    throw new Error(`refused as ${body.code}, but not without a trace:\n${before}\n${after}`);
  return body;
};
