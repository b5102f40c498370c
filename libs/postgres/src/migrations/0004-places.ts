import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `ALTER TABLE place ADD meets jsonb NOT NULL DEFAULT '[]', ADD catchment jsonb NOT NULL DEFAULT '[]', ADD staffing jsonb, ADD pressure jsonb, ADD promises jsonb NOT NULL DEFAULT '{"made": 0, "kept": 0}'`,
  `ALTER TABLE place ALTER promises DROP DEFAULT, ALTER meets DROP DEFAULT, ALTER catchment DROP DEFAULT`,
  `ALTER TABLE room ADD sexes text NOT NULL DEFAULT 'any', ADD meets jsonb NOT NULL DEFAULT '[]', ADD promised jsonb`,
  `ALTER TABLE room ALTER sexes DROP DEFAULT, ALTER meets DROP DEFAULT`,
  `ALTER TABLE hold ADD not_before timestamptz, ADD ended_because text, ADD reverses uuid`,
  `UPDATE incident SET person = '{"needs": []}'::jsonb || person`,
];

const down = [
  `UPDATE incident SET person = person - 'needs'`,
  `ALTER TABLE hold DROP not_before, DROP ended_because, DROP reverses`,
  `ALTER TABLE room DROP sexes, DROP meets, DROP promised`,
  `ALTER TABLE place DROP meets, DROP catchment, DROP staffing, DROP pressure, DROP promises`,
];

export class Places1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
