import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // A promise is settled an hour after its time, whoever mentions it: those made before this have that timer too.
  `INSERT INTO timer (id, area_id, place_id, kind, subject, point, anchor_at, due_at, armed_at, state)
   SELECT gen_random_uuid(), area_id, place_id, 'room-promise', id, 'settle', (promised->>'madeAt')::timestamptz,
          (promised->>'freeAt')::timestamptz + interval '60 minutes', app.now(), 'armed'
     FROM room WHERE promised IS NOT NULL AND lent_by IS NULL`,
];

const down = [`DELETE FROM timer WHERE kind = 'room-promise'`];

export class Rooms1700000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
