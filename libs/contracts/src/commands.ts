import { SNOOZE_AT_MOST_MINUTES } from '@concord/domain';
import { z } from 'zod';
import {
  adultsAtPoliceStations,
  ageBand,
  channel,
  closedReason,
  declineCode,
  disputedTimes,
  duty,
  clockEvent,
  lateEntry,
  likelihood,
  nation,
  placeKind,
  pressureState,
  promiseReason,
  referralAnswer,
  refusalReason,
  resourceState,
  roomState,
  statutoryKind,
} from './codes';
import { arrivalSaid, personSaid, riskSaid, saidFacts } from './fact-shapes';
import { lendingRules } from './lending-shapes';
import { id, instant, longText, position, seenRevision, shortText } from './scalars';

/** When it happened, if not just now. */
const happenedAt = instant.optional();

const nhsNumber = z.string().regex(/^\d{10}$/, 'ten digits');

export const openIncident = z.strictObject({
  where: z.strictObject({ text: shortText, district: shortText, position }),
  calledBy: shortText,
  happenedAt,
  person: personSaid.partial().extend({
    risks: z.array(riskSaid).max(20).default([]),
    name: shortText.nullable().default(null),
    dateOfBirth: z.iso.date().nullable().default(null),
    nhsNumber: nhsNumber.nullable().default(null),
  }),
});

/** On whose word, when not the recorder's own; and how it came to be entered other than as it happened. */
const told = { happenedAt, source: shortText.optional(), late: lateEntry.optional() };

const said = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...told, ...shape });

const opened = said('opened', { calledBy: shortText });

const recorded = [
  said('advice-sought', saidFacts['advice-sought']),
  said('advice-not-practicable', saidFacts['advice-not-practicable']),
  said('warrant-entered', saidFacts['warrant-entered']),
  said('detained', saidFacts.detained),
  said('diverted', saidFacts.diverted),
  said('referred', saidFacts.referred),
  said('conveyance-started', saidFacts['conveyance-started']),
  said('arrived', arrivalSaid),
  said('handed-over', saidFacts['handed-over']),
  said('police-left', saidFacts['police-left']),
  said('assessment-started', saidFacts['assessment-started']),
  said('start-contested', saidFacts['start-contested']),
  said('reading-adopted', saidFacts['reading-adopted']),
  said('extended', saidFacts.extended),
  said('bed-sought', saidFacts['bed-sought']),
  said('bed-found', saidFacts['bed-found']),
  said('absconded', saidFacts.absconded),
  said('retaken', saidFacts.retaken),
  said('arrested', saidFacts.arrested),
  said('consent-withdrawn', saidFacts['consent-withdrawn']),
  said('outside-accepted', { ...saidFacts['outside-accepted'], nation: nation.optional() }),
  said('outside-withdrew', saidFacts['outside-withdrew']),
  said('station-check', saidFacts['station-check']),
  said('station-review', saidFacts['station-review']),
  said('person-described', {
    said: personSaid.partial().refine((given) => Object.keys(given).length > 0, 'say at least one thing'),
  }),
  said('risk-noted', { risk: riskSaid }),
  said('searched', saidFacts.searched),
  said('interpreter-arranged', saidFacts['interpreter-arranged']),
  said('fitness-told', saidFacts['fitness-told']),
  said('rights-given', saidFacts['rights-given']),
  said('property-listed', saidFacts['property-listed']),
  said('restrained', saidFacts.restrained),
  said('ambulance-requested', saidFacts['ambulance-requested']),
  said('ambulance-arrived', saidFacts['ambulance-arrived']),
  said('noted', saidFacts.noted),
  said('confirmed', saidFacts.confirmed),
  said('disputed', saidFacts.disputed),
  said('incident-in-error', saidFacts['incident-in-error']),
  said('outcome', saidFacts.outcome),
  said('closed', saidFacts.closed),
] as const;

export const recordFact = z.discriminatedUnion('kind', recorded);

/** The fact as it should have been told; the time stays as it was unless another is given. */
export const correctFact = z.strictObject({
  reason: longText,
  fact: z.discriminatedUnion('kind', [opened, ...recorded]),
});
export const takeBackFact = z.strictObject({ reason: longText });

/** The other record of the same incident, which is shut, or opened again. */
export const mergeIncidents = z.strictObject({ otherIncidentId: id, reason: longText });

/** Who the person is: what is not given stays as it is. */
export const identifyPerson = z.strictObject({
  source: shortText,
  name: shortText.nullable().optional(),
  dateOfBirth: z.iso.date().nullable().optional(),
  nhsNumber: nhsNumber.nullable().optional(),
});

/** A rule on adults at police stations, in force in one nation from a day to come. */
export const datePoliceStationRule = z.strictObject({
  nation,
  from: instant,
  adults: adultsAtPoliceStations,
  source: longText,
});

export const requestHold = z.strictObject({ roomId: id, seenRevision });
export const acceptHold = z.strictObject({
  /** From when the suite can take them, if not at once. */
  notBefore: instant.optional(),
  seenRevision,
});
export const extendHold = z.strictObject({
  minutes: z.int().min(5).max(240),
  reason: longText,
  seenRevision,
});
export const reverseRefusal = z.strictObject({ reason: longText });
export const refuseHold = z.strictObject({
  reason: refusalReason,
  rationale: z.string().trim().max(2000),
  seenRevision,
});
/** A suite that cannot find the next place gives the search back, and says why. */
export const handBackSearch = z.strictObject({ reason: longText });
export const releaseHold = z.strictObject({ reason: longText, seenRevision });
const observationSource = z.enum(['site', 'telephone']).default('site');
/** On whose word, and when it was seen if not just now. */
const observation = { source: observationSource, observedAt: instant.optional() };
export const markRoom = z
  .strictObject({
    state: roomState.exclude(['held']),
    closedReason: closedReason.optional(),
    /** Of a closing: when the room is expected to open again, which is a promise of it like any other. */
    reopensAt: instant.optional(),
    ...observation,
    seenRevision,
  })
  .refine(({ state, reopensAt }) => state === 'closed' || reopensAt === undefined, {
    message: 'only a room that is closed opens again',
    path: ['reopensAt'],
  });
/** Takes back my own mark of a room, nobody having touched it since. */
export const unmarkRoom = z.strictObject({ seenRevision: z.int().nonnegative() });
/** `seenRevision` is the newest of all that was shown of the place and its rooms. */
export const confirmRooms = z.strictObject({ ...observation, seenRevision });

/** What a suite says of its staff, or an emergency department of how hard it is pressed. */
export const observePlace = z
  .strictObject({
    staffedFor: z.int().min(0).max(50).optional(),
    pressure: pressureState.optional(),
    ...observation,
    seenRevision,
  })
  .refine(
    ({ staffedFor, pressure }) => staffedFor !== undefined || pressure !== undefined,
    'say something of it',
  );
/**
 * Places that an alternative has left, and whether it is called off (null: open after all): for the day, or where
 * its doors never close until it says otherwise.
 */
export const observeAlternative = z
  .strictObject({
    left: z.int().min(0).max(200).optional(),
    shut: z.strictObject({ reason: shortText }).nullable().optional(),
    ...observation,
    seenRevision,
  })
  .refine(({ left, shut }) => left !== undefined || shut !== undefined, 'say something of it');
export const confirmAlternative = z.strictObject(observation);
/** Why not, where it cannot take them. */
export const answerReferral = z.strictObject({
  answer: referralAnswer,
  reason: z.string().trim().max(2000).default(''),
});
/**
 * When a room that is not free now will be, within a day; open again, within eight weeks, if it is closed;
 * or staffed, if it is free but its suite has too few staff. Shown beside the present, and scored.
 */
export const promiseRoom = z.strictObject({
  freeAt: instant,
  likelihood: likelihood.default('likely'),
  reason: promiseReason,
  note: z.string().trim().max(2000).default(''),
  source: observationSource,
  seenRevision,
});
/** Places shown and lent to a neighbouring area, from now or an instant to come. */
export const lendPlaces = z.strictObject({
  toAreaId: z.uuid().toLowerCase(),
  placeIds: z.array(id).min(1).max(20),
  from: instant.optional(),
  until: instant,
  rules: lendingRules.prefault({}),
});
export const withdrawLending = z.strictObject({ reason: longText, seenRevision });
/** The lender's coordinator on one person of the neighbour's; a no needs its reason. */
export const allowLoan = z.strictObject({
  allowed: z.boolean(),
  reason: z.string().trim().max(2000).default(''),
  seenRevision,
});
export const requestAmhp = z.strictObject({});
export const requestDoctor = z.strictObject({});
/** From a time, where they cannot set out at once. */
export const acceptOffer = z.strictObject({ notBefore: instant.optional(), seenRevision });
export const declineOffer = z.strictObject({
  code: declineCode,
  reason: z.string().trim().max(120).default(''),
  seenRevision,
});
export const reassignAmhp = z.strictObject({ to: id, reason: shortText, seenRevision });
/** Null takes back what was said; what is not given stays. */
export const sayAvailability = z
  .strictObject({ restingUntil: instant.nullable().optional(), district: shortText.nullable().optional() })
  .refine(
    ({ restingUntil, district }) => restingUntil !== undefined || district !== undefined,
    'say something of it',
  );
export const withdrawAmhp = z.strictObject({ reason: shortText, seenRevision });
export const amhpProgress = z.strictObject({ state: z.enum(['travelling', 'on-scene']), happenedAt });
export const markResource = z.strictObject({ state: resourceState, seenRevision });
export const commitResource = z.strictObject({ incidentId: id, seenRevision });
export const ownEscalation = z.strictObject({ seenRevision });
export const silenceEscalation = z.strictObject({ seenRevision });
export const snoozeEscalation = z.strictObject({
  minutes: z.int().min(1).max(SNOOZE_AT_MOST_MINUTES),
  why: shortText,
  seenRevision,
});

const minutes = z
  .number()
  .min(0)
  .max(31 * 24 * 60);
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');
const someDuties = z.array(duty).max(11);
/** Whom a step calls; absent parts mean: whatever agency, by any channel, and one of them is enough. */
const stepCalls = {
  duties: someDuties,
  agencyId: id.optional(),
  channels: z.array(channel).min(1).max(4).optional(),
  each: z.boolean().optional(),
};

/** A new version to be written, with the terms of another. */
export const draftAgreement = z.strictObject({ basedOn: id });

/** The whole of a draft's terms, as they are to be. */
export const editAgreement = z.strictObject({
  terms: z.strictObject({
    title: shortText,
    parties: z.array(id).min(1).max(50),
    effectiveFrom: instant,
    holdAnswerMinutes: minutes.min(1),
    holdArriveMinutes: minutes.min(1),
    offerAnswerMinutes: minutes.min(1),
    attendance: z.strictObject({
      travelMinutes: minutes.min(1).nullable(),
      rest: z.strictObject({ from: wallTime, to: wallTime, hours: z.number().min(1).max(48) }).nullable(),
    }),
    ownerQuietMinutes: minutes.min(1).nullable(),
    freshness: z.strictObject({
      confirmAfterMinutes: minutes.min(1),
      unknownAfterMinutes: minutes.min(1),
      confirmDuties: someDuties,
      unknownDuties: someDuties,
    }),
    travel: z.strictObject({
      roadFactor: z.number().min(1).max(5),
      kmPerHour: z.number().min(5).max(130),
      minutes: z.record(shortText, z.record(id, minutes)).optional(),
    }),
    thresholds: z
      .array(
        z.strictObject({
          id: z
            .string()
            .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
            .max(60),
          clock: z
            .string()
            .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
            .max(60),
          label: shortText,
          startsOn: clockEvent,
          stopsOn: z.array(clockEvent).max(20),
          resumesOn: z.array(clockEvent).max(20),
          placeKinds: z.array(placeKind).max(5),
          ages: ageBand,
          hours: z
            .strictObject({ days: z.array(z.int().min(1).max(7)).max(7), from: wallTime, to: wallTime })
            .nullable(),
          soonAfterMinutes: minutes,
          dueAfterMinutes: minutes,
          overAfterMinutes: minutes,
          ladder: z.array(z.strictObject({ afterMinutes: minutes, ...stepCalls })).max(20),
        }),
      )
      .max(60),
    refuserFindsNext: z.array(refusalReason).max(refusalReason.options.length),
    disputedTimes,
    statutoryLadders: z.record(
      statutoryKind,
      z
        .array(
          z.strictObject({
            minutesBeforeEnd: z
              .number()
              .min(-24 * 60)
              .max(36 * 60),
            ...stepCalls,
          }),
        )
        .max(20),
    ),
  }),
  seenRevision,
});
/** What was read is what is approved: an edit since is refused. */
export const approveAgreement = z.strictObject({ seenRevision: z.int().nonnegative() });
export const withdrawAgreement = z.strictObject({ reason: longText, seenRevision });

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
