import { z } from 'zod';
import type {
  AdmissionKind,
  AdultsAtPoliceStations,
  AdviserProfession,
  AgeBand,
  AgeBasis,
  AgreementState,
  AlternativeKind,
  AmbulanceCategory,
  CallStep,
  Channel,
  ClockEvent,
  ClosedReason,
  CompetingBasis,
  Confidence,
  ConveyanceMode,
  DeclineCode,
  DisputedTimes,
  DeliveryFailure,
  Diversion,
  Duty,
  Ethnicity,
  ExtensionGround,
  FactKind,
  HoldState,
  LateEntry,
  Likelihood,
  Nation,
  Need,
  ObservedEthnicity,
  OutcomeCode,
  OutsideKind,
  PlaceKind,
  PoliceStationGrounds,
  PoliceVehicleReason,
  Power,
  PressureState,
  PromiseReason,
  ReferralAnswer,
  ReferralHow,
  Referrer,
  RefusalReason,
  ResourceState,
  RestraintKind,
  RiskKind,
  RoomState,
  SearchPower,
  Sex,
  SexBand,
  Side,
  StatutoryKind,
  WhyPassedOver,
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
  'section-12-doctor',
  'triage-crew',
  'alternative-staff',
  'demo',
]);
export const placeKind = codes<PlaceKind>()([
  'suite',
  'emergency-department',
  'police-station',
  'dwelling',
  'other',
]);
/** A place of safety outside the network. A police station is always one of the area's own, under its own rules. */
export const outsideKind = codes<OutsideKind>()(['suite', 'emergency-department', 'dwelling', 'other']);
export const holdState = codes<HoldState>()([
  'requested',
  'accepted',
  'refused',
  'released',
  'expired',
  'arrived',
]);
export const roomState = codes<RoomState>()(['available', 'held', 'occupied', 'cleaning', 'closed']);
export const agreementState = codes<AgreementState>()(['draft', 'approved', 'withdrawn']);
export const closedReason = codes<ClosedReason>()([
  'damage',
  'staffing',
  'infection',
  'works',
  'other',
  'not-said',
]);
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
  'released-before-arrival',
  'absconded-not-retaken',
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
export const alternativeKind = codes<AlternativeKind>()([
  'crisis-cafe',
  'crisis-house',
  'decision-unit',
  'home-treatment-team',
  'helpline',
]);
export const referrer = codes<Referrer>()(['police', 'ambulance', 'triage', 'amhp', 'self', 'anybody']);
export const referralHow = codes<ReferralHow>()(['message', 'telephone', 'taken-there', 'themselves']);
export const referralAnswer = codes<ReferralAnswer>()(['expected', 'declined', 'arrived', 'did-not-come']);
export const power = codes<Power>()(['s136-removed', 's136-kept', 's135-1-removed', 's135-1-kept', 's135-2']);
export const ambulanceCategory = codes<AmbulanceCategory>()([
  '1',
  '2',
  '3',
  '4',
  'interfacility',
  'not-known',
]);
export const searchPower = codes<SearchPower>()(['s136c', 'pace-s32']);
export const restraintKind = codes<RestraintKind>()([
  'held',
  'handcuffs',
  'limb-restraints',
  'spit-guard',
  'prone',
  'rapid-tranquillisation',
  'seclusion',
  'other',
]);
export const competingBasis = codes<CompetingBasis>()([
  'ambulance-outside-emergency-department',
  'police-custody-first',
  'other',
]);
export const extensionGround = codes<ExtensionGround>()([
  'persons-condition',
  'no-bed',
  'no-amhp',
  'no-doctor',
  'other',
]);
export const side = codes<Side>()(['police', 'health']);
export const lateEntry = codes<LateEntry>()(['paper', 'no-signal', 'told-later']);
export const admissionKind = codes<AdmissionKind>()(['informal', 'section-2', 'section-3', 'section-4']);
export const confidence = codes<Confidence>()(['witnessed', 'recorded', 'reported']);
export const ethnicity = codes<Ethnicity>()([
  'A1',
  'A2',
  'A3',
  'A4',
  'A9',
  'B1',
  'B2',
  'B9',
  'M1',
  'M2',
  'M3',
  'M9',
  'O2',
  'O9',
  'W1',
  'W2',
  'W3',
  'W4',
  'W9',
  'NS',
]);
export const observedEthnicity = codes<ObservedEthnicity>()([
  'IC1',
  'IC2',
  'IC3',
  'IC4',
  'IC5',
  'IC6',
  'IC9',
]);
export const need = codes<Need>()([
  'step-free',
  'physical-health-monitoring',
  'seclusion',
  'in-restraint',
  'assistance-dog',
]);
export const sexBand = codes<SexBand>()(['any', 'female', 'male']);
export const promiseReason = codes<PromiseReason>()([
  'discharge',
  'cleaning',
  'staff-due',
  'repair',
  'other',
]);
export const likelihood = codes<Likelihood>()(['likely', 'possible']);
export const pressureState = codes<PressureState>()(['taking', 'pressured', 'escalated']);
export const nation = codes<Nation>()(['england', 'wales']);
export const adultsAtPoliceStations = codes<AdultsAtPoliceStations>()(['regulations-2017', 'never']);
export const disputedTimes = codes<DisputedTimes>()(['earliest', 'latest', 'police', 'health']);
export const statutoryKind = codes<StatutoryKind>()([
  's136-permitted-period',
  'retake',
  'station-check',
  'station-review',
  'station-conditions-ceased',
  'under-18',
  'dwelling-consent-withdrawn',
]);

export const declineCode = codes<DeclineCode>()([
  'on-another',
  'too-far',
  'needs-rest',
  'conflict-of-interest',
  'off-duty',
  'unwell',
  'other',
]);
export const callStep = codes<CallStep>()([
  'requested',
  'offered',
  'declined',
  'offer-lapsed',
  'offer-taken-back',
  'accepted',
  'withdrew',
  'closed',
  'travelling',
  'on-scene',
]);
export const whyPassedOver = codes<WhyPassedOver>()([
  'on-another',
  'resting',
  'rest-after-night',
  'hours-in-a-row',
  'too-far',
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
/** What can start, stop or resume an agreed clock. */
export const clockEvent = z.enum([
  ...factKind.exclude(['doctor-call']).options,
  ...callStep.options.map((step) => `doctor-${step}` as const),
]) satisfies z.ZodType<ClockEvent>;

export const policeStationGrounds: z.ZodType<PoliceStationGrounds> = z.strictObject({
  imminentRiskOfSeriousInjuryOrDeath: z.boolean(),
  noOtherPlaceInThePoliceArea: z.boolean(),
  healthcareProfessionalThroughout: z.boolean(),
  authorisedBy: z.strictObject({
    name: shortText,
    rank: z.enum(['inspector', 'chief-inspector', 'superintendent-or-above']),
  }),
});
export const channel = codes<Channel>()(['push', 'sms', 'email', 'webhook']);
export const deliveryFailure = codes<DeliveryFailure>()([
  'address-refused',
  'subscription-gone',
  'message-refused',
  'daily-limit',
  'too-fast',
  'provider-down',
  'not-let-in',
  'not-delivered',
]);
