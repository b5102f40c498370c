import { sampleAgreement } from './agreement/sample-agreement';
import type { Named } from './duty';
import type { Fact, FactDetail, FactKind, FactOf } from './incident/fact';
import type { Incident } from './incident/incident';
import type { IncidentState } from './incident/incident-moves';
import type { PersonOutline } from './incident/person';
import { unknownPerson } from './incident/person';
import { recordFact } from './incident/record-fact';
import type { Side } from './incident/fact-codes';
import type { Instant } from './instant';
import { plusMinutes } from './instant';
import type { LawInForce } from './law/law-in-force';
import { refused } from './refusal';
import type { Refusal } from './refusal';

// Fictional people, places and histories from which this library's tests begin. Not exported from it.

export const START: Instant = '2026-11-22T02:00:00.000Z';
export const after = (minutes: number): Instant => plusMinutes(START, minutes);

export const called = (name: string): Named => ({ userId: name.toLowerCase().replaceAll(' ', '-'), name });
export const controller = called('Morgan Reyes');
export const nurse = called('Nia Patel');

export const adult: PersonOutline = {
  ...unknownPerson,
  ageYears: 34,
  ageBasis: 'known',
  appearsUnder18: false,
  sex: 'female',
  risks: [],
};

export const agreement = sampleAgreement('area-1', 'agreement-1', '2026-01-01T00:00:00.000Z');

export const blankIncident: Incident = {
  id: 'incident-1',
  areaId: 'area-1',
  ref: 'HV-1001',
  personId: 'person-1',
  person: adult,
  where: { text: '14 Mill Lane', district: 'Harrowdale', position: { lat: 54.0, lon: -2.0 } },
  agreementId: agreement.id,
  facts: [],
  revision: 0,
};

const lamp = { alternativeId: 'cafe-1', alternativeName: 'The Lamp' } as const;

const toAda = { requestId: 'request-1', from: called('Ada Crewe') };

/** One well-formed detail of every kind: a suite, a hold and an AMHP who belong together. */
export const details: { readonly [Kind in FactKind]: Extract<FactDetail, { kind: Kind }> } = {
  opened: { kind: 'opened', calledBy: 'Constable Ames' },
  'advice-sought': {
    kind: 'advice-sought',
    adviser: 'Jo Lund',
    profession: 'nurse',
    advice: 'Known to the team.',
  },
  'advice-not-practicable': { kind: 'advice-not-practicable', reason: 'On a bridge, alone with them.' },
  detained: { kind: 'detained', power: 's136-removed', officer: 'Constable Ames' },
  diverted: { kind: 'diverted', to: 'crisis-cafe', note: '' },
  referred: { kind: 'referred', ...lamp, alternativeKind: 'crisis-cafe', how: 'telephone' },
  'referral-answered': {
    kind: 'referral-answered',
    ...lamp,
    referralId: 'referral-1',
    answer: 'expected',
    reason: '',
  },
  'hold-requested': {
    kind: 'hold-requested',
    holdId: 'hold-1',
    placeId: 'suite-1',
    roomId: 'room-1',
    placeName: 'Elm Suite',
    roomName: 'Room 1',
  },
  'hold-accepted': { kind: 'hold-accepted', holdId: 'hold-1', placeId: 'suite-1' },
  'hold-extended': {
    kind: 'hold-extended',
    holdId: 'hold-1',
    placeId: 'suite-1',
    until: after(120),
    reason: 'The ambulance is late.',
  },
  'hold-refusal-reversed': {
    kind: 'hold-refusal-reversed',
    holdId: 'hold-1',
    placeId: 'suite-1',
    reason: 'Agency nurse found.',
  },
  'hold-refused': {
    kind: 'hold-refused',
    holdId: 'hold-1',
    placeId: 'suite-1',
    reason: 'no-staff',
    rationale: 'One nurse tonight.',
  },
  'hold-released': {
    kind: 'hold-released',
    holdId: 'hold-1',
    placeId: 'suite-1',
    reason: 'A nearer one is free.',
  },
  'hold-expired': { kind: 'hold-expired', holdId: 'hold-1', placeId: 'suite-1' },
  'car-committed': { kind: 'car-committed', resourceId: 'car-1', callsign: 'TR1' },
  'car-cleared': { kind: 'car-cleared', resourceId: 'car-1', callsign: 'TR1' },
  'conveyance-started': { kind: 'conveyance-started', mode: 'ambulance' },
  arrived: {
    kind: 'arrived',
    placeId: 'suite-1',
    placeName: 'Elm Suite',
    placeKind: 'suite',
    roomId: 'room-1',
  },
  'handed-over': { kind: 'handed-over', acceptedBy: 'Nia Patel' },
  'amhp-requested': { kind: 'amhp-requested', requestId: 'request-1' },
  'amhp-offered': { kind: 'amhp-offered', requestId: 'request-1', to: called('Ada Crewe') },
  'amhp-declined': { kind: 'amhp-declined', ...toAda, reason: 'On a warrant.' },
  'doctor-call': {
    ...{ kind: 'doctor-call', requestId: 'request-2', nth: 1, step: 'accepted' },
    ...{ doctor: called('Dr Sam Orr'), reason: '' },
  },
  'amhp-offer-lapsed': { kind: 'amhp-offer-lapsed', ...toAda },
  'amhp-offer-taken-back': { kind: 'amhp-offer-taken-back', ...toAda, reason: 'Nearer.' },
  'amhp-accepted': { kind: 'amhp-accepted', requestId: 'request-1', amhp: called('Ada Crewe') },
  'amhp-withdrew': {
    kind: 'amhp-withdrew',
    requestId: 'request-1',
    amhp: called('Ada Crewe'),
    reason: 'Car broke down.',
  },
  'amhp-closed': {
    kind: 'amhp-closed',
    requestId: 'request-1',
    district: 'Harrowdale',
    reason: 'Moved to The Vale.',
  },
  'search-owed': { kind: 'search-owed', placeId: 'suite-1', placeName: 'Elm Suite', reason: 'no-staff' },
  'search-handed-back': {
    kind: 'search-handed-back',
    placeId: 'suite-1',
    placeName: 'Elm Suite',
    reason: 'Everybody rung has refused.',
  },
  'outside-accepted': {
    kind: 'outside-accepted',
    placeId: 'outside-1',
    placeName: 'Quarry Bank Suite',
    placeKind: 'suite',
    telephone: '01632 960 700',
    acceptedBy: 'Sister Oyelaran',
    nation: 'england',
  },
  'outside-withdrew': {
    kind: 'outside-withdrew',
    placeId: 'outside-1',
    placeName: 'Quarry Bank Suite',
    reason: 'A transfer came first.',
  },
  'room-closing': { kind: 'room-closing', placeId: 'suite-1', roomId: 'room-1', reason: 'damage' },
  'room-reopened': { kind: 'room-reopened', placeId: 'suite-1', roomId: 'room-1' },
  'amhp-travelling': { kind: 'amhp-travelling', requestId: 'request-1', amhp: called('Ada Crewe') },
  'amhp-on-scene': { kind: 'amhp-on-scene', requestId: 'request-1', amhp: called('Ada Crewe') },
  'assessment-started': { kind: 'assessment-started', amhp: 'Ada Crewe' },
  outcome: { kind: 'outcome', code: 'criminal-justice', note: '' },
  closed: { kind: 'closed', note: '' },
  'warrant-entered': {
    kind: 'warrant-entered',
    warrant: 's135-1',
    officer: 'Constable Ames',
    amhp: 'Ada Crewe',
    doctor: 'Dr Sam Holt',
  },
  absconded: { kind: 'absconded', note: 'Out by the garden gate.' },
  retaken: { kind: 'retaken', officer: 'Constable Ames', where: 'Bus station' },
  arrested: { kind: 'arrested', offence: 'Criminal damage', officer: 'Constable Ames' },
  'consent-withdrawn': { kind: 'consent-withdrawn', withdrawnBy: 'The occupier' },
  'police-left': { kind: 'police-left', agreedRisk: 'Low; mother with her.', officer: 'Constable Ames' },
  'start-contested': { kind: 'start-contested', basis: 'ambulance-outside-emergency-department', note: '' },
  'reading-adopted': { kind: 'reading-adopted', startFactId: 'fact-1', reason: 'Force policy 12.' },
  extended: {
    kind: 'extended',
    minutes: 360,
    doctor: 'Dr Sam Holt',
    ground: 'persons-condition',
    reason: 'Sedated; cannot be interviewed.',
  },
  'bed-sought': { kind: 'bed-sought', admission: 'section-2', note: '' },
  'bed-found': { kind: 'bed-found', where: 'Alder Ward' },
  'station-check': { kind: 'station-check', professional: 'Nurse Bell', note: 'Asleep, rousable.' },
  'station-review': {
    kind: 'station-review',
    custodyOfficer: 'Sgt Marsh',
    conditionsStillMet: true,
    asleepNoRiskFlagged: false,
    nextWithinMinutes: 60,
  },
  'person-described': { kind: 'person-described', said: { ageYears: 35, ageBasis: 'known' } },
  'risk-noted': {
    kind: 'risk-noted',
    risk: {
      kind: 'self-harm',
      note: 'Cut her arm.',
      source: 'Constable Ames',
      confidence: 'witnessed',
      expiresAt: after(72 * 60),
    },
  },
  searched: {
    kind: 'searched',
    power: 's136c',
    grounds: 'Said she had a blade.',
    officer: 'Constable Ames',
    found: 'Nothing',
  },
  'interpreter-arranged': { kind: 'interpreter-arranged', interpreter: 'Jan Wrona', how: 'By video' },
  'fitness-told': { kind: 'fitness-told', fit: true, saidBy: 'Nia Patel', note: '' },
  'rights-given': {
    kind: 'rights-given',
    givenBy: 'Nia Patel',
    how: 'Spoken and in writing',
    understood: true,
  },
  'property-listed': { kind: 'property-listed', items: 'Phone, keys', heldBy: 'Elm Suite' },
  restrained: {
    kind: 'restrained',
    restraint: 'held',
    reason: 'Running into traffic',
    minutes: 3,
    injuries: '',
  },
  'ambulance-requested': { kind: 'ambulance-requested', category: '2' },
  'ambulance-arrived': { kind: 'ambulance-arrived', callsign: 'A12' },
  noted: { kind: 'noted', text: 'Her dog is with a neighbour.' },
  confirmed: { kind: 'confirmed', factId: 'fact-1' },
  disputed: { kind: 'disputed', factId: 'fact-1', saysAt: START, reason: 'Door log' },
  'recorded-in-error': { kind: 'recorded-in-error' },
  'incident-in-error': { kind: 'incident-in-error', reason: 'A training call.' },
  'merged-in': { kind: 'merged-in', incidentId: 'incident-2', ref: 'HV-1002', reason: 'Same person.' },
  'merged-into': { kind: 'merged-into', incidentId: 'incident-2', ref: 'HV-1002', reason: 'Same person.' },
  unmerged: { kind: 'unmerged', incidentId: 'incident-2', ref: 'HV-1002', reason: 'Two people after all.' },
};

export const factKinds = Object.keys(details) as FactKind[];

/** A fact told as it happens, unless it is told later. */
export const factAt = <Detail extends FactDetail>(
  detail: Detail,
  happenedAt: Instant,
  more: { id?: string; recordedAt?: Instant } = {},
): Detail & FactOf<Detail['kind']> =>
  ({
    ...detail,
    id: more.id ?? `${detail.kind}@${happenedAt}`,
    happenedAt,
    recordedAt: more.recordedAt ?? happenedAt,
    by: controller,
  }) as Detail & FactOf<Detail['kind']>;

type Told = FactKind | FactDetail | readonly [FactKind | FactDetail, number];

/** Facts in order, a minute apart, or at the minute given: no rule looks at them. */
export const history = (...told: readonly Told[]): Fact[] =>
  told.map((one, index) => {
    const [what, minute] = Array.isArray(one) ? (one as [FactKind | FactDetail, number]) : [one, index];
    return factAt(typeof what === 'string' ? details[what] : (what as FactDetail), after(minute), {
      id: `fact-${index + 1}`,
    });
  });

/** An incident that has come to have these facts by the rules; a refusal on the way is a fault of the test. */
export const lived = (incident: Incident, ...told: readonly Told[]): Incident =>
  history(...told).reduce((so, fact) => {
    const next = recordFact(so, fact);
    if (refused(next)) throw new Error(`${fact.kind}: ${next.message}`);
    return next;
  }, incident);

interface Telling {
  /** Minutes; as it happens, unless it is said when. */
  readonly toldAt?: number;
  readonly id?: string;
  readonly side?: Side;
  readonly corrects?: string;
  readonly law?: LawInForce;
}

/** What becomes of telling one thing more, `minute` being when it is said to have happened. */
export const tell = (
  incident: Incident,
  what: FactKind | FactDetail,
  minute: number,
  { toldAt = minute, id = `told-${incident.facts.length + 1}`, side, corrects, law }: Telling = {},
): Incident | Refusal => {
  const detail: FactDetail = typeof what === 'string' ? details[what] : what;
  const about = {
    ...(side ? { side } : {}),
    ...(corrects ? { corrects: { factId: corrects, reason: 'The log says so.' } } : {}),
  };
  return recordFact(
    incident,
    { ...factAt(detail, after(minute), { id, recordedAt: after(toldAt) }), ...about },
    law,
  );
};

/** As `tell`, where the test expects it to be taken. */
export const told = (...telling: Parameters<typeof tell>): Incident => granted(tell(...telling));

/** A fact taken back. */
export const takenBack = (incident: Incident, factId: string, minute: number): Incident | Refusal =>
  tell(incident, 'recorded-in-error', minute, { corrects: factId });

/** The shortest ordinary way to each state. */
export const wayTo: Readonly<Record<IncidentState, readonly FactKind[]>> = {
  advice: ['opened'],
  diverted: ['opened', 'diverted'],
  detained: ['opened', 'advice-sought', 'detained'],
  conveying: ['opened', 'advice-sought', 'detained', 'conveyance-started'],
  arrived: ['opened', 'advice-sought', 'detained', 'conveyance-started', 'arrived'],
  'handed-over': ['opened', 'advice-sought', 'detained', 'arrived', 'handed-over'],
  assessing: ['opened', 'advice-sought', 'detained', 'arrived', 'assessment-started'],
  absconded: ['opened', 'advice-sought', 'detained', 'arrived', 'absconded'],
  'in-error': ['opened', 'incident-in-error'],
  merged: ['opened', 'merged-into'],
  concluded: ['opened', 'advice-sought', 'detained', 'arrived', 'assessment-started', 'outcome'],
  closed: ['opened', 'advice-sought', 'detained', 'arrived', 'assessment-started', 'outcome', 'closed'],
};

/** The refusal a test expects; anything else is a fault of the code. */
export const refusalOf = (decision: unknown): Refusal => {
  if (!refused(decision)) throw new Error(`not refused: ${JSON.stringify(decision)}`);
  return decision;
};

/** What a test expects to be granted; a refusal is a fault of the code. */
export const granted = <Value>(decision: Value | Refusal): Value => {
  if (refused(decision)) throw new Error(`refused: ${decision.code}: ${decision.message}`);
  return decision;
};
