import type { MigrationInterface, QueryRunner } from 'typeorm';

const oneLive = (columns: string) =>
  `CREATE UNIQUE INDEX amhp_request_one_live ON amhp_request (${columns}) WHERE "state" NOT IN ('done', 'withdrawn')`;

const up = [
  `ALTER TABLE amhp_request ADD calls text NOT NULL DEFAULT 'amhp', ADD nth integer NOT NULL DEFAULT 1`,
  `ALTER TABLE amhp_request ALTER calls DROP DEFAULT, ALTER nth DROP DEFAULT`,
  `DROP INDEX amhp_request_one_live`,
  oneLive('incident_id, calls, nth'),
];

const down = [
  `DELETE FROM timer WHERE kind = 'offer-answer' AND subject IN (SELECT id FROM amhp_request WHERE calls <> 'amhp')`,
  `DELETE FROM amhp_request WHERE calls <> 'amhp'`,
  `DROP INDEX amhp_request_one_live`,
  oneLive('incident_id'),
  `ALTER TABLE amhp_request DROP calls, DROP nth`,
];

export class Section12Doctors1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
