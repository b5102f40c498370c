import type { BodyOf } from '@concord/contracts';
import type { Incident } from '@concord/domain';
import { factsAllowedNow, firstOf } from '@concord/domain';

/** The facts that people record by hand; the rest are written by commands on holds, requests and cars. */
export type RecordedKind = BodyOf<'recordFact'>['kind'];

export const recordedKinds = [
  'advice-sought',
  'advice-not-practicable',
  'detained',
  'diverted',
  'conveyance-started',
  'arrived',
  'handed-over',
  'assessment-started',
  'outcome',
  'closed',
] as const satisfies readonly RecordedKind[];

export const recordButtonWords: Readonly<Record<RecordedKind, string>> = {
  'advice-sought': 'Advice sought',
  'advice-not-practicable': 'Advice not practicable',
  detained: 'Detained under s136',
  diverted: 'Not detained',
  'conveyance-started': 'Conveyance started',
  arrived: 'Arrived at place of safety',
  'handed-over': 'Handed over',
  'assessment-started': 'Assessment started',
  outcome: 'Outcome',
  closed: 'Close incident',
};

export const allowedNow = (incident: Incident): RecordedKind[] => {
  const allowed = factsAllowedNow(incident);
  return recordedKinds.filter((kind) => allowed.includes(kind));
};

export const consulted = (incident: Incident): boolean =>
  firstOf(incident.facts, 'advice-sought', 'advice-not-practicable') !== undefined;
