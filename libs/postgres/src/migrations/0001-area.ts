import type { MigrationInterface, QueryRunner } from 'typeorm';
import { areaTables } from './0001-area-tables';

const functions = [
  `CREATE SCHEMA app`,
  // The only clock that SQL may read (design.md 6): tests and the demo move it, life cannot.
  // Milliseconds, because that is what an instant carries everywhere else; stable, so that a
  // predicate on due_at uses its index (a volatile one cost 91 ms at a million timers).
  `CREATE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT date_trunc('milliseconds', anchor_app
             + make_interval(secs => extract(epoch FROM clock_timestamp() - anchor_real)::double precision * rate)) FROM clock
  $$`,
  // Takes the area's lock and only then reads the time: revisions and times rise together.
  `CREATE FUNCTION app.open_area(area uuid, author uuid, retry_key text)
   RETURNS TABLE (revision bigint, head_hash text, now timestamptz, rate double precision, answered_content text, answered json)
   LANGUAGE plpgsql AS $$
   BEGIN
     SELECT h.revision, h.head_hash, h.last_at INTO revision, head_hash, now FROM area_head h WHERE h.area_id = area FOR UPDATE;
     IF NOT FOUND THEN RETURN; END IF;
     SELECT greatest(now, app.now()), c.rate INTO now, rate FROM clock c;
     IF retry_key IS NOT NULL THEN
       SELECT a.content, a.answer INTO answered_content, answered FROM answered a
        WHERE a.area_id = area AND a.user_id = author AND a.key = retry_key;
     END IF;
     RETURN NEXT;
   END $$`,
  `CREATE FUNCTION app.refuse_history_edit() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$`,
  `CREATE TRIGGER journal_is_append_only BEFORE UPDATE OR DELETE ON journal
   FOR EACH ROW EXECUTE FUNCTION app.refuse_history_edit()`,
  `CREATE TRIGGER journal_is_never_emptied BEFORE TRUNCATE ON journal
   FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_history_edit()`,
  `CREATE TABLE app.incarnation (epoch uuid NOT NULL DEFAULT gen_random_uuid())`,
  `INSERT INTO app.incarnation DEFAULT VALUES`,
  `INSERT INTO clock (one, anchor_real, anchor_app, rate, movable) VALUES (true, 'epoch', 'epoch', 1, false)`,
];

const tableNames = [
  'engine_heartbeat',
  'clock',
  'answered',
  'person',
  'timer',
  'journal',
  'area_head',
  'notification',
  'escalation',
  'rota',
  'resource',
  'amhp_request',
  'incident',
  'hold',
  'room',
  'place',
  'agreement',
  'area',
];

export class Area1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...areaTables, ...functions]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA app CASCADE');
    for (const table of tableNames) await runner.query(`DROP TABLE ${table}`);
  }
}
