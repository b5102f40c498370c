import type { AlternativeKind } from '../alternative/alternative';

// Codes of the record: what may be said in which words (domain brief sections 4 and 5).

/** Professions whom a constable may consult (MHA 1983 s136(1C); SI 2017/1036 reg 8). */
export type AdviserProfession = 'doctor' | 'nurse' | 'amhp' | 'occupational-therapist' | 'paramedic';

/** How the person was conveyed, in the categories of the Home Office annual return. */
export type ConveyanceMode = 'ambulance' | 'police-vehicle' | 'other-health-vehicle' | 'other' | 'not-known';

/** Why a police vehicle was used (Home Office annual return). */
export type PoliceVehicleReason =
  | 'none-within-30-minutes'
  | 'not-requested'
  | 'crew-refused'
  | 're-tasked'
  | 'risk-assessment'
  | 'urgency'
  | 'other'
  | 'not-known';

/** How an assessment ended (domain brief section 4). */
export type OutcomeCode =
  | 'informal-admission'
  | 'section-2'
  | 'section-3'
  | 'section-4'
  | 'cto-recall'
  | 'awol-return'
  | 'discharged-with-follow-up'
  | 'discharged-no-follow-up'
  | 'no-mental-disorder'
  | 'criminal-justice'
  | 'emergency-department-admission'
  | 'expired-unassessed'
  | 'transferred'
  | 'released-before-arrival'
  | 'absconded-not-retaken';

/** Where a person went instead of being detained, or may go of their own will once they are free. */
export type Diversion =
  AlternativeKind | 'no-further-need' | 'voluntary-emergency-department' | 'family-or-gp';

/** How a referral was made: through Concord, by a call, by taking them there, or they go or ring themselves. */
export type ReferralHow = 'message' | 'telephone' | 'taken-there' | 'themselves';

/** What an alternative says of somebody referred to it. */
export type ReferralAnswer = 'expected' | 'declined' | 'arrived' | 'did-not-come';

/** The three conditions and the authority without which an adult may not be taken to a police station (SI 2017/1036 reg 2). */
export interface PoliceStationGrounds {
  readonly imminentRiskOfSeriousInjuryOrDeath: boolean;
  readonly noOtherPlaceInThePoliceArea: boolean;
  readonly healthcareProfessionalThroughout: boolean;
  readonly authorisedBy: {
    readonly name: string;
    readonly rank: 'inspector' | 'chief-inspector' | 'superintendent-or-above';
  };
}

/**
 * The power under which somebody is detained. s136: removed to a place of safety, or kept at one they
 * were already at. s135(1): under a magistrate's warrant, the same two. s135(2): a patient already
 * liable to detention is retaken, so there is no assessment and no 24-hour limit.
 */
export type Power = 's136-removed' | 's136-kept' | 's135-1-removed' | 's135-1-kept' | 's135-2';

/** Ambulance response categories (England and Wales use the same letters of priority). */
export type AmbulanceCategory = '1' | '2' | '3' | '4' | 'interfacility' | 'not-known';

/** Under what a person was searched: s136C, or on arrest (PACE 1984 s32). */
export type SearchPower = 's136c' | 'pace-s32';

export type RestraintKind =
  | 'held'
  | 'handcuffs'
  | 'limb-restraints'
  | 'spit-guard'
  | 'prone'
  | 'rapid-tranquillisation'
  | 'seclusion'
  | 'other';

/** Why a start of the permitted period is claimed other than the one the record gives. */
export type CompetingBasis = 'ambulance-outside-emergency-department' | 'police-custody-first' | 'other';

/** What somebody says stands in the way of the assessment. Only the person's condition can extend (s136B(2)). */
export type ExtensionGround = 'persons-condition' | 'no-bed' | 'no-amhp' | 'no-doctor' | 'other';

/** Whose word a time is, where two agencies must agree on one. */
export type Side = 'police' | 'health';

/** How a fact came to be entered other than as it happened. */
export type LateEntry = 'paper' | 'no-signal' | 'told-later';

export type AdmissionKind = 'informal' | 'section-2' | 'section-3' | 'section-4';
