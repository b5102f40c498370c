import type {
  AdviserProfession,
  AgeBand,
  AgeBasis,
  AlternativeKind,
  ClosedReason,
  ConveyanceMode,
  Diversion,
  Duty,
  IncidentState,
  OutcomeCode,
  PoliceVehicleReason,
  ReferralAnswer,
  ReferralHow,
  Referrer,
  RefusalReason,
  ResourceState,
  RiskKind,
  RoomState,
  Sex,
} from '@concord/domain';

/** Each code in the words of the people who use it. A code without words does not compile. */
export const dutyWords: Readonly<Record<Duty, string>> = {
  'control-room': 'Control room',
  'duty-inspector': 'Duty inspector',
  superintendent: 'Superintendent',
  'suite-nurse': 'Suite nurse',
  's136-coordinator': 'Section 136 coordinator',
  'on-call-manager': 'On-call manager',
  'director-on-call': 'Director on call',
  amhp: 'AMHP',
  'amhp-lead': 'AMHP lead',
  'section-12-doctor': 'Section 12 doctor',
  'triage-crew': 'Triage crew',
  'alternative-staff': 'Alternative’s staff',
  demo: 'Demo',
};

export const incidentStateWords: Readonly<Record<IncidentState, string>> = {
  advice: 'At scene, not detained',
  diverted: 'Not detained',
  detained: 'Detained, at scene',
  conveying: 'On the way',
  arrived: 'Arrived, police waiting',
  'handed-over': 'Handed over',
  assessing: 'Being assessed',
  absconded: 'Absconded',
  concluded: 'Detention ended',
  closed: 'Closed',
  'in-error': 'Recorded in error',
  merged: 'Merged',
};

export const roomStateWords: Readonly<Record<RoomState, string>> = {
  available: 'Open',
  held: 'Held',
  occupied: 'Occupied',
  cleaning: 'Cleaning',
  closed: 'Closed',
};

export const closedReasonWords: Readonly<Record<ClosedReason, string>> = {
  damage: 'Damage',
  staffing: 'No staff',
  infection: 'Infection',
  works: 'Works',
  other: 'Other',
  'not-said': 'Reason not said yet',
};

/** What a site is asked for: anything but that it has not said. */
export const closedReasons = (Object.keys(closedReasonWords) as ClosedReason[]).filter(
  (reason) => reason !== 'not-said',
);

export const ageBandWords: Readonly<Record<AgeBand, string>> = {
  adults: 'Adults',
  'under-18s': 'Under-18s',
  'any-age': 'Any age',
};

export const ageBasisWords: Readonly<Record<AgeBasis, string>> = {
  known: 'Known',
  estimated: 'Estimated',
  unknown: 'Not known',
};

export const sexWords: Readonly<Record<Sex, string>> = {
  female: 'Female',
  male: 'Male',
  'not-known': 'Not known',
};

export const riskWords: Readonly<Record<RiskKind, string>> = {
  violence: 'Violence',
  'self-harm': 'Self-harm',
  'drugs-or-alcohol': 'Drugs or alcohol',
  weapons: 'Weapons',
  'physical-health': 'Physical health',
  medication: 'Medication',
  safeguarding: 'Safeguarding',
  absconding: 'Absconding',
  communication: 'Communication',
};

export const professionWords: Readonly<Record<AdviserProfession, string>> = {
  nurse: 'Nurse',
  doctor: 'Doctor',
  amhp: 'AMHP',
  'occupational-therapist': 'Occupational therapist',
  paramedic: 'Paramedic',
};

export const conveyanceWords: Readonly<Record<ConveyanceMode, string>> = {
  ambulance: 'Ambulance',
  'police-vehicle': 'Police vehicle',
  'other-health-vehicle': 'Other health vehicle',
  other: 'Other',
  'not-known': 'Not known',
};

export const vehicleReasonWords: Readonly<Record<PoliceVehicleReason, string>> = {
  'none-within-30-minutes': 'No ambulance within 30 minutes',
  'not-requested': 'Ambulance not requested',
  'crew-refused': 'Ambulance crew refused',
  're-tasked': 'Ambulance re-tasked',
  'risk-assessment': 'Risk assessment',
  urgency: 'Urgency',
  other: 'Other',
  'not-known': 'Not known',
};

export const refusalReasonWords: Readonly<Record<RefusalReason, string>> = {
  full: 'Full',
  'no-staff': 'No staff',
  closed: 'Closed',
  age: 'Age',
  'needs-emergency-department': 'Needs emergency department',
  'risk-beyond-safe-staffing': 'Risk beyond safe staffing',
  'out-of-area': 'Out of area',
  'intoxication-clinical': 'Clinical need from intoxication',
};

export const outcomeWords: Readonly<Record<OutcomeCode, string>> = {
  'informal-admission': 'Informal admission',
  'section-2': 'Detained under section 2',
  'section-3': 'Detained under section 3',
  'section-4': 'Detained under section 4',
  'cto-recall': 'Community treatment order recall',
  'awol-return': 'Returned to hospital from absence',
  'discharged-with-follow-up': 'Discharged with follow-up',
  'discharged-no-follow-up': 'Discharged, no follow-up',
  'no-mental-disorder': 'No mental disorder found',
  'criminal-justice': 'Criminal justice',
  'emergency-department-admission': 'Admitted by emergency department',
  'expired-unassessed': 'Time ran out before assessment',
  transferred: 'Transferred',
  'released-before-arrival': 'Released before arrival',
  'absconded-not-retaken': 'Absconded, not retaken in time',
};

export const alternativeKindWords: Readonly<Record<AlternativeKind, string>> = {
  'crisis-cafe': 'Crisis café',
  'crisis-house': 'Crisis house',
  'decision-unit': 'Decision unit',
  'home-treatment-team': 'Home treatment team',
  helpline: 'Helpline',
};

export const diversionWords: Readonly<Record<Diversion, string>> = {
  'no-further-need': 'No further need',
  ...alternativeKindWords,
  'voluntary-emergency-department': 'Emergency department, by choice',
  'family-or-gp': 'Family or GP',
};

/** Whose referral an alternative takes. */
export const referrerWords: Readonly<Record<Referrer, string>> = {
  police: 'police',
  ambulance: 'ambulance crews',
  triage: 'triage crews',
  amhp: 'AMHPs',
  self: 'people themselves',
  anybody: 'anybody',
};

export const referralHowWords: Readonly<Record<ReferralHow, string>> = {
  telephone: 'Rung for them',
  'taken-there': 'Taken there',
  themselves: 'They go or ring themselves',
  message: 'Told through Concord',
};

export const referralAnswerWords: Readonly<Record<ReferralAnswer, string>> = {
  expected: 'expects them',
  declined: 'cannot take them',
  arrived: 'says that they have come',
  'did-not-come': 'says that they did not come',
};

/** Airwave state numbers as most forces use them; crews and dispatchers say the number. */
export const airwave: Readonly<Record<ResourceState, { number: string; words: string }>> = {
  'off-duty': { number: '11', words: 'Off duty' },
  available: { number: '2', words: 'Available' },
  'en-route': { number: '5', words: 'En route' },
  'on-scene': { number: '6', words: 'At scene' },
  conveying: { number: '8', words: 'Conveying' },
  advising: { number: '7', words: 'Advising' },
  unavailable: { number: '–', words: 'Unavailable' },
};
