import { z } from 'zod';
import type {
  AdviserProfession,
  AgeBand,
  AgeBasis,
  ClosedReason,
  ConveyanceMode,
  Diversion,
  Duty,
  FactKind,
  OutcomeCode,
  PlaceKind,
  PoliceStationGrounds,
  PoliceVehicleReason,
  RefusalReason,
  ResourceState,
  RiskKind,
  RoomState,
  Sex,
} from '@concord/domain';
import { factMoves } from '@concord/domain';
import { shortText } from './scalars';

/** A code list that must name exactly the codes of the domain: one missing or one too many does not compile. */
const codes =
  <Code extends string>() =>
  <const Listed extends readonly Code[]>(
    listed: Listed & ([Code] extends [Listed[number]] ? unknown : never),
  ) =>
    z.enum(listed as unknown as [Code, ...Code[]]);

export const duty = codes<Duty>()([
  'control-room',
  'duty-inspector',
  'superintendent',
  'suite-nurse',
  's136-coordinator',
  'on-call-manager',
  'director-on-call',
  'amhp',
  'amhp-lead',
  'triage-crew',
  'demo',
]);
export const placeKind = codes<PlaceKind>()([
  'suite',
  'emergency-department',
  'police-station',
  'dwelling',
  'other',
]);
export const roomState = codes<RoomState>()(['available', 'held', 'occupied', 'cleaning', 'closed']);
export const closedReason = codes<ClosedReason>()(['damage', 'staffing', 'infection', 'works', 'other']);
export const ageBand = codes<AgeBand>()(['adults', 'under-18s', 'any-age']);
export const ageBasis = codes<AgeBasis>()(['known', 'estimated', 'unknown']);
export const sex = codes<Sex>()(['female', 'male', 'not-known']);
export const riskKind = codes<RiskKind>()([
  'violence',
  'self-harm',
  'drugs-or-alcohol',
  'weapons',
  'physical-health',
  'medication',
  'safeguarding',
  'absconding',
  'communication',
]);
export const adviserProfession = codes<AdviserProfession>()([
  'doctor',
  'nurse',
  'amhp',
  'occupational-therapist',
  'paramedic',
]);
export const conveyanceMode = codes<ConveyanceMode>()([
  'ambulance',
  'police-vehicle',
  'other-health-vehicle',
  'other',
  'not-known',
]);
export const policeVehicleReason = codes<PoliceVehicleReason>()([
  'none-within-30-minutes',
  'not-requested',
  'crew-refused',
  're-tasked',
  'risk-assessment',
  'urgency',
  'other',
  'not-known',
]);
export const refusalReason = codes<RefusalReason>()([
  'full',
  'no-staff',
  'closed',
  'age',
  'needs-emergency-department',
  'risk-beyond-safe-staffing',
  'out-of-area',
  'intoxication-clinical',
]);
export const outcomeCode = codes<OutcomeCode>()([
  'informal-admission',
  'section-2',
  'section-3',
  'section-4',
  'cto-recall',
  'awol-return',
  'discharged-with-follow-up',
  'discharged-no-follow-up',
  'no-mental-disorder',
  'criminal-justice',
  'emergency-department-admission',
  'expired-unassessed',
  'transferred',
]);
export const diversion = codes<Diversion>()([
  'no-further-need',
  'crisis-cafe',
  'crisis-house',
  'decision-unit',
  'home-treatment-team',
  'voluntary-emergency-department',
  'family-or-gp',
  'helpline',
]);
export const resourceState = codes<ResourceState>()([
  'off-duty',
  'available',
  'en-route',
  'on-scene',
  'conveying',
  'advising',
  'unavailable',
]);
export const factKind = z.enum(Object.keys(factMoves) as [FactKind, ...FactKind[]]);

export const policeStationGrounds: z.ZodType<PoliceStationGrounds> = z.strictObject({
  imminentRiskOfSeriousInjuryOrDeath: z.boolean(),
  noOtherPlaceInThePoliceArea: z.boolean(),
  healthcareProfessionalThroughout: z.boolean(),
  authorisedBy: z.strictObject({
    name: shortText,
    rank: z.enum(['inspector', 'chief-inspector', 'superintendent-or-above']),
  }),
});
