import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `CREATE TABLE contact_method (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
    address jsonb NOT NULL,
    label text NOT NULL,
    place_in_order integer NOT NULL,
    added_at timestamptz NOT NULL,
    verified_at timestamptz,
    failing text,
    code_hash bytea,
    code_sent_at timestamptz,
    code_tries integer NOT NULL DEFAULT 0,
    CONSTRAINT contact_method_once UNIQUE (user_id, address)
  )`,
  // Codes and tests that people have sent themselves: they cost money, and may go to somebody else's telephone.
  `CREATE TABLE contact_asked (
    user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
    at timestamptz NOT NULL
  )`,
  `CREATE INDEX contact_asked_by ON contact_asked (user_id, at)`,
  `ALTER TABLE notification ADD statutory boolean NOT NULL DEFAULT false, ADD try_at timestamptz, ADD deliveries jsonb NOT NULL DEFAULT '[]'`,
  `UPDATE notification SET statutory = true FROM escalation
    WHERE escalation.id = notification.escalation_id AND escalation.clock->>'kind' = 'statutory'`,
  `UPDATE notification SET try_at = queued_at WHERE state = 'queued'`,
  `ALTER TABLE notification ALTER statutory DROP DEFAULT, ALTER deliveries DROP DEFAULT`,
  `CREATE INDEX notification_due ON notification (try_at) WHERE state = 'queued'`,
  `CREATE INDEX notification_sent ON notification (area_id, sent_at)`,
  `CREATE INDEX notification_incident ON notification (incident_id)`,
  // Real time: a courier that died is found out by its own clock's passing, not by a demo's.
  `CREATE TABLE message_claim (notification_id uuid PRIMARY KEY, until timestamptz NOT NULL)`,
];

const down = [
  'DROP TABLE message_claim',
  'DROP INDEX notification_incident',
  'DROP INDEX notification_sent',
  `UPDATE notification SET state = 'sent', sent_at = queued_at WHERE state = 'failed'`,
  `ALTER TABLE notification DROP statutory, DROP try_at, DROP deliveries`,
  'DROP TABLE contact_asked',
  'DROP TABLE contact_method',
];

export class Notifications1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
