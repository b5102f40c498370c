import type { MigrationInterface, QueryRunner } from 'typeorm';

const isLive = `state IN ('requested', 'accepted')`;

/** P3 in the database itself: whatever writes to it, a room and its hold say the same at the end of a transaction. */
const roomAndHold = [
  `CREATE FUNCTION app.room_and_hold_agree() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE about uuid; held uuid; live uuid;
   BEGIN
     IF TG_TABLE_NAME = 'room' THEN about := NEW.id; ELSE about := NEW.room_id; END IF;
     SELECT hold_id INTO held FROM room WHERE id = about;
     SELECT id INTO live FROM hold WHERE room_id = about AND ${isLive};
     IF held IS DISTINCT FROM live THEN
       RAISE EXCEPTION 'room % says it is held by %, its live hold is %', about, held, live
         USING ERRCODE = 'check_violation', CONSTRAINT = 'room_and_hold_agree';
     END IF;
     RETURN NULL;
   END $$`,
  // Looked at as it is when the transaction ends: a room and its hold are written one after the other.
  `CREATE CONSTRAINT TRIGGER room_and_hold_agree_new_room AFTER INSERT ON room DEFERRABLE INITIALLY DEFERRED
   FOR EACH ROW WHEN (NEW.hold_id IS NOT NULL) EXECUTE FUNCTION app.room_and_hold_agree()`,
  `CREATE CONSTRAINT TRIGGER room_and_hold_agree_room AFTER UPDATE ON room DEFERRABLE INITIALLY DEFERRED
   FOR EACH ROW WHEN (OLD.hold_id IS DISTINCT FROM NEW.hold_id) EXECUTE FUNCTION app.room_and_hold_agree()`,
  `CREATE CONSTRAINT TRIGGER room_and_hold_agree_new_hold AFTER INSERT ON hold DEFERRABLE INITIALLY DEFERRED
   FOR EACH ROW WHEN (NEW.state IN ('requested', 'accepted')) EXECUTE FUNCTION app.room_and_hold_agree()`,
  `CREATE CONSTRAINT TRIGGER room_and_hold_agree_hold AFTER UPDATE ON hold DEFERRABLE INITIALLY DEFERRED
   FOR EACH ROW WHEN (OLD.state <> NEW.state OR OLD.room_id <> NEW.room_id) EXECUTE FUNCTION app.room_and_hold_agree()`,
];

const later = 'DEFERRABLE INITIALLY DEFERRED';

const up = [
  `ALTER TABLE agreement ADD refuser_finds_next jsonb NOT NULL DEFAULT '[]'`,
  `ALTER TABLE agreement ALTER refuser_finds_next DROP DEFAULT`,
  `CREATE UNIQUE INDEX hold_one_accepted_per_incident ON hold (incident_id) WHERE state = 'accepted'`,
  `ALTER TABLE hold
     ADD CONSTRAINT hold_lapses_after_it_is_asked CHECK (expires_at > requested_at),
     ADD CONSTRAINT hold_answer_has_author_and_time CHECK (state NOT IN ('accepted', 'refused') OR (answered_at IS NOT NULL AND answered_by IS NOT NULL)),
     ADD CONSTRAINT hold_refused_with_a_reason CHECK ((state = 'refused') = (refusal IS NOT NULL)),
     ADD CONSTRAINT hold_of_a_room FOREIGN KEY (room_id) REFERENCES room (id) ${later},
     ADD CONSTRAINT hold_for_an_incident FOREIGN KEY (incident_id) REFERENCES incident (id) ${later}`,
  `ALTER TABLE room
     ADD CONSTRAINT room_in_a_place FOREIGN KEY (place_id) REFERENCES place (id) ${later},
     ADD CONSTRAINT room_hold_exists FOREIGN KEY (hold_id) REFERENCES hold (id) ${later},
     ADD CONSTRAINT room_occupant_exists FOREIGN KEY (incident_id) REFERENCES incident (id) ${later}`,
  ...roomAndHold,
  `CREATE INDEX incident_person ON incident (person_id)`,
  `CREATE INDEX person_number ON person (area_id, nhs_number)`,
  `CREATE INDEX person_birth ON person (area_id, date_of_birth)`,
];

const down = [
  `DROP INDEX person_birth`,
  `DROP INDEX person_number`,
  `DROP INDEX incident_person`,
  ...['room_and_hold_agree_new_room', 'room_and_hold_agree_room'].map(
    (name) => `DROP TRIGGER ${name} ON room`,
  ),
  ...['room_and_hold_agree_new_hold', 'room_and_hold_agree_hold'].map(
    (name) => `DROP TRIGGER ${name} ON hold`,
  ),
  `DROP FUNCTION app.room_and_hold_agree()`,
  `ALTER TABLE room DROP CONSTRAINT room_in_a_place, DROP CONSTRAINT room_hold_exists, DROP CONSTRAINT room_occupant_exists`,
  `ALTER TABLE hold DROP CONSTRAINT hold_lapses_after_it_is_asked, DROP CONSTRAINT hold_answer_has_author_and_time,
     DROP CONSTRAINT hold_refused_with_a_reason, DROP CONSTRAINT hold_of_a_room, DROP CONSTRAINT hold_for_an_incident`,
  `DROP INDEX hold_one_accepted_per_incident`,
  `ALTER TABLE agreement DROP refuser_finds_next`,
];

export class Holds1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
