import type { ReachReport, Rota } from '@concord/domain';
import { EntitySchema } from 'typeorm';
import { byArea, entity, instant, integer, json, named, orNull, text, uuid } from './columns';

export const rota = new EntitySchema<Rota>({
  name: 'rota',
  tableName: 'rota',
  columns: named<Rota>({
    ...entity,
    agencyId: uuid,
    duty: text,
    name: text,
    callOrder: integer,
    districts: json,
    placeIds: json,
    layers: json,
    temporary: json,
    overrides: json,
    swaps: json,
    agreedHours: json,
    until: orNull(instant),
  }),
  indices: [byArea('rota')],
});

/** One an area: what was found before is in the journal. */
export const reachReport = new EntitySchema<ReachReport>({
  name: 'reach-report',
  tableName: 'reach_report',
  columns: named<ReachReport>({
    ...entity,
    takenAt: instant,
    until: instant,
    askedBy: orNull(json),
    night: orNull(instant),
    told: json,
    steps: integer,
    gaps: json,
  }),
  indices: [{ name: 'reach_report_of_area', columns: ['areaId'], unique: true }],
});
