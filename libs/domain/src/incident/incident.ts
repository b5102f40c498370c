import type { Instant } from '../instant';
import { plusMinutes } from '../instant';
import { impossibleEnding } from '../law/end-of-detention';
import { unlawfulArrival } from '../law/police-station';
import type { Position } from '../place/place';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import type { Fact, FactDetail, FactKind } from './fact';
import { firstOf, lastOf } from './fact';
import { factsAllowedIn, stateAfter } from './incident-moves';
import type { IncidentState } from './incident-moves';
import type { PersonOutline } from './person';

export interface Incident {
  readonly id: string;
  readonly areaId: string;
  /** What people say on the radio: "MHT-1042". */
  readonly ref: string;
  readonly personId: string;
  readonly person: PersonOutline;
  readonly where: { readonly text: string; readonly district: string; readonly position: Position };
  /** The agreement version in force when the incident began; later versions do not touch it. */
  readonly agreementId: string;
  readonly facts: readonly Fact[];
  readonly revision: number;
}

export const stateOf = (facts: readonly Fact[]): IncidentState =>
  facts.reduce<IncidentState>((state, fact) => stateAfter(state, fact.kind), 'advice');

export const isOpen = (incident: Incident): boolean => {
  const state = stateOf(incident.facts);
  return state !== 'closed' && state !== 'diverted';
};

/** Under detention: from the constable's decision to the outcome. */
export const isDetained = (facts: readonly Fact[]): boolean => {
  const state = stateOf(facts);
  return state !== 'advice' && state !== 'diverted' && state !== 'concluded' && state !== 'closed';
};

/** Clocks on different desks differ; a time up to this far ahead of the server's is taken as now. */
const CLOCK_SKEW_MINUTES = 1;

const takenAsNow = (fact: Fact): Fact =>
  fact.happenedAt > fact.recordedAt && fact.happenedAt <= plusMinutes(fact.recordedAt, CLOCK_SKEW_MINUTES)
    ? { ...fact, happenedAt: fact.recordedAt }
    : fact;

const impossibleTime = (incident: Incident, fact: Fact): Refusal | undefined => {
  if (fact.happenedAt > fact.recordedAt) {
    return refuse('time-impossible', 'That time is in the future.', {
      details: { field: 'happenedAt', happenedAt: fact.happenedAt, now: fact.recordedAt },
    });
  }
  const follows = mustFollow(fact.kind, firstOf(incident.facts, 'detained')?.power === 's136-kept');
  const before = incident.facts.find(
    ({ kind, happenedAt }) => follows.includes(kind) && fact.happenedAt < happenedAt,
  );
  if (before) {
    return refuse('time-impossible', `That is before "${before.kind}" at ${before.happenedAt}.`, {
      details: {
        field: 'happenedAt',
        happenedAt: fact.happenedAt,
        notBefore: before.happenedAt,
        follows: before.kind,
      },
    });
  }
  return undefined;
};

/**
 * Steps whose order is physical: you cannot arrive before you are detained, or hand over before you
 * arrive. Somebody *kept* at a place of safety was there before the decision to keep them.
 */
const mustFollow = (kind: FactKind, kept: boolean): FactKind[] => {
  switch (kind) {
    case 'conveyance-started':
      return ['detained', 'arrived'];
    case 'arrived':
      return [...(kept ? [] : ['detained' as const]), 'conveyance-started', 'arrived'];
    case 'handed-over':
    case 'assessment-started':
      return ['detained', 'arrived'];
    case 'outcome':
      return ['detained', 'conveyance-started', 'arrived', 'assessment-started'];
    case 'closed':
      return ['outcome'];
    default:
      return [];
  }
};

/** An incident is opened once, and police hand over once at each place. */
const saidAlready = (incident: Incident, kind: FactKind): Fact | undefined => {
  if (kind === 'opened') return firstOf(incident.facts, 'opened');
  if (kind !== 'handed-over') return undefined;
  const last = lastOf(incident.facts, 'handed-over', 'arrived');
  return last?.kind === 'handed-over' ? last : undefined;
};

/** The facts that may be recorded next, said-once ones only until they are said: consoles draw their buttons from this. */
export const factsAllowedNow = (incident: Incident): FactKind[] =>
  factsAllowedIn(stateOf(incident.facts)).filter((kind) => !saidAlready(incident, kind));

/** s136(1C): before deciding, the constable consults if practicable; advice sought afterwards is no consultation. */
const missingConsultation = (incident: Incident, fact: Fact): Refusal | undefined => {
  if (fact.kind !== 'detained') return undefined;
  const consulted = incident.facts.some(
    ({ kind, happenedAt }) =>
      kind === 'advice-not-practicable' || (kind === 'advice-sought' && happenedAt <= fact.happenedAt),
  );
  if (consulted) return undefined;
  return refuse(
    'unlawful',
    'Record whom the officer consulted before the detention, or why that was not practicable.',
    {
      rule: 'Mental Health Act 1983 s136(1C)',
      details: { record: ['advice-sought', 'advice-not-practicable'], notAfter: fact.happenedAt },
    },
  );
};

const missingVehicleReason = (detail: FactDetail): Refusal | undefined =>
  detail.kind === 'conveyance-started' && detail.mode === 'police-vehicle' && !detail.policeVehicleReason
    ? refuse('reason-needed', 'Say why a police vehicle was used.', {
        details: { field: 'policeVehicleReason' },
      })
    : undefined;

/**
 * The incident with one more fact, or the refusal that names the rule. Refuses
 * `not-allowed-in-this-state` (table of moves, said already, or an outcome that must follow another
 * step), `time-impossible` (future, or before what it must follow), `unlawful` (no consultation
 * recorded, s136(1C); police station, s136A and SI 2017/1036) and `reason-needed`.
 */
export const recordFact = (incident: Incident, told: Fact): Incident | Refusal => {
  const fact = takenAsNow(told);
  const allowed = factsAllowedNow(incident);
  if (!allowed.includes(fact.kind)) {
    const state = stateOf(incident.facts);
    const already = saidAlready(incident, fact.kind);
    return refuse(
      'not-allowed-in-this-state',
      already
        ? `"${fact.kind}" was already recorded, at ${already.happenedAt}.`
        : `"${fact.kind}" cannot be recorded while the incident is ${state}.`,
      {
        details: { state, allowed },
      },
    );
  }
  const no =
    impossibleTime(incident, fact) ??
    missingConsultation(incident, fact) ??
    missingVehicleReason(fact) ??
    (fact.kind === 'outcome' ? impossibleEnding(incident.facts, fact) : undefined) ??
    (fact.kind === 'arrived' ? unlawfulArrival(incident.person, fact) : undefined);
  return no ?? { ...incident, facts: [...incident.facts, fact] };
};

/** Where the person is now, if at a place. */
export const currentPlaceId = (facts: readonly Fact[]): string | null => {
  const last = lastOf(facts, 'arrived', 'conveyance-started', 'outcome');
  return last?.kind === 'arrived' ? last.placeId : null;
};

export const openedAt = (incident: Incident): Instant => firstOf(incident.facts, 'opened')?.happenedAt ?? '';
