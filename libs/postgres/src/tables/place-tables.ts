import { closedReason, holdState, roomState } from '@concord/contracts';
import type { Alternative, Hold, Lending, Place, Room, ToldStatus } from '@concord/domain';
import { liveHoldStates } from '@concord/domain';
import { EntitySchema } from 'typeorm';
import {
  belongsTo,
  belongsWith,
  bool,
  byArea,
  entity,
  instant,
  integer,
  json,
  named,
  oneOf,
  orNull,
  text,
  uuid,
} from './columns';

export const place = new EntitySchema<Place>({
  name: 'place',
  tableName: 'place',
  columns: named<Place>({
    ...entity,
    agencyId: uuid,
    name: text,
    kind: text,
    nation: text,
    district: text,
    position: json,
    telephone: text,
    meets: json,
    catchment: json,
    staffing: orNull(json),
    pressure: orNull(json),
    promises: json,
    lentBy: orNull(json),
    lentTo: json,
  }),
  indices: [byArea('place')],
  checks: [
    {
      name: 'place_is_a_place_of_safety',
      expression: `"kind" IN ('suite', 'emergency-department', 'police-station', 'dwelling', 'other')`,
    },
  ],
});

export const alternative = new EntitySchema<Alternative>({
  name: 'alternative',
  tableName: 'alternative',
  columns: named<Alternative>({
    ...entity,
    agencyId: uuid,
    name: text,
    kind: text,
    district: text,
    position: json,
    telephone: text,
    ages: text,
    agesFirm: bool,
    meets: json,
    catchment: json,
    referrers: json,
    hours: json,
    places: orNull(integer),
    capacity: orNull(json),
    shut: orNull(json),
    expected: json,
  }),
  indices: [byArea('alternative')],
  checks: [
    {
      name: 'alternative_is_no_place_of_safety',
      expression: `"kind" IN ('crisis-cafe', 'crisis-house', 'decision-unit', 'home-treatment-team', 'helpline')`,
    },
    {
      name: 'alternative_counts_within_its_places',
      expression: `"capacity" IS NULL OR ("capacity"->>'left')::integer BETWEEN 0 AND "places"`,
    },
  ],
});

export const room = new EntitySchema<Room>({
  name: 'room',
  tableName: 'room',
  columns: named<Room>({
    ...entity,
    placeId: uuid,
    name: text,
    ages: text,
    sexes: text,
    meets: json,
    state: text,
    observed: json,
    holdId: orNull(uuid),
    incidentId: orNull(uuid),
    closedReason: orNull(text),
    promised: orNull(json),
    lentBy: orNull(json),
    lentTo: json,
    guest: orNull(json),
  }),
  indices: [
    byArea('room'),
    // One person is in at most one room: in a neighbour's, it is one room with a row in each area.
    {
      name: 'room_one_per_incident',
      columns: ['areaId', 'incidentId'],
      unique: true,
      where: '"incident_id" IS NOT NULL',
    },
    // What names a room and its place names a pair that there is.
    { name: 'room_of_its_place', columns: ['id', 'placeId'], unique: true },
  ],
  checks: [
    // A neighbour's room may be promised to somebody of whom this area knows nothing.
    {
      name: 'room_held_by_a_hold',
      expression: `("state" = 'held') = ("hold_id" IS NOT NULL) OR ("lent_by" IS NOT NULL AND "hold_id" IS NULL)`,
    },
    { name: 'room_occupant_only_when_occupied', expression: `"incident_id" IS NULL OR "state" = 'occupied'` },
    { name: 'room_closed_with_a_reason', expression: `"state" <> 'closed' OR "closed_reason" IS NOT NULL` },
    { name: 'room_in_a_state_there_is', expression: oneOf('state', roomState.options) },
    { name: 'room_closed_for_a_reason_there_is', expression: oneOf('closed_reason', closedReason.options) },
  ],
  foreignKeys: [
    belongsTo('room_in_a_place', 'placeId', 'place'),
    belongsTo('room_hold_exists', 'holdId', 'hold'),
    belongsTo('room_occupant_exists', 'incidentId', 'incident'),
  ],
});

export const hold = new EntitySchema<Hold>({
  name: 'hold',
  tableName: 'hold',
  columns: named<Hold>({
    ...entity,
    incidentId: uuid,
    incidentRef: text,
    placeId: uuid,
    roomId: uuid,
    state: text,
    requestedAt: instant,
    requestedBy: json,
    expiresAt: instant,
    answeredAt: orNull(instant),
    answeredBy: orNull(json),
    refusal: orNull(json),
    notBefore: orNull(instant),
    endedBecause: orNull(text),
    reverses: orNull(uuid),
    across: orNull(json),
  }),
  indices: [
    byArea('hold'),
    { name: 'hold_incident', columns: ['incidentId'] },
    // P3 in the database itself: a room is promised to one incident at a time.
    {
      name: 'hold_one_per_room',
      columns: ['roomId'],
      unique: true,
      where: oneOf('state', liveHoldStates),
    },
    // One suite is asked once at a time for one incident, whatever rooms it has.
    {
      name: 'hold_one_per_suite_asked',
      columns: ['incidentId', 'placeId'],
      unique: true,
      where: oneOf('state', liveHoldStates),
    },
    {
      name: 'hold_one_accepted_per_incident',
      columns: ['areaId', 'incidentId'],
      unique: true,
      where: `"state" = 'accepted'`,
    },
  ],
  checks: [
    { name: 'hold_lapses_after_it_is_asked', expression: `"expires_at" > "requested_at"` },
    {
      name: 'hold_answer_has_author_and_time',
      expression: `"state" NOT IN ('accepted', 'refused') OR ("answered_at" IS NOT NULL AND "answered_by" IS NOT NULL)`,
    },
    { name: 'hold_refused_with_a_reason', expression: `("state" = 'refused') = ("refusal" IS NOT NULL)` },
    { name: 'hold_in_a_state_there_is', expression: oneOf('state', holdState.options) },
  ],
  foreignKeys: [
    belongsWith('hold_of_a_room', { roomId: 'id', placeId: 'placeId' }, 'room'),
    belongsTo('hold_for_an_incident', 'incidentId', 'incident'),
  ],
});

export const toldStatus = new EntitySchema<ToldStatus>({
  name: 'told-status',
  tableName: 'told_status',
  columns: named<ToldStatus>({
    ...entity,
    placeId: uuid,
    said: json,
    confirmed: bool,
    observedAt: instant,
    recordedAt: instant,
    by: { ...json, name: 'teller' },
    source: text,
    tookEffect: bool,
    takenBackAt: orNull(instant),
  }),
  indices: [{ name: 'told_status_place', columns: ['placeId', 'observedAt'] }],
});

export const lending = new EntitySchema<Lending>({
  name: 'lending',
  tableName: 'lending',
  columns: named<Lending>({
    ...entity,
    side: text,
    other: json,
    places: json,
    from: { ...instant, name: 'from_at' },
    until: { ...instant, name: 'until_at' },
    rules: json,
    state: text,
    offeredBy: json,
    offeredAt: instant,
    ended: orNull(json),
  }),
  indices: [{ name: 'lending_live', columns: ['areaId'], where: `"state" IN ('agreed', 'running')` }],
});
