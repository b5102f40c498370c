import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ladders that an agreement from before this migration gets for the legal clocks that it did not know. */
const newLadders = JSON.stringify({
  retake: [
    { minutesBeforeEnd: 360, duties: ['control-room', 'duty-inspector'] },
    { minutesBeforeEnd: 60, duties: ['duty-inspector', 's136-coordinator'] },
    { minutesBeforeEnd: 0, duties: ['duty-inspector', 'superintendent', 'on-call-manager'] },
  ],
  'station-check': [
    { minutesBeforeEnd: 5, duties: ['control-room'] },
    { minutesBeforeEnd: 0, duties: ['control-room', 'duty-inspector'] },
    { minutesBeforeEnd: -15, duties: ['superintendent', 'on-call-manager'] },
  ],
  'station-review': [
    { minutesBeforeEnd: 10, duties: ['control-room'] },
    { minutesBeforeEnd: 0, duties: ['control-room', 'duty-inspector'] },
    { minutesBeforeEnd: -30, duties: ['superintendent', 'on-call-manager'] },
  ],
  ...Object.fromEntries(
    ['station-conditions-ceased', 'under-18', 'dwelling-consent-withdrawn'].map((kind) => [
      kind,
      [
        {
          minutesBeforeEnd: 0,
          duties: ['control-room', 's136-coordinator', 'duty-inspector', 'superintendent'],
        },
      ],
    ]),
  ),
});

/** A timer is named by its step. Two steps may change places, so each passes through a name that none has. */
const pointsCountedFromTheOtherEnd = [
  `UPDATE timer SET point = 'moving/' || split_part(point, '/', 2) || '/' || (1440 - split_part(point, '/', 3)::numeric)
    WHERE kind = 'deadline' AND point LIKE 's136-permitted-period/%'`,
  `UPDATE timer SET point = replace(point, 'moving/', 's136-permitted-period/')
    WHERE kind = 'deadline' AND point LIKE 'moving/%'`,
];

const up = [
  `ALTER TABLE area ADD police_station_rules jsonb`,
  `UPDATE area SET police_station_rules = (
     SELECT jsonb_agg(jsonb_build_object('nation', nation, 'from', '2017-12-11T00:00:00.000Z', 'adults', 'regulations-2017',
       'source', 'Mental Health Act 1983 (Places of Safety) Regulations 2017 (SI 2017/1036)'))
     FROM unnest(ARRAY['england', 'wales']) AS nation)`,
  `ALTER TABLE area ALTER police_station_rules SET NOT NULL`,
  `ALTER TABLE place ADD nation text`,
  `UPDATE place SET nation = area.nation FROM area WHERE area.id = place.area_id`,
  `ALTER TABLE place ALTER nation SET NOT NULL`,
  `ALTER TABLE rota ADD districts jsonb NOT NULL DEFAULT '[]'`,
  `ALTER TABLE rota ALTER districts DROP DEFAULT`,
  `ALTER TABLE amhp_request ADD district text`,
  `UPDATE amhp_request SET district = coalesce((SELECT scene->>'district' FROM incident WHERE incident.id = amhp_request.incident_id), '')`,
  `ALTER TABLE amhp_request ALTER district SET NOT NULL`,
  `ALTER TABLE notification ALTER escalation_id DROP NOT NULL`,
  // Steps are counted back from the end from now on, so that an extension moves them.
  `ALTER TABLE agreement ADD disputed_times text NOT NULL DEFAULT 'earliest', ADD statutory_ladders jsonb`,
  `ALTER TABLE agreement ALTER disputed_times DROP DEFAULT`,
  `UPDATE agreement SET statutory_ladders = '${newLadders}'::jsonb || jsonb_build_object('s136-permitted-period', (
     SELECT jsonb_agg(jsonb_build_object('minutesBeforeEnd', 1440 - (step->>'afterMinutes')::float8, 'duties', step->'duties') ORDER BY ordinal)
     FROM jsonb_array_elements(statutory_ladder) WITH ORDINALITY AS e (step, ordinal)))`,
  `ALTER TABLE agreement ALTER statutory_ladders SET NOT NULL, DROP statutory_ladder`,
  `UPDATE incident SET person = '{"gender": null, "ethnicity": null, "observedEthnicity": null, "interpreter": null, "communicationNeeds": ""}'::jsonb
     || person || jsonb_build_object('risks', coalesce((
       SELECT jsonb_agg('{"confidence": "reported"}'::jsonb || risk ORDER BY ordinal)
       FROM jsonb_array_elements(person->'risks') WITH ORDINALITY AS e (risk, ordinal)), '[]'::jsonb))`,
  // A person is now what the facts say of them: what was known so far was said when the incident opened.
  `UPDATE incident SET facts = jsonb_build_array(facts->0, (facts->0) - 'calledBy' || jsonb_build_object('id', gen_random_uuid(),
       'kind', 'person-described', 'source', facts->0->'calledBy', 'said', person - 'risks'))
     || coalesce((
       SELECT jsonb_agg((facts->0) - 'calledBy' || jsonb_build_object('id', gen_random_uuid(), 'kind', 'risk-noted',
         'happenedAt', risk->'recordedAt', 'recordedAt', risk->'recordedAt', 'risk', risk - 'recordedAt') ORDER BY ordinal)
       FROM jsonb_array_elements(person->'risks') WITH ORDINALITY AS e (risk, ordinal)), '[]'::jsonb)
     || (facts - 0)`,
  ...pointsCountedFromTheOtherEnd,
];

const down = [
  `DELETE FROM notification WHERE escalation_id IS NULL`,
  `ALTER TABLE notification ALTER escalation_id SET NOT NULL`,
  `ALTER TABLE amhp_request DROP district`,
  `ALTER TABLE rota DROP districts`,
  ...pointsCountedFromTheOtherEnd,
  // What only this version can say otherwise stays: better that the one before cannot read it than that it is lost.
  `UPDATE incident SET facts = (
       SELECT jsonb_agg(fact ORDER BY ordinal) FROM jsonb_array_elements(facts) WITH ORDINALITY AS e (fact, ordinal)
       WHERE fact->>'kind' NOT IN ('person-described', 'risk-noted')),
     person = person - '{gender,ethnicity,observedEthnicity,interpreter,communicationNeeds}'::text[] || jsonb_build_object('risks', coalesce((
       SELECT jsonb_agg(risk - 'confidence' ORDER BY ordinal)
       FROM jsonb_array_elements(person->'risks') WITH ORDINALITY AS e (risk, ordinal)), '[]'::jsonb))`,
  `ALTER TABLE agreement ADD statutory_ladder jsonb`,
  `UPDATE agreement SET statutory_ladder = (
     SELECT jsonb_agg(jsonb_build_object('afterMinutes', 1440 - (step->>'minutesBeforeEnd')::float8, 'duties', step->'duties') ORDER BY ordinal)
     FROM jsonb_array_elements(statutory_ladders->'s136-permitted-period') WITH ORDINALITY AS e (step, ordinal))`,
  `ALTER TABLE agreement ALTER statutory_ladder SET NOT NULL, DROP statutory_ladders, DROP disputed_times`,
  `ALTER TABLE place DROP nation`,
  `ALTER TABLE area DROP police_station_rules`,
];

export class Law1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
