import type {
  Likelihood,
  Need,
  PressureState,
  PromiseReason,
  SexBand,
  AdmissionKind,
  AdultsAtPoliceStations,
  AdviserProfession,
  AgeBand,
  AgeBasis,
  AmbulanceCategory,
  Channel,
  ClosedReason,
  CompetingBasis,
  Confidence,
  ConveyanceMode,
  DisputedTimes,
  DeliveryFailure,
  Diversion,
  Duty,
  Ethnicity,
  ExtensionGround,
  FactKind,
  LateEntry,
  Nation,
  ObservedEthnicity,
  OutcomeCode,
  PlaceKind,
  PoliceVehicleReason,
  Power,
  RefusalReason,
  ResourceState,
  RestraintKind,
  RiskKind,
  RoomState,
  SearchPower,
  Sex,
  Side,
  StatutoryKind,
} from '@concord/domain';
import { factMoves, resourceLifecycle, roomLifecycle } from '@concord/domain';
import * as codes from './codes';

/** Every member of a union, named once: one missing or one too many does not compile. */
const all = <Code extends string>(table: Readonly<Record<Code, true>>): string[] => Object.keys(table).sort();

const lists: readonly [string, { readonly options: readonly string[] }, string[]][] = [
  ['channels', codes.channel, all<Channel>({ push: true, sms: true, email: true, webhook: true })],
  [
    'failures of delivery',
    codes.deliveryFailure,
    all<DeliveryFailure>({
      'address-refused': true,
      'subscription-gone': true,
      'message-refused': true,
      'daily-limit': true,
      'too-fast': true,
      'provider-down': true,
      'not-let-in': true,
      'not-delivered': true,
    }),
  ],
  ['rooms', codes.roomState, Object.keys(roomLifecycle).sort()],
  [
    'rooms, by type',
    codes.roomState,
    all<RoomState>({ available: true, held: true, occupied: true, cleaning: true, closed: true }),
  ],
  ['triage resources', codes.resourceState, Object.keys(resourceLifecycle).sort()],
  [
    'triage resources, by type',
    codes.resourceState,
    all<ResourceState>({
      'off-duty': true,
      available: true,
      'en-route': true,
      'on-scene': true,
      conveying: true,
      advising: true,
      unavailable: true,
    }),
  ],
  ['facts', codes.factKind, Object.keys(factMoves).sort()],
  [
    'duties',
    codes.duty,
    all<Duty>({
      'control-room': true,
      'duty-inspector': true,
      superintendent: true,
      'suite-nurse': true,
      's136-coordinator': true,
      'on-call-manager': true,
      'director-on-call': true,
      amhp: true,
      'amhp-lead': true,
      'section-12-doctor': true,
      'triage-crew': true,
      demo: true,
    }),
  ],
  [
    'places of safety',
    codes.placeKind,
    all<PlaceKind>({
      suite: true,
      'emergency-department': true,
      'police-station': true,
      dwelling: true,
      other: true,
    }),
  ],
  [
    'why a room is closed',
    codes.closedReason,
    all<ClosedReason>({
      damage: true,
      staffing: true,
      infection: true,
      works: true,
      other: true,
      'not-said': true,
    }),
  ],
  [
    'ages that a room is for',
    codes.ageBand,
    all<AgeBand>({ adults: true, 'under-18s': true, 'any-age': true }),
  ],
  ['where an age comes from', codes.ageBasis, all<AgeBasis>({ known: true, estimated: true, unknown: true })],
  ['sex', codes.sex, all<Sex>({ female: true, male: true, 'not-known': true })],
  [
    'risks',
    codes.riskKind,
    all<RiskKind>({
      violence: true,
      'self-harm': true,
      'drugs-or-alcohol': true,
      weapons: true,
      'physical-health': true,
      medication: true,
      safeguarding: true,
      absconding: true,
      communication: true,
    }),
  ],
  [
    'advisers (s136(1C))',
    codes.adviserProfession,
    all<AdviserProfession>({
      doctor: true,
      nurse: true,
      amhp: true,
      'occupational-therapist': true,
      paramedic: true,
    }),
  ],
  [
    'conveyance (annual return)',
    codes.conveyanceMode,
    all<ConveyanceMode>({
      ambulance: true,
      'police-vehicle': true,
      'other-health-vehicle': true,
      other: true,
      'not-known': true,
    }),
  ],
  [
    'why a police vehicle (annual return)',
    codes.policeVehicleReason,
    all<PoliceVehicleReason>({
      'none-within-30-minutes': true,
      'not-requested': true,
      'crew-refused': true,
      're-tasked': true,
      'risk-assessment': true,
      urgency: true,
      other: true,
      'not-known': true,
    }),
  ],
  [
    'why a suite refuses: no plain "intoxicated"',
    codes.refusalReason,
    all<RefusalReason>({
      full: true,
      'no-staff': true,
      closed: true,
      age: true,
      'needs-emergency-department': true,
      'risk-beyond-safe-staffing': true,
      'out-of-area': true,
      'intoxication-clinical': true,
    }),
  ],
  [
    'outcomes',
    codes.outcomeCode,
    all<OutcomeCode>({
      'informal-admission': true,
      'section-2': true,
      'section-3': true,
      'section-4': true,
      'cto-recall': true,
      'awol-return': true,
      'discharged-with-follow-up': true,
      'discharged-no-follow-up': true,
      'no-mental-disorder': true,
      'criminal-justice': true,
      'emergency-department-admission': true,
      'expired-unassessed': true,
      transferred: true,
      'released-before-arrival': true,
      'absconded-not-retaken': true,
    }),
  ],
  [
    'diversions',
    codes.diversion,
    all<Diversion>({
      'no-further-need': true,
      'crisis-cafe': true,
      'crisis-house': true,
      'decision-unit': true,
      'home-treatment-team': true,
      'voluntary-emergency-department': true,
      'family-or-gp': true,
      helpline: true,
    }),
  ],
  [
    'powers to detain',
    codes.power,
    all<Power>({
      's136-removed': true,
      's136-kept': true,
      's135-1-removed': true,
      's135-1-kept': true,
      's135-2': true,
    }),
  ],
  [
    'ambulance categories',
    codes.ambulanceCategory,
    all<AmbulanceCategory>({
      '1': true,
      '2': true,
      '3': true,
      '4': true,
      interfacility: true,
      'not-known': true,
    }),
  ],
  ['powers to search', codes.searchPower, all<SearchPower>({ s136c: true, 'pace-s32': true })],
  [
    'restraint',
    codes.restraintKind,
    all<RestraintKind>({
      held: true,
      handcuffs: true,
      'limb-restraints': true,
      'spit-guard': true,
      prone: true,
      'rapid-tranquillisation': true,
      seclusion: true,
      other: true,
    }),
  ],
  [
    'why a start is contested',
    codes.competingBasis,
    all<CompetingBasis>({
      'ambulance-outside-emergency-department': true,
      'police-custody-first': true,
      other: true,
    }),
  ],
  [
    'what is said to stand in the way of an assessment',
    codes.extensionGround,
    all<ExtensionGround>({
      'persons-condition': true,
      'no-bed': true,
      'no-amhp': true,
      'no-doctor': true,
      other: true,
    }),
  ],
  ['sides', codes.side, all<Side>({ police: true, health: true })],
  [
    'why an entry is late',
    codes.lateEntry,
    all<LateEntry>({ paper: true, 'no-signal': true, 'told-later': true }),
  ],
  [
    'admissions',
    codes.admissionKind,
    all<AdmissionKind>({ informal: true, 'section-2': true, 'section-3': true, 'section-4': true }),
  ],
  ['how sure', codes.confidence, all<Confidence>({ witnessed: true, recorded: true, reported: true })],
  [
    'ethnicity in their own words (2021 census, 18 + 1 and "not stated")',
    codes.ethnicity,
    all<Ethnicity>({
      A1: true,
      A2: true,
      A3: true,
      A4: true,
      A9: true,
      B1: true,
      B2: true,
      B9: true,
      M1: true,
      M2: true,
      M3: true,
      M9: true,
      O2: true,
      O9: true,
      W1: true,
      W2: true,
      W3: true,
      W4: true,
      W9: true,
      NS: true,
    }),
  ],
  [
    'ethnic appearance, as police see it',
    codes.observedEthnicity,
    all<ObservedEthnicity>({ IC1: true, IC2: true, IC3: true, IC4: true, IC5: true, IC6: true, IC9: true }),
  ],
  ['nations', codes.nation, all<Nation>({ england: true, wales: true })],
  [
    'what a person needs of a room',
    codes.need,
    all<Need>({
      'step-free': true,
      'physical-health-monitoring': true,
      seclusion: true,
      'in-restraint': true,
      'assistance-dog': true,
    }),
  ],
  ['whom a room takes', codes.sexBand, all<SexBand>({ any: true, female: true, male: true })],
  [
    'how hard an emergency department is pressed',
    codes.pressureState,
    all<PressureState>({ taking: true, pressured: true, escalated: true }),
  ],
  [
    'why a room will be free',
    codes.promiseReason,
    all<PromiseReason>({ discharge: true, cleaning: true, 'staff-due': true, repair: true, other: true }),
  ],
  ['how sure a promise is', codes.likelihood, all<Likelihood>({ likely: true, possible: true })],
  [
    'the rule on adults at police stations',
    codes.adultsAtPoliceStations,
    all<AdultsAtPoliceStations>({ 'regulations-2017': true, never: true }),
  ],
  [
    'whose time counts in a dispute',
    codes.disputedTimes,
    all<DisputedTimes>({ earliest: true, latest: true, police: true, health: true }),
  ],
  [
    'legal clocks',
    codes.statutoryKind,
    all<StatutoryKind>({
      's136-permitted-period': true,
      retake: true,
      'station-check': true,
      'station-review': true,
      'station-conditions-ceased': true,
      'under-18': true,
      'dwelling-consent-withdrawn': true,
    }),
  ],
];

describe('the words on the wire are the words of the rules', () => {
  it.each(lists)('%s', (_what, schema, expected) => {
    expect([...schema.options].sort()).toEqual(expected);
  });

  it('has a list for every schema of codes, so that a new one is checked too', () => {
    const checked = new Set(lists.map(([, schema]) => schema));
    for (const [name, schema] of Object.entries(codes)) {
      if ('options' in schema) expect([name, checked.has(schema as never)]).toEqual([name, true]);
    }
  });

  it('every fact has a list of states it may be recorded in', () => {
    for (const kind of codes.factKind.options as readonly FactKind[])
      expect(factMoves[kind].from).toBeDefined();
  });
});

describe('the grounds for a police station', () => {
  const grounds = {
    imminentRiskOfSeriousInjuryOrDeath: true,
    noOtherPlaceInThePoliceArea: true,
    healthcareProfessionalThroughout: true,
    authorisedBy: { name: 'Insp. Hale', rank: 'inspector' },
  };

  it.each(['inspector', 'chief-inspector', 'superintendent-or-above'])('can be authorised by: %s', (rank) => {
    expect(
      codes.policeStationGrounds.safeParse({ ...grounds, authorisedBy: { name: 'A', rank } }).success,
    ).toBe(true);
  });

  it('cannot be authorised by a sergeant, or by nobody by name', () => {
    for (const authorisedBy of [
      { name: 'Sgt Poe', rank: 'sergeant' },
      { name: ' ', rank: 'inspector' },
      undefined,
    ]) {
      expect(codes.policeStationGrounds.safeParse({ ...grounds, authorisedBy }).success).toBe(false);
    }
  });

  it('say yes or no to each condition: silence is neither', () => {
    for (const field of Object.keys(grounds)) {
      expect(codes.policeStationGrounds.safeParse({ ...grounds, [field]: undefined }).success).toBe(false);
    }
  });
});
