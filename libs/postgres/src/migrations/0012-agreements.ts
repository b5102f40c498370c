import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The two handover rules were one wait at two kinds of place, written as two. */
const clockOf = `CASE threshold->>'id' WHEN 'handover-emergency-department' THEN 'handover' ELSE threshold->>'id' END`;

const up = [
  `ALTER TABLE agreement ADD parties jsonb, ADD state text NOT NULL DEFAULT 'approved', ADD based_on uuid, ADD authors jsonb NOT NULL DEFAULT '[]', ADD approved jsonb, ADD withdrawn jsonb`,
  `ALTER TABLE agreement ALTER state DROP DEFAULT, ALTER authors DROP DEFAULT`,
  `UPDATE agreement SET
     parties = coalesce((SELECT jsonb_agg(agency->'id') FROM area, jsonb_array_elements(area.agencies) AS agency WHERE area.id = agreement.area_id), '[]'),
     thresholds = coalesce((
       SELECT jsonb_agg(threshold || jsonb_build_object('clock', ${clockOf}, 'ages', 'any-age', 'hours', null) ORDER BY ordinal)
       FROM jsonb_array_elements(thresholds) WITH ORDINALITY AS e (threshold, ordinal)), '[]')`,
  `ALTER TABLE agreement ALTER parties SET NOT NULL`,
  `ALTER TABLE area DROP agreement_id`,
  `ALTER TABLE incident ADD opened_at timestamptz`,
  `UPDATE incident SET opened_at = (facts->0->>'recordedAt')::timestamptz`,
  `ALTER TABLE incident ALTER opened_at SET NOT NULL`,
  `CREATE INDEX incident_opened ON incident (area_id, opened_at)`,
];

const down = [
  `ALTER TABLE incident DROP opened_at`,
  `ALTER TABLE area ADD agreement_id uuid`,
  `UPDATE area SET agreement_id = (
     SELECT id FROM agreement WHERE agreement.area_id = area.id AND state = 'approved' AND effective_from <= app.now()
     ORDER BY effective_from DESC, version DESC LIMIT 1)`,
  `ALTER TABLE area ALTER agreement_id SET NOT NULL`,
  // A version that binds nobody has no meaning to the code before this.
  `DELETE FROM agreement WHERE state <> 'approved'`,
  `UPDATE agreement SET thresholds = coalesce((
     SELECT jsonb_agg(threshold - '{clock,ages,hours}'::text[] ORDER BY ordinal)
     FROM jsonb_array_elements(thresholds) WITH ORDINALITY AS e (threshold, ordinal)), '[]')`,
  `ALTER TABLE agreement DROP parties, DROP state, DROP based_on, DROP authors, DROP approved, DROP withdrawn`,
];

export class Agreements1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
