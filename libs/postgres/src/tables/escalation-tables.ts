import type { Escalation, Notification } from '@concord/domain';
import { EntitySchema } from 'typeorm';
import {
  bool,
  entity,
  instant,
  json,
  named,
  ofOneThing,
  ofOneThingAtMost,
  orNull,
  text,
  uuid,
} from './columns';

/** What was raised, and who was told: by incident, by place, or by area. */
export const escalation = new EntitySchema<Escalation>({
  name: 'escalation',
  tableName: 'escalation',
  columns: named<Escalation>({
    ...entity,
    incidentId: orNull(uuid),
    incidentRef: orNull(text),
    placeId: orNull(uuid),
    clock: json,
    subject: uuid,
    startedAt: instant,
    level: text,
    steps: json,
    ownedBy: orNull(json),
    ownedAt: orNull(instant),
    acknowledgements: json,
    silences: json,
    snooze: orNull(json),
    goneQuiet: json,
    nobodyReachedAt: orNull(instant),
    resolvedAt: orNull(instant),
  }),
  indices: [
    { name: 'escalation_open', columns: ['areaId'], where: '"resolved_at" IS NULL' },
    { name: 'escalation_incident', columns: ['incidentId'] },
    { name: 'escalation_place', columns: ['placeId'], where: '"place_id" IS NOT NULL' },
    // A place is asked one question at a time.
    {
      name: 'escalation_one_open_per_place',
      columns: ['placeId'],
      unique: true,
      where: '"place_id" IS NOT NULL AND "resolved_at" IS NULL',
    },
  ],
  checks: [ofOneThing('escalation')],
});

export const notification = new EntitySchema<Notification>({
  name: 'notification',
  tableName: 'notification',
  columns: named<Notification>({
    ...entity,
    escalationId: orNull(uuid),
    incidentId: orNull(uuid),
    placeId: orNull(uuid),
    duty: text,
    to: { ...json, name: 'recipient' },
    subject: text,
    channels: json,
    statutory: bool,
    state: text,
    queuedAt: instant,
    tryAt: orNull(instant),
    sentAt: orNull(instant),
    deliveries: json,
  }),
  indices: [
    { name: 'notification_queued', columns: ['areaId'], where: `"state" = 'queued'` },
    { name: 'notification_due', columns: ['tryAt'], where: `"state" = 'queued'` },
    { name: 'notification_sent', columns: ['areaId', 'sentAt'] },
    { name: 'notification_incident', columns: ['incidentId'] },
    { name: 'notification_escalation', columns: ['escalationId'] },
  ],
  checks: [ofOneThingAtMost('notification')],
});
