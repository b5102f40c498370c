import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // What is left to be checked at the end of a transaction is looked at first: such tables cannot be altered.
  `SET CONSTRAINTS ALL IMMEDIATE`,
  `CREATE UNIQUE INDEX hold_one_per_suite_asked ON hold (incident_id, place_id) WHERE state IN ('requested', 'accepted')`,
  `ALTER TABLE hold
     ADD CONSTRAINT hold_in_a_state_there_is CHECK (state IN ('requested', 'accepted', 'refused', 'released', 'expired', 'arrived'))`,
  `ALTER TABLE room
     ADD CONSTRAINT room_in_a_state_there_is CHECK (state IN ('available', 'held', 'occupied', 'cleaning', 'closed')),
     ADD CONSTRAINT room_closed_for_a_reason_there_is CHECK (closed_reason IN ('damage', 'staffing', 'infection', 'works', 'other', 'not-said'))`,
  // A hold names its place beside its room: the two are one.
  `CREATE UNIQUE INDEX room_of_its_place ON room (id, place_id)`,
  `ALTER TABLE hold DROP CONSTRAINT hold_of_a_room,
     ADD CONSTRAINT hold_of_a_room FOREIGN KEY (room_id, place_id) REFERENCES room (id, place_id) DEFERRABLE INITIALLY DEFERRED`,
];

const down = [
  `SET CONSTRAINTS ALL IMMEDIATE`,
  `ALTER TABLE hold DROP CONSTRAINT hold_of_a_room,
     ADD CONSTRAINT hold_of_a_room FOREIGN KEY (room_id) REFERENCES room (id) DEFERRABLE INITIALLY DEFERRED`,
  `DROP INDEX room_of_its_place`,
  `ALTER TABLE room DROP CONSTRAINT room_in_a_state_there_is, DROP CONSTRAINT room_closed_for_a_reason_there_is`,
  `ALTER TABLE hold DROP CONSTRAINT hold_in_a_state_there_is`,
  `DROP INDEX hold_one_per_suite_asked`,
];

export class Holds1700000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
