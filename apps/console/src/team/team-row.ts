import type { AmhpRequest, Availability, Incident, Instant, Named, Obstacle } from '@concord/domain';
import { lastOf, openOffer, stateOf } from '@concord/domain';

export type TeamState =
  'free' | 'asked' | 'accepted' | 'travelling' | 'on-scene' | 'assessing' | 'resting' | 'done';

/** What one person of the team is doing, on which case, and since when. */
export interface TeamRow {
  readonly who: Named;
  readonly onCall: boolean;
  readonly state: TeamState;
  readonly since: Instant | null;
  readonly request: AmhpRequest | undefined;
  readonly rests: Obstacle | null;
}

/** For this long after an attendance it is said that they have just finished one. */
const DONE_FOR_MS = 60 * 60_000;

const carrying = (request: AmhpRequest, incident: Incident | undefined): Pick<TeamRow, 'state' | 'since'> => {
  const assessed =
    incident && stateOf(incident.facts) === 'assessing'
      ? lastOf(incident.facts, 'assessment-started')
      : undefined;
  if (assessed) return { state: 'assessing', since: assessed.happenedAt };
  const accepted = request.offers.findLast(({ answer }) => answer === 'accepted')?.answeredAt ?? null;
  if (request.state !== 'travelling' && request.state !== 'on-scene')
    return { state: 'accepted', since: accepted };
  const said = incident && lastOf(incident.facts, `amhp-${request.state}`);
  return { state: request.state, since: said?.happenedAt ?? accepted };
};

interface Known {
  readonly now: Instant;
  readonly onCall: readonly Named[];
  readonly requests: readonly AmhpRequest[];
  readonly incidents: ReadonlyMap<string, Incident>;
  readonly availability: readonly Availability[];
  readonly restsOf: (said: Availability | undefined) => Obstacle | null;
}

const rowOf = (who: Named, known: Known): TeamRow => {
  const { now, requests, incidents, availability } = known;
  const said = availability.find(({ userId }) => userId === who.userId);
  const rests = known.restsOf(said);
  const onCall = known.onCall.some(({ userId }) => userId === who.userId);
  const carried = requests.find(({ assigned }) => assigned?.userId === who.userId);
  const base = { who, onCall, rests };
  if (carried) return { ...base, request: carried, ...carrying(carried, incidents.get(carried.incidentId)) };
  const asked = requests.find((request) => openOffer(request)?.to.userId === who.userId);
  if (asked) return { ...base, request: asked, state: 'asked', since: openOffer(asked)?.offeredAt ?? null };
  const none = { ...base, request: undefined };
  if (rests) return { ...none, state: 'resting', since: null };
  const ended = said?.attended?.to;
  const justDone = ended !== undefined && Date.parse(now) - Date.parse(ended) < DONE_FOR_MS;
  return justDone ? { ...none, state: 'done', since: ended } : { ...none, state: 'free', since: null };
};

/** Everybody on call, first in line first, and after them whoever still carries a case from an earlier turn. */
export const teamRows = (known: Known): TeamRow[] => {
  const carriers = known.requests.flatMap(({ assigned }) => (assigned ? [assigned] : []));
  const ids = new Set(known.onCall.map(({ userId }) => userId));
  const others = carriers.filter(({ userId }) => !ids.has(userId));
  return [...known.onCall, ...others].map((who) => rowOf(who, known));
};

/** Nobody has these yet: the longest wait first. */
export const unansweredOf = (requests: readonly AmhpRequest[]): AmhpRequest[] =>
  requests
    .filter(({ assigned }) => assigned === null)
    .sort((a, b) => (a.requestedAt < b.requestedAt ? -1 : 1));
