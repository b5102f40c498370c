import type { AlternativeKind } from '../alternative/alternative';
import type { DeclineCode } from '../amhp/amhp-request';
import type { CallStep } from '../amhp/call-fact';
import type { Nation } from '../area';
import type { Named } from '../duty';
import type { Instant } from '../instant';
import type { RefusalReason } from '../place/hold';
import type { ClosedReason } from '../place/room';
import type { PlaceKind } from '../place/place';
import type {
  AdmissionKind,
  AdviserProfession,
  AmbulanceCategory,
  CompetingBasis,
  ConveyanceMode,
  Diversion,
  ExtensionGround,
  LateEntry,
  OutcomeCode,
  PoliceStationGrounds,
  PoliceVehicleReason,
  Power,
  ReferralAnswer,
  ReferralHow,
  RestraintKind,
  SearchPower,
  Side,
} from './fact-codes';
import type { PersonSaidOf, RiskSaid } from './person';

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
  | { readonly kind: 'detained'; readonly power: Power; readonly officer: string }
  | {
      readonly kind: 'diverted';
      readonly to: Diversion;
      readonly note: string;
      /** The alternative they went to, where it is one that the area knows; its kind is then `to`. */
      readonly alternativeId?: string | undefined;
      readonly alternativeName?: string | undefined;
    }
  /** Sent to what may help without a detention, and who there said that they take them. */
  | {
      readonly kind: 'referred';
      readonly alternativeId: string;
      readonly alternativeName: string;
      readonly alternativeKind: AlternativeKind;
      readonly how: ReferralHow;
      readonly acceptedBy?: string | undefined;
    }
  /** What the alternative itself says of that. */
  | {
      readonly kind: 'referral-answered';
      readonly referralId: string;
      readonly alternativeId: string;
      readonly alternativeName: string;
      readonly answer: ReferralAnswer;
      readonly reason: string;
    }
  | {
      readonly kind: 'hold-requested';
      readonly holdId: string;
      readonly placeId: string;
      readonly roomId: string;
      readonly placeName: string;
      readonly roomName: string;
    }
  | {
      readonly kind: 'hold-accepted';
      readonly holdId: string;
      readonly placeId: string;
      /** Taken, but not before this instant. */
      readonly notBefore?: Instant | undefined;
    }
  | {
      readonly kind: 'hold-extended';
      readonly holdId: string;
      readonly placeId: string;
      readonly until: Instant;
      readonly reason: string;
    }
  /** The suite thinks again; the refusal stays on the record. */
  | {
      readonly kind: 'hold-refusal-reversed';
      readonly holdId: string;
      readonly placeId: string;
      readonly reason: string;
    }
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
  /** The suite that refused finds the next place itself: the agreement says so. */
  | {
      readonly kind: 'search-owed';
      readonly placeId: string;
      readonly placeName: string;
      readonly reason: RefusalReason;
    }
  /** It gives the search back to the control room; the clock goes on. */
  | {
      readonly kind: 'search-handed-back';
      readonly placeId: string;
      readonly placeName: string;
      readonly reason: string;
    }
  /** The room they are in is closed to anybody after them: they must be moved. */
  | {
      readonly kind: 'room-closing';
      readonly placeId: string;
      readonly roomId: string;
      readonly reason: ClosedReason;
    }
  | { readonly kind: 'room-reopened'; readonly placeId: string; readonly roomId: string }
  | { readonly kind: 'car-committed'; readonly resourceId: string; readonly callsign: string }
  | { readonly kind: 'car-cleared'; readonly resourceId: string; readonly callsign: string }
  | {
      readonly kind: 'conveyance-started';
      readonly mode: ConveyanceMode;
      readonly policeVehicleReason?: PoliceVehicleReason | undefined;
      /** Who authorised a move from one place of safety to another (s136(3), (4)). */
      readonly authorisedBy?: { readonly name: string; readonly role: 'constable' | 'amhp' } | undefined;
    }
  | {
      readonly kind: 'arrived';
      readonly placeId: string;
      readonly placeName: string;
      readonly placeKind: PlaceKind;
      readonly roomId: string | null;
      readonly policeStation?: PoliceStationGrounds | undefined;
      /** Said by those who know that a police station was not lawful here: it is recorded as such, and alarms at once. */
      readonly unlawfulBecause?: string | undefined;
      /** Whose agreement makes a dwelling a place of safety (s135(7)): the person's, and an occupier's unless they live there alone. */
      readonly dwelling?: { readonly personAgrees: boolean; readonly occupier: string | null } | undefined;
    }
  | { readonly kind: 'handed-over'; readonly acceptedBy: string }
  | {
      readonly kind: 'amhp-requested';
      readonly requestId: string;
      /** The request to another service that it takes the place of: the person's wait goes on. */
      readonly follows?: string | undefined;
    }
  | { readonly kind: 'amhp-offered'; readonly requestId: string; readonly to: Named }
  | {
      readonly kind: 'amhp-declined';
      readonly requestId: string;
      readonly from: Named;
      /** Absent on what was declined before reasons were coded. */
      readonly code?: DeclineCode | undefined;
      /** What they add to it in words; may be empty. */
      readonly reason: string;
    }
  | { readonly kind: 'amhp-offer-lapsed'; readonly requestId: string; readonly from: Named }
  /** The duty lead asks somebody else before it was answered. */
  | {
      readonly kind: 'amhp-offer-taken-back';
      readonly requestId: string;
      readonly from: Named;
      readonly reason: string;
    }
  | {
      readonly kind: 'amhp-accepted';
      readonly requestId: string;
      readonly amhp: Named;
      /** They will come, but cannot set out before this instant. */
      readonly notBefore?: Instant | undefined;
    }
  | {
      readonly kind: 'amhp-withdrew';
      readonly requestId: string;
      readonly amhp: Named;
      readonly reason: string;
    }
  /** The person is now where another service owes the duty: this request is closed and that service asked. */
  | {
      readonly kind: 'amhp-closed';
      readonly requestId: string;
      readonly district: string;
      readonly reason: string;
    }
  | { readonly kind: 'amhp-travelling'; readonly requestId: string; readonly amhp: Named }
  | { readonly kind: 'amhp-on-scene'; readonly requestId: string; readonly amhp: Named }
  /** A section 12 doctor called to the assessment, and what became of it; at most two, the first and the second. */
  | {
      readonly kind: 'doctor-call';
      readonly requestId: string;
      readonly nth: 1 | 2;
      readonly step: CallStep;
      /** Nobody where it is asked for or closed. */
      readonly doctor: Named | null;
      /** Where it is asked for: the call elsewhere that it takes the place of. */
      readonly follows?: string | undefined;
      readonly code?: DeclineCode | undefined;
      readonly reason: string;
      readonly notBefore?: Instant | undefined;
    }
  | { readonly kind: 'assessment-started'; readonly amhp: string }
  | {
      readonly kind: 'outcome';
      readonly code: OutcomeCode;
      readonly note: string;
      /** Who examined; a doctor need not be approved under s12 but should be, and it is said why not. */
      readonly doctor?:
        { readonly name: string; readonly section12: boolean; readonly whyNot: string } | undefined;
      /** What they were offered on being let go, and whether they took it, if that is known. See `letsGo`. */
      readonly voluntaryHelp?:
        { readonly offered: Diversion; readonly accepted?: boolean | undefined } | undefined;
    }
  | { readonly kind: 'closed'; readonly note: string }
  | WarrantAndFlight
  | Clocks
  | OutsideTheNetwork
  | PoliceStationStay
  | PersonSaid
  | DoneToPerson
  | AboutTheRecord;

type WarrantAndFlight =
  /** When the constable first entered to execute the warrant; the clock of somebody kept there starts here. */
  | {
      readonly kind: 'warrant-entered';
      readonly warrant: 's135-1' | 's135-2';
      readonly officer: string;
      readonly amhp: string;
      readonly doctor: string;
    }
  | { readonly kind: 'absconded'; readonly note: string }
  | { readonly kind: 'retaken'; readonly officer: string; readonly where: string }
  | { readonly kind: 'arrested'; readonly offence: string; readonly officer: string }
  | { readonly kind: 'consent-withdrawn'; readonly withdrawnBy: string }
  | { readonly kind: 'police-left'; readonly agreedRisk: string; readonly officer: string };

type Clocks =
  /** Another instant at which the permitted period may have begun; `happenedAt` is that instant. */
  | { readonly kind: 'start-contested'; readonly basis: CompetingBasis; readonly note: string }
  /** The organisation adopts one reading: `startFactId` is the fact whose instant it takes. */
  | { readonly kind: 'reading-adopted'; readonly startFactId: string; readonly reason: string }
  | {
      readonly kind: 'extended';
      readonly minutes: number;
      readonly doctor: string;
      readonly ground: ExtensionGround;
      readonly reason: string;
      /** Needed where the assessment is to be done or finished at a police station (s136B(3)). */
      readonly superintendent?: string | undefined;
      /** What shows that it was given in time, when it is entered afterwards. */
      readonly evidence?: string | undefined;
    }
  | { readonly kind: 'bed-sought'; readonly admission: AdmissionKind; readonly note: string }
  | { readonly kind: 'bed-found'; readonly where: string };

/** A place of safety that is none of this area's: on its own word, by telephone, with a name to ring back. */
export type OutsideKind = Exclude<PlaceKind, 'police-station'>;

type OutsideTheNetwork =
  | {
      readonly kind: 'outside-accepted';
      /** What the place is known by on this incident. */
      readonly placeId: string;
      readonly placeName: string;
      readonly placeKind: OutsideKind;
      readonly telephone: string;
      /** Who said there that they take the person. */
      readonly acceptedBy: string;
      /** Whose law and Code apply there: the area's own unless said. */
      readonly nation: Nation;
    }
  /** It takes them no longer: the search goes on. */
  | {
      readonly kind: 'outside-withdrew';
      readonly placeId: string;
      readonly placeName: string;
      readonly reason: string;
    };

type PoliceStationStay =
  /** A healthcare professional saw the person (SI 2017/1036 reg 4: at least every 30 minutes). */
  | { readonly kind: 'station-check'; readonly professional: string; readonly note: string }
  /** The custody officer's review of the conditions; at least hourly, up to three-hourly while asleep with no risk flagged. */
  | {
      readonly kind: 'station-review';
      readonly custodyOfficer: string;
      readonly conditionsStillMet: boolean;
      readonly asleepNoRiskFlagged: boolean;
      readonly nextWithinMinutes: number;
    };

type PersonSaid =
  /** What is now known of the person: only what is given changes. */
  | { readonly kind: 'person-described'; readonly said: Partial<PersonSaidOf> }
  | { readonly kind: 'risk-noted'; readonly risk: RiskSaid };

type DoneToPerson =
  | {
      readonly kind: 'searched';
      readonly power: SearchPower;
      readonly grounds: string;
      readonly officer: string;
      readonly found: string;
    }
  /** Somebody who will interpret at the assessment has been found. */
  | { readonly kind: 'interpreter-arranged'; readonly interpreter: string; readonly how: string }
  /** Whether the person is fit to be assessed now, and on whose word. */
  | { readonly kind: 'fitness-told'; readonly fit: boolean; readonly saidBy: string; readonly note: string }
  | {
      readonly kind: 'rights-given';
      readonly givenBy: string;
      readonly how: string;
      readonly understood: boolean;
    }
  | { readonly kind: 'property-listed'; readonly items: string; readonly heldBy: string }
  | {
      readonly kind: 'restrained';
      readonly restraint: RestraintKind;
      readonly reason: string;
      readonly minutes: number;
      readonly injuries: string;
    }
  | { readonly kind: 'ambulance-requested'; readonly category: AmbulanceCategory }
  | { readonly kind: 'ambulance-arrived'; readonly callsign: string }
  | { readonly kind: 'noted'; readonly text: string };

type AboutTheRecord =
  /** The recorder's side says that a fact is right, or gives another time for it. */
  | { readonly kind: 'confirmed'; readonly factId: string }
  | {
      readonly kind: 'disputed';
      readonly factId: string;
      readonly saysAt: Instant;
      readonly reason: string;
    }
  /** Takes back the fact that it corrects and puts nothing in its place. */
  | { readonly kind: 'recorded-in-error' }
  | { readonly kind: 'incident-in-error'; readonly reason: string }
  | { readonly kind: 'merged-in'; readonly incidentId: string; readonly ref: string; readonly reason: string }
  | {
      readonly kind: 'merged-into';
      readonly incidentId: string;
      readonly ref: string;
      readonly reason: string;
    }
  | { readonly kind: 'unmerged'; readonly incidentId: string; readonly ref: string; readonly reason: string };

export type FactKind = FactDetail['kind'];

/** One line of the incident's history. `happenedAt` is when it was so, `recordedAt` when Concord was told. */
export type Fact = FactDetail & {
  readonly id: string;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  readonly by: Named;
  /** Whose side the recorder is on: what one says of an arrival, a handover or a release, the other confirms. */
  readonly side?: Side | undefined;
  /** On whose word, when not the recorder's own. */
  readonly source?: string | undefined;
  readonly late?: LateEntry | undefined;
  /** The fact that this one replaces, and why. Nothing is ever removed: the old one stays readable. */
  readonly corrects?: { readonly factId: string; readonly reason: string } | undefined;
  /** The record it was first written in, where two records of one incident were merged. */
  readonly mergedFrom?: { readonly incidentId: string; readonly ref: string } | undefined;
};

export type FactOf<Kind extends FactKind> = Extract<Fact, { kind: Kind }>;
