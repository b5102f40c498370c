import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an alternative says of its places, with its word. */
const counted = `alternative WHERE places IS NOT NULL AND capacity IS NOT NULL`;

const inForce = `
  SELECT DISTINCT ON (area_id) area_id, freshness FROM agreement
   WHERE state = 'approved' AND effective_from <= app.now() ORDER BY area_id, effective_from DESC, version DESC`;

const up = [
  // The history of an alternative begins with what it last said.
  `INSERT INTO told_status (id, area_id, revision, place_id, said, confirmed, observed_at, recorded_at, teller, source, took_effect)
   SELECT gen_random_uuid(), area_id, revision, id, jsonb_build_array(jsonb_build_object('of', 'places-left', 'left', capacity->'left')), false,
          (capacity#>>'{observed,at}')::timestamptz, (capacity#>>'{observed,at}')::timestamptz, capacity#>'{observed,by}', capacity#>>'{observed,source}', true
     FROM ${counted}`,
  // Its clock is set going at once: the engine brings it into line with its hours, as when an agreement comes into force.
  `INSERT INTO timer (id, area_id, place_id, kind, subject, point, anchor_at, due_at, armed_at, state)
   SELECT gen_random_uuid(), counted.area_id, counted.id, 'place-status', counted.id, 'agreement/migrated', app.now(), app.now(), app.now(), 'armed'
     FROM (SELECT area_id, id FROM ${counted}) AS counted JOIN (${inForce}) AS agreed ON agreed.area_id = counted.area_id`,
];

const down = [
  ...['timer', 'told_status'].map(
    (table) => `DELETE FROM ${table} WHERE place_id IN (SELECT id FROM alternative)`,
  ),
  `DELETE FROM notification WHERE place_id IN (SELECT id FROM alternative)`,
  `DELETE FROM escalation WHERE place_id IN (SELECT id FROM alternative)`,
];

export class AlternativeClocks1700000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
