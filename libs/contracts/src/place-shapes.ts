import { z } from 'zod';
import type { Place, RankedPlace, Room, ToldStatus } from '@concord/domain';
import {
  ageBand,
  closedReason,
  likelihood,
  nation,
  need,
  placeKind,
  pressureState,
  promiseReason,
  roomState,
  sexBand,
} from './codes';
import { guest, lentBy, lentTo } from './lending-shapes';
import { id, named, position, storedInstant } from './scalars';

/** What every thing of an area has. */
export const entity = { id, areaId: id, revision: z.int() };
const observationSource = z.enum(['site', 'telephone', 'system', 'set-up']);
export const observation = z.object({
  at: storedInstant,
  by: named,
  source: observationSource,
});

export const place: z.ZodType<Place> = z.object({
  ...entity,
  agencyId: id,
  name: z.string(),
  kind: placeKind,
  nation,
  district: z.string(),
  position,
  telephone: z.string(),
  meets: z.array(need),
  catchment: z.array(z.string()),
  staffing: z.object({ staffedFor: z.int(), observed: observation }).nullable(),
  pressure: z.object({ state: pressureState, observed: observation }).nullable(),
  promises: z.object({ made: z.int(), kept: z.int() }),
  lentBy: lentBy.nullable(),
  lentTo: z.array(lentTo),
});

export const room: z.ZodType<Room> = z.object({
  ...entity,
  placeId: id,
  name: z.string(),
  ages: ageBand,
  sexes: sexBand,
  meets: z.array(need),
  state: roomState,
  observed: observation,
  holdId: id.nullable(),
  incidentId: id.nullable(),
  closedReason: closedReason.nullable(),
  promised: z
    .object({
      freeAt: storedInstant,
      likelihood,
      reason: promiseReason,
      note: z.string(),
      by: named,
      madeAt: storedInstant,
      source: observationSource,
      staffedFor: z.int().optional(),
      toldFirst: storedInstant.optional(),
    })
    .nullable(),
  lentBy: lentBy.nullable(),
  lentTo: z.array(lentTo),
  guest: guest.nullable(),
});

/** One telling of a place's status, whether or not it changed what is shown. */
export const toldStatus: z.ZodType<ToldStatus> = z.object({
  ...entity,
  placeId: id,
  said: z.array(
    z.discriminatedUnion('of', [
      z.object({
        of: z.literal('room'),
        roomId: id,
        state: roomState,
        closedReason: closedReason.nullable(),
      }),
      z.object({ of: z.literal('staffing'), staffedFor: z.int() }),
      z.object({ of: z.literal('pressure'), state: pressureState }),
      z.object({ of: z.literal('places-left'), left: z.int() }),
      z.object({ of: z.literal('shut'), reason: z.string().nullable() }),
    ]),
  ),
  confirmed: z.boolean(),
  observedAt: storedInstant,
  recordedAt: storedInstant,
  by: named,
  source: observationSource,
  tookEffect: z.boolean(),
  takenBackAt: storedInstant.nullable(),
});

export const freshness = z.enum(['fresh', 'confirm-due', 'unknown']);
const ranked = {
  placeId: id,
  placeName: z.string(),
  telephone: z.string(),
  rank: z.int().nullable(),
  driveMinutes: z.int(),
  freshness,
  reasons: z.array(z.string()),
};

export const rankedPlace: z.ZodType<RankedPlace> = z.discriminatedUnion('placeKind', [
  z.object({
    ...ranked,
    placeKind: z.literal('suite'),
    roomId: id,
    roomName: z.string(),
    standing: z.enum(['offer', 'ring', 'no']),
    confirmedMinutesAgo: z.int(),
    lentBy: z.object({ areaName: z.string(), until: storedInstant }).nullable(),
  }),
  z.object({
    ...ranked,
    placeKind: z.literal('emergency-department'),
    standing: z.enum(['offer', 'ring']),
    pressure: pressureState.nullable(),
  }),
]);
