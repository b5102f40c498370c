import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `ALTER TABLE amhp_request ADD not_before timestamptz, ADD passed_over jsonb NOT NULL DEFAULT '[]'`,
  `ALTER TABLE amhp_request ALTER passed_over DROP DEFAULT`,
  // Nothing was agreed about it in the versions there are: nobody is passed over for it.
  `ALTER TABLE agreement ADD attendance jsonb NOT NULL DEFAULT '{"travelMinutes": null, "rest": null}'`,
  `ALTER TABLE agreement ALTER attendance DROP DEFAULT`,
  `CREATE TABLE availability (
    id uuid NOT NULL,
    area_id uuid NOT NULL,
    revision bigint NOT NULL,
    user_id uuid NOT NULL,
    name text NOT NULL,
    resting_until timestamptz,
    district text,
    attended jsonb,
    PRIMARY KEY (id),
    CONSTRAINT availability_of_one UNIQUE (area_id, user_id)
  )`,
];

const down = [
  `DROP TABLE availability`,
  `ALTER TABLE agreement DROP attendance`,
  `ALTER TABLE amhp_request DROP not_before, DROP passed_over`,
];

export class AmhpOffers1700000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
