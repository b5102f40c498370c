import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [`ALTER TABLE amhp_request ADD nobody jsonb`];

const down = [`ALTER TABLE amhp_request DROP nobody`];

export class NobodyToAsk1700000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
