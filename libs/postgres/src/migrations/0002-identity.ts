import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // Sign-in sessions live in real time: a paused or hurried demo clock must neither prolong nor end one.
  `CREATE FUNCTION app.real_now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT clock_timestamp()'`,
  `CREATE TABLE app_user (
    id uuid PRIMARY KEY,
    agency_id uuid NOT NULL,
    agency_name text NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    password_hash text,
    screen text NOT NULL,
    persona text,
    persona_label text,
    persona_does text,
    persona_listed boolean NOT NULL DEFAULT false,
    duties_version integer NOT NULL DEFAULT 0,
    added bigint GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT app_user_persona UNIQUE (persona),
    CONSTRAINT app_user_persona_is_described CHECK ((persona IS NULL) = (persona_label IS NULL) AND (persona IS NULL) = (persona_does IS NULL))
  )`,
  `CREATE UNIQUE INDEX app_user_email ON app_user (lower(email))`,
  `CREATE TABLE user_duty (
    user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
    area_id uuid NOT NULL,
    duty text NOT NULL,
    place_ids uuid[] NOT NULL DEFAULT '{}',
    resource_ids uuid[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (user_id, area_id, duty)
  )`,
  // Live connections compare this number every second, so that a duty taken away, by whatever
  // means, takes the board away with it.
  `CREATE FUNCTION app.duties_changed() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     UPDATE app_user SET duties_version = duties_version + 1 WHERE id = coalesce(new.user_id, old.user_id);
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER user_duty_changed AFTER INSERT OR UPDATE OR DELETE ON user_duty
   FOR EACH ROW EXECUTE FUNCTION app.duties_changed()`,
  // The token itself is only in the cookie: whoever reads this table cannot sign in with it.
  `CREATE TABLE session (
    id_hash bytea PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  )`,
  `CREATE INDEX session_of_user ON session (user_id)`,
  `CREATE TABLE sign_in_attempt (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email_hash bytea NOT NULL,
    address text NOT NULL,
    at timestamptz NOT NULL
  )`,
  `CREATE INDEX sign_in_attempt_email ON sign_in_attempt (email_hash, at)`,
  `CREATE INDEX sign_in_attempt_address ON sign_in_attempt (address, at)`,
  `CREATE INDEX sign_in_attempt_at ON sign_in_attempt (at)`,
];

const down = [
  'DROP TABLE sign_in_attempt',
  'DROP TABLE session',
  'DROP TABLE user_duty',
  'DROP TABLE app_user',
  'DROP FUNCTION app.duties_changed',
  'DROP FUNCTION app.real_now',
];

export class Identity1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
