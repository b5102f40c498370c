import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `CREATE TABLE alternative (
    id uuid NOT NULL,
    area_id uuid NOT NULL,
    revision bigint NOT NULL,
    agency_id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    district text NOT NULL,
    position jsonb NOT NULL,
    telephone text NOT NULL,
    ages text NOT NULL,
    ages_firm boolean NOT NULL,
    meets jsonb NOT NULL,
    catchment jsonb NOT NULL,
    referrers jsonb NOT NULL,
    hours jsonb NOT NULL,
    places integer,
    capacity jsonb,
    shut jsonb,
    expected jsonb NOT NULL,
    CONSTRAINT alternative_is_no_place_of_safety CHECK (kind IN ('crisis-cafe', 'crisis-house', 'decision-unit', 'home-treatment-team', 'helpline')),
    CONSTRAINT alternative_counts_within_its_places CHECK (capacity IS NULL OR (capacity->>'left')::integer BETWEEN 0 AND places),
    CONSTRAINT "PK_1d4d0f1b8a9f2c4d6fd8d0c9c52" PRIMARY KEY (id)
  )`,
  `CREATE INDEX alternative_area ON alternative (area_id)`,
  `ALTER TABLE place ADD CONSTRAINT place_is_a_place_of_safety CHECK (kind IN ('suite', 'emergency-department', 'police-station', 'dwelling', 'other'))`,
];

const down = [`ALTER TABLE place DROP CONSTRAINT place_is_a_place_of_safety`, `DROP TABLE alternative`];

export class Alternatives1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
