import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `ALTER TABLE rota ADD call_order integer, ADD layers jsonb, ADD temporary jsonb NOT NULL DEFAULT '[]', ADD overrides jsonb NOT NULL DEFAULT '[]', ADD swaps jsonb NOT NULL DEFAULT '[]', ADD agreed_hours jsonb NOT NULL DEFAULT '{"inARow": null, "aWeek": null}', ADD until timestamptz`,
  // Until now rotas were asked in the order of their ids, and each had one order of turns.
  `UPDATE rota SET
     call_order = (SELECT count(*) FROM rota before WHERE before.area_id = rota.area_id AND before.id <= rota.id),
     layers = jsonb_build_array(jsonb_build_object(
       'id', gen_random_uuid(), 'name', 'Turns', 'members', members, 'width', width, 'every', 'days', 'count', 1,
       'handoversAt', handovers_at, 'from', from_date, 'until', null, 'hours', '[]'::jsonb))`,
  `ALTER TABLE rota ALTER call_order SET NOT NULL, ALTER layers SET NOT NULL, ALTER temporary DROP DEFAULT, ALTER overrides DROP DEFAULT, ALTER swaps DROP DEFAULT, ALTER agreed_hours DROP DEFAULT`,
  `ALTER TABLE rota DROP members, DROP width, DROP handovers_at, DROP from_date`,
  // The token itself is only in the calendar program: whoever reads this table cannot read a calendar with it.
  `CREATE TABLE calendar_feed (
    token_hash bytea PRIMARY KEY,
    area_id uuid NOT NULL,
    user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
    rota_id uuid,
    opened_at timestamptz NOT NULL,
    CONSTRAINT calendar_feed_one_each UNIQUE NULLS NOT DISTINCT (area_id, user_id, rota_id)
  )`,
];

const down = [
  'DROP TABLE calendar_feed',
  `ALTER TABLE rota ADD members jsonb, ADD width integer, ADD handovers_at jsonb, ADD from_date text`,
  // The older tables know one order of turns and no end: of several layers the lowest, which has no hours of its own.
  `DELETE FROM rota WHERE until IS NOT NULL`,
  `UPDATE rota SET members = layers -> -1 -> 'members', width = (layers -> -1 ->> 'width')::integer,
     handovers_at = layers -> -1 -> 'handoversAt', from_date = layers -> -1 ->> 'from'`,
  `ALTER TABLE rota ALTER members SET NOT NULL, ALTER width SET NOT NULL, ALTER handovers_at SET NOT NULL, ALTER from_date SET NOT NULL`,
  `ALTER TABLE rota DROP call_order, DROP layers, DROP temporary, DROP overrides, DROP swaps, DROP agreed_hours, DROP until`,
];

export class OnCall1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
