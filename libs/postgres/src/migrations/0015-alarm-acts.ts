import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `ALTER TABLE escalation
    ADD acknowledgements jsonb NOT NULL DEFAULT '[]',
    ADD silences jsonb NOT NULL DEFAULT '[]',
    ADD snooze jsonb,
    ADD gone_quiet jsonb NOT NULL DEFAULT '[]',
    ADD nobody_reached_at timestamptz`,
  `UPDATE escalation SET acknowledgements = jsonb_build_array(jsonb_build_object(
      'who', owned_by, 'at', to_char(owned_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
    WHERE owned_by IS NOT NULL`,
  `ALTER TABLE escalation ALTER acknowledgements DROP DEFAULT, ALTER silences DROP DEFAULT, ALTER gone_quiet DROP DEFAULT`,
  `ALTER TABLE notification ADD channels jsonb NOT NULL DEFAULT '[]'`,
  `ALTER TABLE notification ALTER channels DROP DEFAULT`,
  // A message may be about the area itself: that its engine is silent.
  `ALTER TABLE notification DROP CONSTRAINT notification_of_one_thing`,
  `ALTER TABLE notification ADD CONSTRAINT notification_of_one_thing_at_most CHECK (("incident_id" IS NULL) OR ("place_id" IS NULL))`,
  // Nothing was agreed about it in the versions there are: an owner in them stays one until the end.
  `ALTER TABLE agreement ADD owner_quiet_minutes double precision`,
  // What the auditor last found of each area. Real time, as the engine's heartbeat is.
  `CREATE TABLE engine_audit (area_id uuid PRIMARY KEY, audited_at timestamptz NOT NULL, findings jsonb NOT NULL)`,
];

const down = [
  `DELETE FROM notification WHERE incident_id IS NULL AND place_id IS NULL`,
  `ALTER TABLE notification DROP CONSTRAINT notification_of_one_thing_at_most`,
  `ALTER TABLE notification ADD CONSTRAINT notification_of_one_thing CHECK (("incident_id" IS NULL) <> ("place_id" IS NULL))`,
  `DROP TABLE engine_audit`,
  `DELETE FROM timer WHERE kind = 'owner-quiet'`,
  `ALTER TABLE agreement DROP owner_quiet_minutes`,
  `ALTER TABLE notification DROP channels`,
  `ALTER TABLE escalation DROP acknowledgements, DROP silences, DROP snooze, DROP gone_quiet, DROP nobody_reached_at`,
];

export class AlarmActs1700000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
