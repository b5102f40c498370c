import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MessagesByEscalation1700000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX notification_escalation ON notification (escalation_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX notification_escalation');
  }
}
