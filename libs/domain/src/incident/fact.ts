import type { Named } from '../duty';
import type { Instant } from '../instant';
import type { PlaceKind } from '../place/place';
import type { RefusalReason } from '../place/hold';

/** Professions whom a constable may consult (MHA 1983 s136(1C); 2017 Regulations reg 2). */
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
  | 'transferred';

/** Where a person went instead of being detained. */
export type Diversion =
  | 'no-further-need'
  | 'crisis-cafe'
  | 'crisis-house'
  | 'decision-unit'
  | 'home-treatment-team'
  | 'voluntary-emergency-department'
  | 'family-or-gp'
  | 'helpline';

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
 * What happened, as somebody said it. Facts that name a hold, an AMHP request or a car are written
 * by the commands on those things, in the same transaction; the rest are recorded by people.
 */
export type FactDetail =
  | { readonly kind: 'opened'; readonly calledBy: string }
  | {
      readonly kind: 'advice-sought';
      readonly adviser: string;
      readonly profession: AdviserProfession;
      readonly advice: string;
    }
  | { readonly kind: 'advice-not-practicable'; readonly reason: string }
  | { readonly kind: 'detained'; readonly power: 's136-removed' | 's136-kept'; readonly officer: string }
  | { readonly kind: 'diverted'; readonly to: Diversion; readonly note: string }
  | {
      readonly kind: 'hold-requested';
      readonly holdId: string;
      readonly placeId: string;
      readonly roomId: string;
      readonly placeName: string;
      readonly roomName: string;
    }
  | { readonly kind: 'hold-accepted'; readonly holdId: string; readonly placeId: string }
  | {
      readonly kind: 'hold-refused';
      readonly holdId: string;
      readonly placeId: string;
      readonly reason: RefusalReason;
      readonly rationale: string;
    }
  | {
      readonly kind: 'hold-released';
      readonly holdId: string;
      readonly placeId: string;
      readonly reason: string;
    }
  | { readonly kind: 'hold-expired'; readonly holdId: string; readonly placeId: string }
  | { readonly kind: 'car-committed'; readonly resourceId: string; readonly callsign: string }
  | { readonly kind: 'car-cleared'; readonly resourceId: string; readonly callsign: string }
  | {
      readonly kind: 'conveyance-started';
      readonly mode: ConveyanceMode;
      readonly policeVehicleReason?: PoliceVehicleReason | undefined;
    }
  | {
      readonly kind: 'arrived';
      readonly placeId: string;
      readonly placeName: string;
      readonly placeKind: PlaceKind;
      readonly roomId: string | null;
      readonly policeStation?: PoliceStationGrounds | undefined;
    }
  | { readonly kind: 'handed-over'; readonly acceptedBy: string }
  | { readonly kind: 'amhp-requested'; readonly requestId: string }
  | { readonly kind: 'amhp-offered'; readonly requestId: string; readonly to: Named }
  | {
      readonly kind: 'amhp-declined';
      readonly requestId: string;
      readonly from: Named;
      readonly reason: string;
    }
  | { readonly kind: 'amhp-offer-lapsed'; readonly requestId: string; readonly from: Named }
  | { readonly kind: 'amhp-accepted'; readonly requestId: string; readonly amhp: Named }
  | {
      readonly kind: 'amhp-withdrew';
      readonly requestId: string;
      readonly amhp: Named;
      readonly reason: string;
    }
  | { readonly kind: 'amhp-travelling'; readonly requestId: string; readonly amhp: Named }
  | { readonly kind: 'amhp-on-scene'; readonly requestId: string; readonly amhp: Named }
  | { readonly kind: 'assessment-started'; readonly amhp: string }
  | { readonly kind: 'outcome'; readonly code: OutcomeCode; readonly note: string }
  | { readonly kind: 'closed'; readonly note: string };

export type FactKind = FactDetail['kind'];

/** One line of the incident's history. `happenedAt` is when it was so, `recordedAt` when Concord was told. */
export type Fact = FactDetail & {
  readonly id: string;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  readonly by: Named;
};

export type FactOf<Kind extends FactKind> = Extract<Fact, { kind: Kind }>;

export const lastOf = <Kind extends FactKind>(
  facts: readonly Fact[],
  ...kinds: Kind[]
): FactOf<Kind> | undefined =>
  facts.findLast((fact): fact is FactOf<Kind> => (kinds as FactKind[]).includes(fact.kind));

export const firstOf = <Kind extends FactKind>(
  facts: readonly Fact[],
  ...kinds: Kind[]
): FactOf<Kind> | undefined =>
  facts.find((fact): fact is FactOf<Kind> => (kinds as FactKind[]).includes(fact.kind));
