import type {
  AdultsAtPoliceStations,
  AgeBand,
  AgeBasis,
  AgreementState,
  AlternativeKind,
  CallStep,
  Channel,
  ClosedReason,
  DeclineCode,
  DeliveryFailure,
  DisputedTimes,
  Duty,
  Likelihood,
  Nation,
  Need,
  OutsideKind,
  PlaceKind,
  PressureState,
  PromiseReason,
  ReferralAnswer,
  ReferralHow,
  Referrer,
  ResourceState,
  RoomState,
  Sex,
  SexBand,
  StatutoryKind,
  WhyPassedOver,
} from '@concord/domain';
import { factMoves, holdLifecycle, resourceLifecycle, roomLifecycle } from '@concord/domain';
import * as codes from './codes';
import type { CodeList } from './incident-codes-example';
import { all, incidentCodes } from './incident-codes-example';

const lists: readonly CodeList[] = [
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
  ['holds', codes.holdState, Object.keys(holdLifecycle).sort()],
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
    'events of an agreed clock',
    codes.clockEvent,
    [
      ...Object.keys(factMoves).filter((kind) => kind !== 'doctor-call'),
      ...['requested', 'offered', 'declined', 'offer-lapsed', 'offer-taken-back'].map((it) => `doctor-${it}`),
      ...['accepted', 'withdrew', 'closed', 'travelling', 'on-scene'].map((it) => `doctor-${it}`),
    ].sort(),
  ],
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
      'alternative-staff': true,
      demo: true,
    }),
  ],
  [
    'alternatives to detention',
    codes.alternativeKind,
    all<AlternativeKind>({
      'crisis-cafe': true,
      'crisis-house': true,
      'decision-unit': true,
      'home-treatment-team': true,
      helpline: true,
    }),
  ],
  [
    'those who refer',
    codes.referrer,
    all<Referrer>({ police: true, ambulance: true, triage: true, amhp: true, self: true, anybody: true }),
  ],
  [
    'ways of referring',
    codes.referralHow,
    all<ReferralHow>({ message: true, telephone: true, 'taken-there': true, themselves: true }),
  ],
  [
    'answers to a referral',
    codes.referralAnswer,
    all<ReferralAnswer>({ expected: true, declined: true, arrived: true, 'did-not-come': true }),
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
    'places outside the network',
    codes.outsideKind,
    all<OutsideKind>({ suite: true, 'emergency-department': true, dwelling: true, other: true }),
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
    'what has become of a version of the agreement',
    codes.agreementState,
    all<AgreementState>({ draft: true, approved: true, withdrawn: true }),
  ],
  [
    'ages that a room is for',
    codes.ageBand,
    all<AgeBand>({ adults: true, 'under-18s': true, 'any-age': true }),
  ],
  ['where an age comes from', codes.ageBasis, all<AgeBasis>({ known: true, estimated: true, unknown: true })],
  ['sex', codes.sex, all<Sex>({ female: true, male: true, 'not-known': true })],
  ...incidentCodes,
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
    'why an offer is declined',
    codes.declineCode,
    all<DeclineCode>({
      'on-another': true,
      'too-far': true,
      'needs-rest': true,
      'conflict-of-interest': true,
      'off-duty': true,
      unwell: true,
      other: true,
    }),
  ],
  [
    'steps of a call',
    codes.callStep,
    all<CallStep>({
      requested: true,
      offered: true,
      declined: true,
      'offer-lapsed': true,
      'offer-taken-back': true,
      accepted: true,
      withdrew: true,
      closed: true,
      travelling: true,
      'on-scene': true,
    }),
  ],
  [
    'why somebody is passed over',
    codes.whyPassedOver,
    all<WhyPassedOver>({
      'on-another': true,
      resting: true,
      'rest-after-night': true,
      'hours-in-a-row': true,
      'too-far': true,
    }),
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
});
