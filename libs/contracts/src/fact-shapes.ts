import { z } from 'zod';
import {
  admissionKind,
  adviserProfession,
  ageBasis,
  ambulanceCategory,
  competingBasis,
  confidence,
  conveyanceMode,
  diversion,
  ethnicity,
  extensionGround,
  need,
  observedEthnicity,
  outcomeCode,
  outsideKind,
  policeStationGrounds,
  policeVehicleReason,
  power,
  referralHow,
  restraintKind,
  riskKind,
  searchPower,
  sex,
} from './codes';
import { id, instant, longText, shortText } from './scalars';

const note = z.string().trim().max(2000).default('');

/** What may be said of a person; identity is kept apart (`identifyPerson`). */
export const personSaid = z.strictObject({
  ageYears: z.int().min(0).max(120).nullable(),
  ageBasis,
  appearsUnder18: z.boolean(),
  sex,
  gender: shortText.nullable(),
  ethnicity: ethnicity.nullable(),
  observedEthnicity: observedEthnicity.nullable(),
  interpreter: shortText.nullable(),
  communicationNeeds: z.string().trim().max(2000),
  needs: z.array(need).max(need.options.length),
});

/** A risk as it is entered: it expires, always. */
export const riskSaid = z.strictObject({
  kind: riskKind,
  note: shortText,
  source: shortText,
  confidence: confidence.default('reported'),
  expiresInHours: z.int().min(1).max(720).default(72),
});

const doctor = z.strictObject({ name: shortText, section12: z.boolean(), whyNot: note });

/**
 * Facts that people record, by kind: once here for what they send, what is kept and what is shown.
 * Those that name a hold, a request or a car are written by their own commands.
 */
export const saidFacts = {
  'advice-sought': { adviser: shortText, profession: adviserProfession, advice: longText },
  'advice-not-practicable': { reason: longText },
  'warrant-entered': {
    warrant: z.enum(['s135-1', 's135-2']),
    officer: shortText,
    amhp: shortText,
    doctor: shortText,
  },
  detained: { power: power.default('s136-removed'), officer: shortText },
  diverted: { to: diversion, note, alternativeId: id.optional() },
  /** The alternative's name and kind are added from what is known of it. */
  referred: { alternativeId: id, how: referralHow, acceptedBy: shortText.optional() },
  'conveyance-started': {
    mode: conveyanceMode,
    policeVehicleReason: policeVehicleReason.optional(),
    authorisedBy: z.strictObject({ name: shortText, role: z.enum(['constable', 'amhp']) }).optional(),
  },
  'handed-over': { acceptedBy: shortText },
  'police-left': { agreedRisk: longText, officer: shortText },
  'assessment-started': { amhp: shortText },
  'start-contested': { basis: competingBasis, note },
  'reading-adopted': { startFactId: id, reason: longText },
  extended: {
    minutes: z
      .int()
      .min(1)
      .max(24 * 60),
    doctor: shortText,
    ground: extensionGround,
    reason: longText,
    superintendent: shortText.optional(),
    evidence: longText.optional(),
  },
  'bed-sought': { admission: admissionKind, note },
  'bed-found': { where: shortText },
  absconded: { note },
  retaken: { officer: shortText, where: shortText },
  arrested: { offence: shortText, officer: shortText },
  'consent-withdrawn': { withdrawnBy: shortText },
  'outside-accepted': {
    placeName: shortText,
    placeKind: outsideKind,
    telephone: shortText,
    acceptedBy: shortText,
  },
  'outside-withdrew': { reason: longText },
  'station-check': { professional: shortText, note },
  'station-review': {
    custodyOfficer: shortText,
    conditionsStillMet: z.boolean(),
    asleepNoRiskFlagged: z.boolean().default(false),
    nextWithinMinutes: z.int().min(1).max(180).default(60),
  },
  searched: { power: searchPower, grounds: longText, officer: shortText, found: longText },
  'interpreter-arranged': { interpreter: shortText, how: shortText },
  'fitness-told': { fit: z.boolean(), saidBy: shortText, note },
  'rights-given': { givenBy: shortText, how: shortText, understood: z.boolean() },
  'property-listed': { items: longText, heldBy: shortText },
  restrained: {
    restraint: restraintKind,
    reason: longText,
    minutes: z
      .int()
      .min(0)
      .max(24 * 60),
    injuries: note,
  },
  'ambulance-requested': { category: ambulanceCategory },
  'ambulance-arrived': { callsign: shortText },
  noted: { text: longText },
  disputed: { factId: id, saysAt: instant, reason: longText },
  confirmed: { factId: id },
  'incident-in-error': { reason: longText },
  outcome: {
    code: outcomeCode,
    note,
    doctor: doctor.optional(),
    voluntaryHelp: z.strictObject({ offered: diversion, accepted: z.boolean().optional() }).optional(),
  },
  closed: { note },
} as const satisfies Record<string, z.ZodRawShape>;

/**
 * An arrival as it is entered: the place's name and kind are added from what is known of it, and the room where
 * nobody says which: the one held for them, or else the first free one that fits.
 */
export const arrivalSaid = {
  placeId: id,
  roomId: id.optional(),
  policeStation: policeStationGrounds.optional(),
  unlawfulBecause: longText.optional(),
  dwelling: z.strictObject({ personAgrees: z.boolean(), occupier: shortText.nullable() }).optional(),
};
