import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `CREATE TABLE reach_report (
    id uuid NOT NULL,
    area_id uuid NOT NULL,
    revision bigint NOT NULL,
    taken_at timestamptz NOT NULL,
    until timestamptz NOT NULL,
    asked_by jsonb,
    night timestamptz,
    told jsonb NOT NULL,
    steps integer NOT NULL,
    gaps jsonb NOT NULL,
    PRIMARY KEY (id)
  )`,
  `CREATE UNIQUE INDEX reach_report_of_area ON reach_report (area_id)`,
];

const down = [`DROP TABLE reach_report`];

export class ReachReport1700000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
