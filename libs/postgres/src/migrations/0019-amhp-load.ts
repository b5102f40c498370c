import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Four weeks of requests are read at a time, out of years of them. */
export class AmhpLoad1700000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX amhp_request_made ON amhp_request (area_id, requested_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX amhp_request_made`);
  }
}
