import type { Problem } from '@concord/contracts';
import type { Duty, FactKind } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, askedKey, Journey, startConcord } from '@concord/testing';

type Recorder = Exclude<Duty, 'section-12-doctor' | 'alternative-staff' | 'demo'>;

/** C control room, I duty inspector, T triage crew, N suite nurse, A AMHP, L AMHP lead, S s136 coordinator, O the rest of oversight. */
const letters: Readonly<Record<Recorder, string>> = {
  'control-room': 'C',
  'duty-inspector': 'I',
  'triage-crew': 'T',
  'suite-nurse': 'N',
  amhp: 'A',
  'amhp-lead': 'L',
  's136-coordinator': 'S',
  superintendent: 'O',
  'on-call-manager': 'O',
  'director-on-call': 'O',
};

/** Kinds that a command writes, not a person. */
type Written =
  | 'opened'
  | 'recorded-in-error'
  | 'unmerged'
  | `${'hold' | 'search' | 'car' | 'room' | 'merged' | 'amhp' | 'doctor' | 'referral'}-${string}`;
type Said = Exclude<FactKind, Written>;

/** Whose word each fact may be: decided by people and written down. */
const words: Readonly<Record<Said, string>> = {
  'advice-sought': 'CIT',
  'advice-not-practicable': 'CIT',
  'warrant-entered': 'CITA',
  detained: 'CIT',
  diverted: 'CIT',
  referred: 'CITAL',
  'conveyance-started': 'CITN',
  arrived: 'CITN',
  'handed-over': 'CITN',
  'police-left': 'CITN',
  'assessment-started': 'CINA',
  'start-contested': 'CITNAS',
  'reading-adopted': 'ISO',
  extended: 'CINAS',
  'bed-sought': 'CINAS',
  'bed-found': 'CINAS',
  absconded: 'CITN',
  retaken: 'CITN',
  arrested: 'CIT',
  'consent-withdrawn': 'CITNA',
  'outside-accepted': 'CITNS',
  'outside-withdrew': 'CITNS',
  'station-check': 'CI',
  'station-review': 'CI',
  'person-described': 'CITNAS',
  'risk-noted': 'CITNAS',
  searched: 'CITN',
  'interpreter-arranged': 'CINAS',
  'fitness-told': 'CINA',
  'rights-given': 'CITNA',
  'property-listed': 'CITN',
  restrained: 'CITN',
  'ambulance-requested': 'CITN',
  'ambulance-arrived': 'CITN',
  noted: 'CITNAS',
  confirmed: 'CITNAS',
  disputed: 'CITNAS',
  'incident-in-error': 'CI',
  outcome: 'CINA',
  closed: 'CI',
};

const some = '11111111-1111-4111-8111-111111111111';
const bodies: Readonly<Record<Said, object>> = {
  'advice-sought': { adviser: 'Jo Lund', profession: 'nurse', advice: 'Known' },
  'advice-not-practicable': { reason: 'On a bridge' },
  'warrant-entered': { warrant: 's135-1', officer: 'PC 1', amhp: 'A', doctor: 'D' },
  detained: { officer: 'PC 1' },
  diverted: { to: 'crisis-cafe' },
  referred: { alternativeId: some, how: 'telephone' },
  'conveyance-started': { mode: 'ambulance' },
  arrived: { placeId: some },
  'handed-over': { acceptedBy: 'Charge nurse' },
  'police-left': { agreedRisk: 'Low', officer: 'PC 1' },
  'assessment-started': { amhp: 'A' },
  'start-contested': { basis: 'other' },
  'reading-adopted': { startFactId: some, reason: 'Policy' },
  extended: { minutes: 60, doctor: 'D', ground: 'persons-condition', reason: 'Sedated' },
  'bed-sought': { admission: 'section-2' },
  'bed-found': { where: 'Ward 3' },
  absconded: {},
  retaken: { officer: 'PC 1', where: 'Home' },
  arrested: { offence: 'Theft', officer: 'PC 1' },
  'consent-withdrawn': { withdrawnBy: 'Occupier' },
  'outside-accepted': {
    placeName: 'Quarry Bank',
    placeKind: 'suite',
    telephone: '01632 960 700',
    acceptedBy: 'S',
  },
  'outside-withdrew': { reason: 'Full' },
  'station-check': { professional: 'Nurse Bell' },
  'station-review': { custodyOfficer: 'Sgt Marsh', conditionsStillMet: true },
  'person-described': { said: { sex: 'female' } },
  'risk-noted': { risk: { kind: 'weapons', note: 'A blade', source: 'police' } },
  searched: { power: 's136c', grounds: 'Said so', officer: 'PC 1', found: 'Nothing' },
  'interpreter-arranged': { interpreter: 'Jan Wrona', how: 'Video' },
  'fitness-told': { fit: true, saidBy: 'Nurse' },
  'rights-given': { givenBy: 'Nurse', how: 'Spoken', understood: true },
  'property-listed': { items: 'Phone', heldBy: 'Suite' },
  restrained: { restraint: 'held', reason: 'Road', minutes: 2 },
  'ambulance-requested': { category: '2' },
  'ambulance-arrived': { callsign: 'A12' },
  noted: { text: 'Has a dog' },
  confirmed: { factId: some },
  disputed: { factId: some, saysAt: '2026-11-22T01:00:00Z', reason: 'Log' },
  'incident-in-error': { reason: 'Training' },
  outcome: { code: 'section-2' },
  closed: {},
};

const kinds = Object.keys(words) as Said[];
let concord: Concord;
let journey: Journey;
const people = new Map<Recorder, Person>();

/** One incident that everybody has a part in. */
beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  const control = await concord.signIn('controller');
  journey = await Journey.open(control);
  const t1 = concord.ids.resources.t1 ?? '';
  accepted(await control.post(`resources/${t1}/commit`, { incidentId: journey.incidentId }), 'commit');
  await journey.detain();
  await journey.hold(concord.ids.rooms['elm-1']);
  const amhp = await concord.signIn(askedKey(concord, await journey.requestAmhp()));
  people.set('control-room', control).set('amhp', amhp);
  const others: [Recorder, string][] = [
    ['duty-inspector', 'inspector'],
    ['triage-crew', 'crew'],
    ['suite-nurse', 'suite-nurse'],
    ['amhp-lead', 'amhp-lead'],
    ['s136-coordinator', 'coordinator'],
    ['superintendent', 'superintendent'],
    ['on-call-manager', 'manager'],
    ['director-on-call', 'director'],
  ];
  for (const [duty, key] of others) people.set(duty, await concord.signIn(key));
});
afterAll(() => concord.stop());

/** Told of the year 2099, so that whoever may tell it is refused for the time alone, and nothing is changed. */
const answerTo = async (duty: Recorder, kind: Said): Promise<Problem> => {
  const told = { kind, ...bodies[kind], happenedAt: '2099-01-01T00:00:00Z' };
  return (await (people.get(duty) as Person).post(`incidents/${journey.incidentId}/facts`, told)).body;
};

test.each(kinds.map((kind) => [kind, words[kind]] as const))(
  '"%s" is the word of %s, and of nobody else',
  async (kind, allowed) => {
    for (const [duty, letter] of Object.entries(letters) as [Recorder, string][]) {
      const problem = await answerTo(duty, kind);
      expect([duty, problem.code !== 'not-your-duty']).toEqual([duty, allowed.includes(letter)]);
      if (!allowed.includes(letter)) expect(problem.details).toHaveProperty('mayRecord');
    }
  },
);

test('what is not one’s own to tell is not one’s own to put right or to take back', async () => {
  const nurse = people.get('suite-nurse') as Person;
  const path = `incidents/${journey.incidentId}/facts/${await journey.factId('detained')}`;
  const tries: [string, object][] = [
    ['correct', { reason: 'No', fact: { kind: 'detained', officer: 'PC 2' } }],
    ['take-back', { reason: 'No' }],
  ];
  for (const [route, body] of tries)
    expect((await nurse.post(`${path}/${route}`, body)).body).toMatchObject({ code: 'not-your-duty' });
});

test('somebody without a part in the incident is not even told that it is there', async () => {
  const hazel = await concord.signIn('hazel-nurse');
  const path = `incidents/${journey.incidentId}`;
  const factId = await journey.factId('detained');
  const answers = await Promise.all([
    hazel.post(`${path}/facts`, { kind: 'noted', text: 'x' }),
    hazel.post(`${path}/facts/${factId}/take-back`, { reason: 'x' }),
    hazel.post(`${path}/facts/${factId}/correct`, { reason: 'x', fact: { kind: 'noted', text: 'x' } }),
    hazel.post(`${path}/person`, { source: 'x', name: 'Ivy Lark' }),
    hazel.get(`${path}/person`),
  ]);
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
    answers.map(() => [404, 'not-found']),
  );
});
