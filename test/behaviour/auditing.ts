import type { Audit } from '@concord/coordination';
import { auditArea } from '@concord/coordination';
import type { AuditFinding } from '@concord/domain';
import type { Concord } from '@concord/testing';
import { Client, type QueryResultRow } from 'pg';

/** The auditor at work in an area: what is found is said when it is found again. */
export const auditorOf = (concord: Concord): (() => Promise<readonly AuditFinding[]>) => {
  let last: Audit | undefined;
  const look = (before: Audit | undefined) => auditArea(concord.store, concord.areaId, before);
  return async () => {
    last = await look(await look(last));
    return last.findings;
  };
};

/**
 * What no command can do: somebody alters rows behind the engine's back, once with each set of values.
 * Answers the rows that the last of them returned.
 */
export const damage = async <Row extends QueryResultRow>(
  concord: Concord,
  sql: string,
  changes: readonly (readonly unknown[])[] = [[]],
): Promise<Row[]> => {
  const client = new Client({ connectionString: concord.databaseUrl });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const values of changes) ({ rows } = await client.query<Row>(sql, [...values]));
    return rows;
  } finally {
    await client.end();
  }
};
