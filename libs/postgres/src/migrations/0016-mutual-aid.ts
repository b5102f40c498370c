import type { MigrationInterface, QueryRunner } from 'typeorm';

const heldByAHold = `(state = 'held') = (hold_id IS NOT NULL)`;

const up = [
  `CREATE TABLE lending (
    id uuid NOT NULL,
    area_id uuid NOT NULL,
    revision bigint NOT NULL,
    side text NOT NULL,
    other jsonb NOT NULL,
    places jsonb NOT NULL,
    from_at timestamptz NOT NULL,
    until_at timestamptz NOT NULL,
    rules jsonb NOT NULL,
    state text NOT NULL,
    offered_by jsonb NOT NULL,
    offered_at timestamptz NOT NULL,
    ended jsonb,
    CONSTRAINT "PK_lending" PRIMARY KEY (id)
  )`,
  `CREATE INDEX lending_live ON lending (area_id) WHERE state IN ('agreed', 'running')`,
  `ALTER TABLE place ADD lent_by jsonb, ADD lent_to jsonb NOT NULL DEFAULT '[]'`,
  `ALTER TABLE place ALTER lent_to DROP DEFAULT`,
  `ALTER TABLE room ADD lent_by jsonb, ADD lent_to jsonb NOT NULL DEFAULT '[]', ADD guest jsonb`,
  `ALTER TABLE room ALTER lent_to DROP DEFAULT`,
  `ALTER TABLE room DROP CONSTRAINT room_held_by_a_hold,
     ADD CONSTRAINT room_held_by_a_hold CHECK (${heldByAHold} OR (lent_by IS NOT NULL AND hold_id IS NULL))`,
  `DROP INDEX room_one_per_incident`,
  `CREATE UNIQUE INDEX room_one_per_incident ON room (area_id, incident_id) WHERE incident_id IS NOT NULL`,
  `ALTER TABLE hold ADD across jsonb`,
  // A hold on a neighbour's room is a row in both areas, of the one incident.
  `DROP INDEX hold_one_accepted_per_incident`,
  `CREATE UNIQUE INDEX hold_one_accepted_per_incident ON hold (area_id, incident_id) WHERE state = 'accepted'`,
];

/** Without lending there are no neighbours' rooms: one that a neighbour's person is in stays occupied, one only promised is free. */
const down = [
  `DELETE FROM timer WHERE kind = 'lending'`,
  `DELETE FROM timer WHERE kind = 'hold-expiry' AND subject IN (SELECT id FROM hold WHERE across IS NOT NULL)`,
  `DELETE FROM hold WHERE across IS NOT NULL`,
  `DELETE FROM room WHERE lent_by IS NOT NULL`,
  `DELETE FROM place WHERE lent_by IS NOT NULL`,
  `UPDATE room SET state = CASE state WHEN 'held' THEN 'available' ELSE state END, hold_id = NULL, incident_id = NULL WHERE guest IS NOT NULL`,
  // What the holds migration checks at the end of a transaction is looked at now: tables with checks to come cannot be altered.
  `SET CONSTRAINTS ALL IMMEDIATE`,
  `DROP INDEX hold_one_accepted_per_incident`,
  `CREATE UNIQUE INDEX hold_one_accepted_per_incident ON hold (incident_id) WHERE state = 'accepted'`,
  `ALTER TABLE hold DROP across`,
  `DROP INDEX room_one_per_incident`,
  `CREATE UNIQUE INDEX room_one_per_incident ON room (incident_id) WHERE incident_id IS NOT NULL`,
  `ALTER TABLE room DROP CONSTRAINT room_held_by_a_hold`,
  `ALTER TABLE room ADD CONSTRAINT room_held_by_a_hold CHECK (${heldByAHold})`,
  `ALTER TABLE room DROP lent_by, DROP lent_to, DROP guest`,
  `ALTER TABLE place DROP lent_by, DROP lent_to`,
  `DROP TABLE lending`,
];

export class MutualAid1700000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
