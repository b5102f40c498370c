import { z } from 'zod';
import { duty } from './codes';
import { agreedHours, turnsSaid } from './rota-shapes';
import { id, instant, longText, seenRevision, shortText } from './scalars';

const callOrder = z.int().min(1).max(1000);
const districts = z.array(shortText).max(50);
/** The places it answers for, where not all: a nurse in charge of one suite. */
const placeIds = z.array(id).max(50);
/** Somebody of the area who holds the rota's duty. */
const person = id;

const layerSaid = {
  ...turnsSaid,
  /** In the order of their turns; the same person may take more than one. */
  members: z.array(person).min(1).max(100),
};

/** A rota from its first layers; whoever makes it names its agency only where that is not their own. */
export const createRota = z.strictObject({
  duty,
  agencyId: id.optional(),
  name: shortText,
  callOrder: callOrder.optional(),
  districts: districts.default([]),
  placeIds: placeIds.default([]),
  agreedHours: agreedHours.default({ inARow: null, aWeek: null }),
  layers: z.array(z.strictObject(layerSaid)).min(1).max(12),
});

/** What is not said stays as it is. */
export const changeRota = z
  .strictObject({
    name: shortText.optional(),
    callOrder: callOrder.optional(),
    districts: districts.optional(),
    placeIds: placeIds.optional(),
    agreedHours: agreedHours.optional(),
    seenRevision,
  })
  .refine(({ seenRevision: _, ...said }) => Object.keys(said).length > 0, 'say what is to change');

/** At once, unless a time to come is said. */
export const endRota = z.strictObject({ at: instant.optional(), seenRevision });

/** Where it stands among the layers: 0 is the highest, and where it is put if that is not said. */
const position = z.int().min(0).max(50);
export const addLayer = z.strictObject({ ...layerSaid, position: position.default(0), seenRevision });
/** The layer as it is to be, from now on. */
export const changeLayer = z.strictObject({ ...layerSaid, position: position.optional(), seenRevision });
export const endLayer = z.strictObject({ at: instant.optional(), seenRevision });

/** What has begun by the time it is said counts from then; what is over is refused. */
const period = { from: instant, to: instant };

/** `on` comes on, `off` goes off, or `on` takes the place of `off`, for a time and with the reason. */
export const addOverride = z.strictObject({
  kind: z.enum(['add', 'remove', 'replace']),
  ...period,
  on: person.optional(),
  off: person.optional(),
  why: shortText,
  seenRevision,
});
export const cancelOverride = z.strictObject({ seenRevision });

/** For a time these shifts, and no layer. */
export const addTemporary = z.strictObject({
  name: shortText,
  ...period,
  shifts: z
    .array(z.strictObject({ ...period, who: person }))
    .min(1)
    .max(400),
  why: longText,
  seenRevision,
});
export const cancelTemporary = z.strictObject({ seenRevision });

/** My time for another's, or only to be covered where nothing is taken in return. */
export const offerSwap = z.strictObject({
  to: person,
  gives: z.strictObject(period),
  takes: z.strictObject(period).nullable().default(null),
  why: shortText,
});
export const answerSwap = z.strictObject({ accepts: z.boolean() });
export const withdrawSwap = z.strictObject({});

/** A CSV file of shifts as a temporary rota. Without `apply` nothing is written: what would change is told. */
export const importShifts = z.strictObject({
  name: shortText,
  why: longText,
  csv: z.string().min(1).max(200_000),
  apply: z.boolean().default(false),
  seenRevision,
});

/** Looks again at who would be reached, without waiting for the night. */
export const checkReach = z.strictObject({});

/** A calendar of one rota, or with none named of my own turns on any. */
export const openCalendar = z.strictObject({ rotaId: id.nullable().default(null) });
export const closeCalendar = openCalendar;
