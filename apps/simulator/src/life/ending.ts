import type { AdmissionKind, FactOf, Incident, OutcomeCode } from '@concord/domain';
import { PERMITTED_PERIOD_MINUTES, lastOf, msOf, statutoryLimit } from '@concord/domain';
import type { Range } from '../chance';
import { pick, within } from '../chance';
import type { World } from '../world/world';
import { liveHoldOf } from './destination';
import type { Step } from './step';
import { MINUTE, after, has, instantOf, tell } from './step';

// Synthetic: intoxication, sedation or physical care hold some assessments back; a few for most of a day.
const heldBackForADay = 0.012;
const heldBack = 0.12;
const extended = 0.7;
const extensionToldLate = 0.25;
const extensions = { '240': 20, '360': 40, '480': 20, '720': 20 } as const;
/** Synthetic: a doctor finds no mental disorder before an AMHP is needed; most are approved under section 12. */
const noDisorder = 0.03;
const approved = 0.8;
const takesHelp = 0.6;

const placePersona = (world: World, incident: Incident, arrived: FactOf<'arrived'>, at: number): string =>
  world.cast.nurseAt(arrived.placeId) ?? world.cast.control(at, incident.ref);

const noDisorderFound = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step[] => {
  const { ref } = incident;
  if (world.chance(ref, 'no disorder') >= noDisorder) return [];
  const at = after(world, arrived.happenedAt, [60, 110, 180, 240], ref, 'doctor');
  const section12 = world.chance(ref, 'section 12') < approved;
  const doctor = {
    name: 'Dr Rosamund Tansley',
    section12,
    whyNot: section12 ? '' : 'None could come before morning',
  };
  const note = 'Grief and drink';
  const voluntaryHelp = {
    offered: 'family-or-gp',
    accepted: world.chance(ref, 'takes help') < takesHelp,
  } as const;
  return [
    tell(incident, placePersona(world, incident, arrived, at), at, {
      kind: 'outcome',
      code: 'no-mental-disorder',
      note,
      doctor,
      voluntaryHelp,
    }),
  ];
};

const isHeldBackForADay = (world: World, ref: string): boolean => world.chance(ref, 'fit') < heldBackForADay;

/** The responsible doctor extends the period for somebody who cannot be assessed yet; some extensions are written down late. */
const extension = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step | undefined => {
  const { ref, facts } = incident;
  const limit = statutoryLimit(facts);
  const drawn = isHeldBackForADay(world, ref) && world.chance(ref, 'extended') < extended;
  if (!drawn || !limit || has(facts, 'extended')) return undefined;
  const end = msOf(limit.startedAt) + PERMITTED_PERIOD_MINUTES * MINUTE;
  const given = end - Math.round(within([15, 50, 150, 300], world.chance(ref, 'extended at'))) * MINUTE;
  const body = {
    kind: 'extended',
    minutes: Number(pick(extensions, world.chance(ref, 'extended by'))),
    doctor: 'Dr Hazeldine',
    ground: 'persons-condition',
    reason: 'Still sedated after treatment: cannot be interviewed',
    ...(arrived.placeKind === 'police-station' ? { superintendent: 'Supt. Maren Rookhollow' } : {}),
  } as const;
  if (world.chance(ref, 'extension told late') >= extensionToldLate) {
    return tell(incident, placePersona(world, incident, arrived, given), given, body);
  }
  const at = end + Math.round(within([4, 10, 25, 45], world.chance(ref, 'told after'))) * MINUTE;
  const how = {
    happenedAt: instantOf(given),
    late: 'paper',
    evidence: 'Signed form, timed by the ward clerk',
  } as const;
  return tell(incident, placePersona(world, incident, arrived, at), at, { ...body, ...how });
};

/** The permitted period has run out. */
export const expiry = (world: World, incident: Incident): Step[] => {
  const limit = statutoryLimit(incident.facts);
  if (!limit) return [];
  const at = msOf(limit.endsAt) + 3 * MINUTE;
  const control = world.cast.control(at, incident.ref);
  return [tell(incident, control, at, { kind: 'outcome', code: 'expired-unassessed', note: '' })];
};

const fitAfter = (world: World, ref: string): Range => {
  if (isHeldBackForADay(world, ref)) return [1100, 1320, 1440, 1500];
  return world.chance(ref, 'fit') < heldBack ? [120, 300, 520, 700] : [5, 15, 40, 90];
};

const startAssessment = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step[] => {
  const { ref, facts } = incident;
  const request = world.mirror.find(
    'amhp-request',
    (one) => one.incidentId === incident.id && one.calls === 'amhp',
  );
  const onScene = lastOf(facts, 'amhp-on-scene');
  const persona = request?.assigned && world.cast.personaOf(request.assigned.userId);
  const moves = liveHoldOf(world, incident) !== undefined;
  if (request?.state !== 'on-scene' || !onScene || !persona || !request.assigned || moves) return [];
  const notBefore = world.manners.notBefore(request.id);
  const fit = after(world, onScene.happenedAt, fitAfter(world, ref), ref, 'assessment');
  // The AMHP may have been there first.
  const at = Math.max(fit, msOf(arrived.recordedAt) + 3 * MINUTE, notBefore);
  return [tell(incident, persona, at, { kind: 'assessment-started', amhp: request.assigned.name })];
};

/** Whatever ends the wait: a doctor, the assessment, an extension of the time for it, or the end of that time. */
export const endOfTheWait = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step[] => {
  const extending = extension(world, incident, arrived);
  return [
    ...noDisorderFound(world, incident, arrived),
    ...(extending ? [extending] : expiry(world, incident)),
    ...startAssessment(world, incident, arrived),
  ];
};

// Synthetic: no national split of the outcomes of section 136 assessments was found.
const outcomes = {
  'discharged-with-follow-up': 48,
  'section-2': 22,
  'informal-admission': 14,
  'discharged-no-follow-up': 11,
  'section-3': 4,
  'section-4': 1,
} as const;

const admissions: Partial<Record<OutcomeCode, AdmissionKind>> = {
  'section-2': 'section-2',
  'section-3': 'section-3',
  'section-4': 'section-4',
  'informal-admission': 'informal',
};

/** Synthetic: a bed is looked for, for minutes or for most of a day. */
const bed = (world: World, incident: Incident, started: Started, admission: AdmissionKind): Step[] => {
  const { ref, facts } = incident;
  const sought = lastOf(facts, 'bed-sought');
  const amhp = world.cast.personaOf(started.by.userId);
  if (!sought) {
    const at = after(world, started.happenedAt, [15, 40, 90, 150], ref, 'bed sought');
    const as = amhp ?? world.cast.control(at, ref);
    return [tell(incident, as, at, { kind: 'bed-sought', admission })];
  }
  const at = after(world, sought.happenedAt, [10, 70, 240, 600], ref, 'bed found');
  return [
    tell(incident, world.cast.onCall('coordinator', at), at, { kind: 'bed-found', where: 'Linden Ward' }),
  ];
};

type Started = FactOf<'assessment-started'>;

export const conclude = (world: World, incident: Incident): Step[] => {
  const { ref, facts } = incident;
  const started = lastOf(facts, 'assessment-started');
  if (!started) return [];
  const code = pick(outcomes, world.chance(ref, 'outcome'));
  const admission = admissions[code];
  const found = lastOf(facts, 'bed-found');
  if (admission && !found) return bed(world, incident, started, admission);
  const by = world.cast.personaOf(started.by.userId);
  const concluded = after(world, started.happenedAt, [40, 90, 200, 420], ref, 'outcome after');
  const at = found ? Math.max(concluded, msOf(found.happenedAt) + 10 * MINUTE) : concluded;
  return [tell(incident, by ?? world.cast.control(at, ref), at, { kind: 'outcome', code })];
};
