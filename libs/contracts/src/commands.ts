import { z } from 'zod';
import {
  adviserProfession,
  ageBasis,
  closedReason,
  conveyanceMode,
  diversion,
  outcomeCode,
  policeStationGrounds,
  policeVehicleReason,
  refusalReason,
  resourceState,
  riskKind,
  roomState,
  sex,
} from './codes';
import { id, instant, longText, position, seenRevision, shortText } from './scalars';

/** When it happened, if not just now. */
const happenedAt = instant.optional();

export const openIncident = z.strictObject({
  where: z.strictObject({ text: shortText, district: shortText, position }),
  calledBy: shortText,
  happenedAt,
  person: z.strictObject({
    ageYears: z.int().min(0).max(120).nullable().default(null),
    ageBasis: ageBasis.default('unknown'),
    appearsUnder18: z.boolean().default(false),
    sex: sex.default('not-known'),
    risks: z
      .array(
        z.strictObject({
          kind: riskKind,
          note: shortText,
          source: shortText,
          expiresInHours: z.int().min(1).max(720).default(72),
        }),
      )
      .max(20)
      .default([]),
    name: shortText.nullable().default(null),
    dateOfBirth: z.iso.date().nullable().default(null),
    nhsNumber: z
      .string()
      .regex(/^\d{10}$/, 'ten digits')
      .nullable()
      .default(null),
  }),
});

/** Facts that people record. Those that name a hold, a request or a car are written by their own commands. */
export const recordFact = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('advice-sought'),
    happenedAt,
    adviser: shortText,
    profession: adviserProfession,
    advice: longText,
  }),
  z.strictObject({ kind: z.literal('advice-not-practicable'), happenedAt, reason: longText }),
  z.strictObject({
    kind: z.literal('detained'),
    happenedAt,
    power: z.enum(['s136-removed', 's136-kept']).default('s136-removed'),
    officer: shortText,
  }),
  z.strictObject({
    kind: z.literal('diverted'),
    happenedAt,
    to: diversion,
    note: z.string().trim().max(2000).default(''),
  }),
  z.strictObject({
    kind: z.literal('conveyance-started'),
    happenedAt,
    mode: conveyanceMode,
    policeVehicleReason: policeVehicleReason.optional(),
  }),
  z.strictObject({
    kind: z.literal('arrived'),
    happenedAt,
    placeId: id,
    policeStation: policeStationGrounds.optional(),
  }),
  z.strictObject({ kind: z.literal('handed-over'), happenedAt, acceptedBy: shortText }),
  z.strictObject({ kind: z.literal('assessment-started'), happenedAt, amhp: shortText }),
  z.strictObject({
    kind: z.literal('outcome'),
    happenedAt,
    code: outcomeCode,
    note: z.string().trim().max(2000).default(''),
  }),
  z.strictObject({ kind: z.literal('closed'), happenedAt, note: z.string().trim().max(2000).default('') }),
]);

export const requestHold = z.strictObject({ roomId: id, seenRevision });
export const acceptHold = z.strictObject({ seenRevision });
export const refuseHold = z.strictObject({
  reason: refusalReason,
  rationale: z.string().trim().max(2000),
  seenRevision,
});
export const releaseHold = z.strictObject({ reason: longText, seenRevision });
export const markRoom = z.strictObject({
  state: roomState.exclude(['held']),
  closedReason: closedReason.optional(),
  source: z.enum(['site', 'telephone']).default('site'),
  seenRevision,
});
export const confirmRooms = z.strictObject({ source: z.enum(['site', 'telephone']).default('site') });
export const requestAmhp = z.strictObject({});
export const acceptOffer = z.strictObject({ seenRevision });
export const declineOffer = z.strictObject({ reason: shortText, seenRevision });
export const withdrawAmhp = z.strictObject({ reason: shortText });
export const amhpProgress = z.strictObject({ state: z.enum(['travelling', 'on-scene']), happenedAt });
export const markResource = z.strictObject({ state: resourceState, seenRevision });
export const commitResource = z.strictObject({ incidentId: id, seenRevision });
export const ownEscalation = z.strictObject({ seenRevision });

/** The demo's own clock: `rate` is seconds of demo time a second (0 pauses it); `stepMinutes` moves it on. */
export const setDemoClock = z.strictObject({
  rate: z.number().min(0).max(600).optional(),
  stepMinutes: z
    .number()
    .positive()
    .max(60 * 24 * 31)
    .optional(),
});

export const signIn = z.strictObject({ email: z.email().max(200), password: z.string().min(1).max(200) });
export const demoSignIn = z.strictObject({ persona: z.string().min(1).max(60) });
