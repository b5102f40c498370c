import type { MigrationInterface, QueryRunner } from 'typeorm';

const ofOneThing = (table: string) =>
  `ALTER TABLE ${table} ADD CONSTRAINT ${table}_of_one_thing CHECK (("incident_id" IS NULL) <> ("place_id" IS NULL))`;

/** Whom an agreement from before this migration has called when a status grows old. */
const duties = JSON.stringify({
  confirmDuties: ['suite-nurse', 's136-coordinator', 'on-call-manager'],
  unknownDuties: ['on-call-manager', 's136-coordinator'],
});

/** What the present says of each place: what its history begins with, and its clock is anchored to. */
const wordsSaid = `
  SELECT area_id, place_id, observed, jsonb_build_object('of', 'room', 'roomId', id, 'state', state, 'closedReason', closed_reason) AS said,
         state <> 'held' AND incident_id IS NULL AS ages
    FROM room
  UNION ALL
  SELECT area_id, id, staffing->'observed', jsonb_build_object('of', 'staffing', 'staffedFor', staffing->'staffedFor'), true
    FROM place WHERE staffing IS NOT NULL
  UNION ALL
  SELECT area_id, id, pressure->'observed', jsonb_build_object('of', 'pressure', 'state', pressure->'state'), true
    FROM place WHERE pressure IS NOT NULL`;

const inForce = `
  SELECT DISTINCT ON (area_id) area_id, freshness FROM agreement
   WHERE state = 'approved' AND effective_from <= app.now() ORDER BY area_id, effective_from DESC, version DESC`;

const up = [
  `ALTER TABLE timer ALTER incident_id DROP NOT NULL, ADD place_id uuid`,
  `CREATE INDEX timer_place ON timer (place_id) WHERE "place_id" IS NOT NULL`,
  ofOneThing('timer'),
  `ALTER TABLE escalation ALTER incident_id DROP NOT NULL, ALTER incident_ref DROP NOT NULL, ADD place_id uuid`,
  `CREATE INDEX escalation_place ON escalation (place_id) WHERE "place_id" IS NOT NULL`,
  `CREATE UNIQUE INDEX escalation_one_open_per_place ON escalation (place_id) WHERE "place_id" IS NOT NULL AND "resolved_at" IS NULL`,
  ofOneThing('escalation'),
  `ALTER TABLE notification ALTER incident_id DROP NOT NULL, ADD place_id uuid`,
  ofOneThing('notification'),
  `ALTER TABLE rota ADD place_ids jsonb NOT NULL DEFAULT '[]'`,
  `ALTER TABLE rota ALTER place_ids DROP DEFAULT`,
  // A rota of nurses answers for the places that its members do.
  `UPDATE rota SET place_ids = coalesce((
     SELECT jsonb_agg(DISTINCT held.place_id) FROM jsonb_path_query(rota.layers, '$[*].members[*]') AS member
       JOIN user_duty ON user_duty.user_id = (member->>'userId')::uuid AND user_duty.area_id = rota.area_id AND user_duty.duty = rota.duty,
       unnest(user_duty.place_ids) AS held (place_id)), '[]'::jsonb)
   WHERE duty = 'suite-nurse'`,
  `UPDATE agreement SET freshness = freshness || '${duties}'::jsonb`,
  `CREATE TABLE told_status (
    id uuid NOT NULL,
    area_id uuid NOT NULL,
    revision bigint NOT NULL,
    place_id uuid NOT NULL,
    said jsonb NOT NULL,
    confirmed boolean NOT NULL,
    observed_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    teller jsonb NOT NULL,
    source text NOT NULL,
    took_effect boolean NOT NULL,
    taken_back_at timestamptz,
    PRIMARY KEY (id)
  )`,
  `CREATE INDEX told_status_place ON told_status (place_id, observed_at)`,
  `INSERT INTO told_status (id, area_id, revision, place_id, said, confirmed, observed_at, recorded_at, teller, source, took_effect)
   SELECT gen_random_uuid(), area_id, (SELECT revision FROM area_head WHERE area_head.area_id = word.area_id), place_id, jsonb_agg(said), false,
          (observed->>'at')::timestamptz, (observed->>'at')::timestamptz, observed->'by', observed->>'source', true
     FROM (${wordsSaid}) AS word GROUP BY area_id, place_id, observed`,
  // Nobody waits for the next word of a place before its clock runs.
  `INSERT INTO timer (id, area_id, place_id, kind, subject, point, anchor_at, due_at, armed_at, state)
   SELECT gen_random_uuid(), word.area_id, place_id, 'place-status', place_id, step.point, anchor_at,
          anchor_at + make_interval(secs => 60 * (freshness->>step.minutes)::float8), app.now(), 'armed'
     FROM (SELECT area_id, place_id, min((observed->>'at')::timestamptz) AS anchor_at FROM (${wordsSaid}) AS said WHERE ages GROUP BY 1, 2) AS word
     JOIN (${inForce}) AS agreed ON agreed.area_id = word.area_id,
     (VALUES ('confirm', 'confirmAfterMinutes'), ('unknown', 'unknownAfterMinutes')) AS step (point, minutes)`,
];

const down = [
  `DROP TABLE told_status`,
  `UPDATE agreement SET freshness = freshness - '{confirmDuties,unknownDuties}'::text[]`,
  `ALTER TABLE rota DROP place_ids`,
  ...['notification', 'escalation', 'timer'].flatMap((table) => [
    `DELETE FROM ${table} WHERE incident_id IS NULL`,
    `ALTER TABLE ${table} DROP CONSTRAINT ${table}_of_one_thing`,
    `ALTER TABLE ${table} ALTER incident_id SET NOT NULL, DROP place_id`,
  ]),
  `ALTER TABLE escalation ALTER incident_ref SET NOT NULL`,
];

export class Freshness1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
