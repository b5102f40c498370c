import type { PersonIdentity } from '@concord/domain';
import type { Timer } from '@concord/coordination';
import { EntitySchema } from 'typeorm';
import {
  bool,
  counter,
  double,
  instant,
  integer,
  json,
  key,
  named,
  ofOneThing,
  orNull,
  text,
  uuid,
} from './columns';

/**
 * The row that every command locks. Apart from `area` so that the busiest row of the system stays a
 * few dozen bytes: each command rewrites it.
 */
interface AreaHead {
  areaId: string;
  revision: number;
  /** Hash of the last journal entry: the next one is chained to it. */
  headHash: string;
  /** Time never runs backwards within an area. */
  lastAt: string;
  incidentsOpened: number;
}

export const areaHead = new EntitySchema<AreaHead>({
  name: 'area_head',
  tableName: 'area_head',
  columns: named<AreaHead>({
    areaId: key(uuid),
    revision: counter,
    headHash: text,
    lastAt: instant,
    incidentsOpened: integer,
  }),
});

interface JournalRow {
  areaId: string;
  revision: number;
  ordinal: number;
  at: string;
  actor: unknown;
  command: string;
  kind: string;
  entityId: string;
  image: unknown;
  hash: string;
}

/** Append-only (a trigger refuses anything else). `image` is json, not jsonb: its exact text is what was hashed. */
export const journal = new EntitySchema<JournalRow>({
  name: 'journal',
  tableName: 'journal',
  columns: named<JournalRow>({
    areaId: key(uuid),
    revision: key(counter),
    ordinal: key(integer),
    at: instant,
    actor: orNull({ type: 'json' }),
    command: text,
    kind: text,
    entityId: uuid,
    image: { type: 'json' },
    hash: text,
  }),
  indices: [{ name: 'journal_entity', columns: ['entityId', 'revision'] }],
});

export const timer = new EntitySchema<Timer>({
  name: 'timer',
  tableName: 'timer',
  columns: named<Timer>({
    id: key(uuid),
    areaId: uuid,
    incidentId: orNull(uuid),
    placeId: orNull(uuid),
    kind: text,
    subject: uuid,
    point: text,
    anchorAt: instant,
    dueAt: instant,
    armedAt: instant,
    state: text,
    firedAt: orNull(instant),
  }),
  uniques: [{ name: 'timer_name', columns: ['kind', 'subject', 'point'] }],
  indices: [
    { name: 'timer_due', columns: ['dueAt'], where: `"state" = 'armed'` },
    { name: 'timer_area_due', columns: ['areaId', 'dueAt'], where: `"state" = 'armed'` },
    { name: 'timer_incident', columns: ['incidentId'] },
    { name: 'timer_place', columns: ['placeId'], where: '"place_id" IS NOT NULL' },
  ],
  checks: [ofOneThing('timer')],
});

export const person = new EntitySchema<PersonIdentity>({
  name: 'person',
  tableName: 'person',
  columns: named<PersonIdentity>({
    id: key(uuid),
    areaId: uuid,
    name: orNull(text),
    dateOfBirth: orNull(text),
    nhsNumber: orNull(text),
  }),
  indices: [
    { name: 'person_number', columns: ['areaId', 'nhsNumber'] },
    { name: 'person_birth', columns: ['areaId', 'dateOfBirth'] },
  ],
});

interface Answered {
  areaId: string;
  userId: string;
  key: string;
  content: string;
  answer: unknown;
  at: string;
}

/** First answers by idempotency key: a retry is given the same one. */
export const answered = new EntitySchema<Answered>({
  name: 'answered',
  tableName: 'answered',
  columns: named<Answered>({
    areaId: key(uuid),
    userId: key(uuid),
    key: key(text),
    content: text,
    answer: { type: 'json' },
    at: instant,
  }),
});

interface ClockRow {
  one: boolean;
  /** What `app.now()` reads: anchorApp + (real time - anchorReal) * rate. */
  anchorReal: string;
  anchorApp: string;
  rate: number;
  /** False in life: a check holds rate at 1 and the two anchors equal. */
  movable: boolean;
}

export const clock = new EntitySchema<ClockRow>({
  name: 'clock',
  tableName: 'clock',
  columns: named<ClockRow>({
    one: key(bool),
    anchorReal: instant,
    anchorApp: instant,
    rate: double,
    movable: bool,
  }),
  checks: [
    { name: 'clock_one_row', expression: '"one"' },
    {
      name: 'clock_moves_only_in_a_demo',
      expression: '"movable" OR ("rate" = 1 AND "anchor_real" = "anchor_app")',
    },
  ],
});

interface Heartbeat {
  name: string;
  beatAt: string;
}

/** Real time, not area time: it says that a process is alive. */
export const heartbeat = new EntitySchema<Heartbeat>({
  name: 'engine_heartbeat',
  tableName: 'engine_heartbeat',
  columns: named<Heartbeat>({ name: key(text), beatAt: instant }),
});

interface EngineAudit {
  areaId: string;
  auditedAt: string;
  findings: unknown;
}

/** What the auditor last found of each area. */
export const engineAudit = new EntitySchema<EngineAudit>({
  name: 'engine_audit',
  tableName: 'engine_audit',
  columns: named<EngineAudit>({ areaId: key(uuid), auditedAt: instant, findings: json }),
});

export const storeTables = [areaHead, journal, timer, person, answered, clock, heartbeat, engineAudit];
