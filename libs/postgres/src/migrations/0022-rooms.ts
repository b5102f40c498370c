import type { MigrationInterface, QueryRunner } from 'typeorm';

const neverSaid = (observed: string): string =>
  `${observed}->>'source' = 'system' AND ${observed}->'by'->>'userId' = '00000000-0000-0000-0000-000000000000'
     AND area_id IN (SELECT id FROM area WHERE NOT demo)`;

const up = [
  // A promise is settled an hour after its time, whoever mentions it: those made before this have that timer too.
  `INSERT INTO timer (id, area_id, place_id, kind, subject, point, anchor_at, due_at, armed_at, state)
   SELECT gen_random_uuid(), area_id, place_id, 'room-promise', id, 'settle', (promised->>'madeAt')::timestamptz,
          (promised->>'freeAt')::timestamptz + interval '60 minutes', app.now(), 'armed'
     FROM room WHERE promised IS NOT NULL AND lent_by IS NULL`,
  // Of a real area nobody had said what Concord said for them as it was set up.
  `UPDATE room SET observed = observed || '{"source": "set-up"}' WHERE state IN ('available', 'held') AND ${neverSaid('observed')}`,
  `UPDATE place SET staffing = NULL WHERE ${neverSaid("staffing->'observed'")}`,
  `UPDATE place SET pressure = NULL WHERE ${neverSaid("pressure->'observed'")}`,
  `UPDATE alternative SET capacity = NULL WHERE ${neverSaid("capacity->'observed'")}`,
];

const down = [
  `DELETE FROM timer WHERE kind = 'room-promise'`,
  `UPDATE room SET observed = observed || '{"source": "system"}' WHERE observed->>'source' = 'set-up'`,
];

export class Rooms1700000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
