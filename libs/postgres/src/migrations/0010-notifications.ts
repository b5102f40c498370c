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
];

const down = ['DROP TABLE contact_asked', 'DROP TABLE contact_method'];

export class Notifications1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
