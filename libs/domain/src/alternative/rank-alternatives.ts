import type { Agreement } from '../agreement/agreement';
import type { OutcomeCode } from '../incident/fact-codes';
import { lastOf, stateOf } from '../incident/history';
import type { Incident } from '../incident/incident';
import type { Instant } from '../instant';
import { minutesBetween, plusMinutes } from '../instant';
import { unmet } from '../place/fitness';
import type { Freshness } from '../place/room';
import { freshnessOf } from '../place/room';
import { minutesTo } from '../place/travel';
import { clockTime, dayAndTime } from '../wall-time';
import type { Alternative, AlternativeKind, Reach, Referrer } from './alternative';
import {
  calledOff,
  countedBeforeShut,
  opensAfter,
  placesLeft,
  reachOf,
  shutWords,
  wrongAge,
} from './alternative';
import type { OpenState } from './opening-hours';
import { openStateAt } from './opening-hours';
import { declinedBy } from './referral';
import { takesFrom, takesWords } from './referral-limits';

/** `offer`: open, with room, for this person. `ring`: ask first. `later`: opens within hours. `no`: not for them now. */
export type AlternativeStanding = 'offer' | 'ring' | 'later' | 'no';

export interface RankedAlternative {
  readonly alternativeId: string;
  readonly name: string;
  readonly kind: AlternativeKind;
  readonly telephone: string;
  readonly standing: AlternativeStanding;
  /** 1 for the best of those that can be offered; null for the rest. */
  readonly rank: number | null;
  /** Whether it takes a referral from whoever asks; if not, the person may ring it themselves. */
  readonly theirsToRefer: boolean;
  /** Null for a team that comes to the person and for a voice on the telephone. */
  readonly driveMinutes: number | null;
  /** Of its places; `fresh` where none are counted. */
  readonly freshness: Freshness;
  /** Places left as last said, less those referred since; null where none are counted or said. */
  readonly left: number | null;
  /** When its doors open next; null while they are open, and where nobody can say. */
  readonly opensAt: Instant | null;
  /** Why it stands where it stands, in words for whoever refers. */
  readonly reasons: readonly string[];
}

export interface AlternativeFacts {
  readonly incident: Incident;
  readonly alternatives: readonly Alternative[];
  /** The version in force now, as for places. */
  readonly agreement: Pick<Agreement, 'freshness' | 'travel'>;
  readonly now: Instant;
  /** As whom the one who asks may refer. */
  readonly as: readonly Referrer[];
}

/** How a detention ends with the person free to go where they like. */
const freed: readonly OutcomeCode[] = [
  'discharged-with-follow-up',
  'discharged-no-follow-up',
  'no-mental-disorder',
  'expired-unassessed',
  'released-before-arrival',
];

/** Before a detention is decided, and again once somebody has been released: not once they are in hospital. */
export const mayBeOffered = ({ facts }: Pick<Incident, 'facts'>): boolean => {
  const state = stateOf(facts);
  const outcome = state === 'concluded' ? lastOf(facts, 'outcome') : undefined;
  return state === 'advice' || (outcome !== undefined && freed.includes(outcome.code));
};

const SOON_MINUTES = 12 * 60;

interface Candidate {
  readonly at: Alternative;
  readonly reach: Reach;
  readonly drive: number | null;
  readonly state: OpenState;
}

interface Finding {
  readonly standing: AlternativeStanding;
  readonly why: string;
}
const no = (why: string): Finding => ({ standing: 'no', why });
const ring = (why: string): Finding => ({ standing: 'ring', why });

/** Whether it is for this person at all, whatever the hour. */
const notForThem = ({ at, reach }: Candidate, { incident, now }: AlternativeFacts): Finding | undefined => {
  const already = at.expected.find(({ incidentId }) => incidentId === incident.id);
  if (already) {
    const shut = shutWords(at, now);
    return no(
      `referred there at ${clockTime(already.referredAt)}${shut ? `, and since then it is ${shut}` : ''}`,
    );
  }
  const declined = declinedBy(incident.facts).get(at.id);
  if (declined !== undefined) return no(`could not take this person (${declined})`);
  const age = wrongAge(at, incident.person);
  if (age !== undefined && at.agesFirm) return no(age);
  const [need] = reach === 'go-there' ? unmet(at.meets, incident.person.needs) : [];
  return need === undefined ? undefined : no(need);
};

const closed = ({ at, state, drive }: Candidate, now: Instant): Finding | undefined => {
  const shut = shutWords(at, now);
  if (shut) return no(shut);
  if (state.open) {
    return state.until !== null && drive !== null && state.until <= plusMinutes(now, drive)
      ? no(`closes at ${clockTime(state.until)}, before they could be there`)
      : undefined;
  }
  if (state.opensAt === null) return no('closed until further notice');
  const soon = minutesBetween(now, state.opensAt) <= SOON_MINUTES;
  return { standing: soon ? 'later' : 'no', why: `closed, opens ${dayAndTime(state.opensAt, now)}` };
};

const notTheirsToRefer = ({ at }: Candidate, as: readonly Referrer[]): Finding | undefined => {
  if (takesFrom(at, as)) return undefined;
  return at.referrers.includes('self')
    ? ring(`${takesWords(at)}; they may ring themselves: ${at.telephone}`)
    : no(`${takesWords(at)} only`);
};

const ageOf = (at: Alternative, now: Instant): number =>
  at.capacity ? Math.max(0, Math.floor(minutesBetween(at.capacity.observed.at, now))) : 0;

const count = (left: number): string => (left === 1 ? '1 place left' : `${left || 'no'} places left`);

const room = (at: Alternative, fresh: Freshness, now: Instant): Finding | undefined => {
  if (at.places === null) return undefined;
  const left = placesLeft(at);
  if (left === null) return ring('has not said how many places are left: ring first');
  const age = ageOf(at, now);
  if (left === 0)
    return no(
      fresh === 'unknown'
        ? `no places left when last said, ${age} min ago: ring ${at.telephone}`
        : `no places left, said ${age} min ago`,
    );
  if (countedBeforeShut(at))
    return ring(`was closed since its places were counted (last: ${count(left)}): ring first`);
  if (fresh === 'unknown')
    return ring(`places not confirmed for ${age} min (last: ${count(left)}): ring first`);
  return undefined;
};

const openWords = (at: Alternative, state: OpenState, now: Instant): string => {
  const until =
    state.open && state.until !== null ? `open until ${clockTime(state.until)}` : 'open day and night';
  const left = placesLeft(at);
  return left === null ? until : `${until}, ${count(left)}, confirmed ${ageOf(at, now)} min ago`;
};

const judged = (candidate: Candidate, fresh: Freshness, facts: AlternativeFacts): Finding => {
  const { at, state } = candidate;
  const age = wrongAge(at, facts.incident.person);
  return (
    notForThem(candidate, facts) ??
    closed(candidate, facts.now) ??
    notTheirsToRefer(candidate, facts.as) ??
    room(at, fresh, facts.now) ??
    (age === undefined ? undefined : ring(`${age} as a rule: ask them first`)) ?? {
      standing: 'offer',
      why: openWords(at, state, facts.now),
    }
  );
};

const reachWords: Readonly<Record<Reach, string | undefined>> = {
  'go-there': undefined,
  comes: 'comes to the person',
  telephone: 'by telephone',
};

interface Listed extends Omit<RankedAlternative, 'rank'> {
  readonly inCatchment: boolean;
  readonly reach: Reach;
}

const listed = (at: Alternative, facts: AlternativeFacts): Listed => {
  const { incident, agreement, now } = facts;
  const reach = reachOf[at.kind];
  const drive = reach === 'go-there' ? minutesTo(incident.where, at, agreement.travel) : null;
  const state = openStateAt(at.hours, now);
  const fresh = at.capacity ? freshnessOf(at.capacity.observed, agreement.freshness, now) : 'fresh';
  const { standing, why } = judged({ at, reach, drive, state }, fresh, facts);
  const inCatchment = at.catchment.length === 0 || at.catchment.includes(incident.where.district);
  const off = calledOff(at, now);
  return {
    alternativeId: at.id,
    name: at.name,
    kind: at.kind,
    telephone: at.telephone,
    standing,
    theirsToRefer: takesFrom(at, facts.as),
    driveMinutes: drive,
    freshness: fresh,
    left: placesLeft(at),
    opensAt: off ? opensAfter(off, at.hours) : state.open ? null : state.opensAt,
    inCatchment,
    reach,
    reasons: [
      why,
      ...(drive === null ? [] : [`about ${drive} min drive`]),
      ...(reachWords[reach] ? [reachWords[reach]] : []),
      ...(inCatchment ? [] : [`not meant for ${incident.where.district} first`]),
    ],
  };
};

const standings: Record<AlternativeStanding, number> = { offer: 0, ring: 1, later: 2, no: 3 };
const reaches: Record<Reach, number> = { 'go-there': 0, comes: 1, telephone: 2 };

/**
 * What may help this person instead of a detention, best first, each with its reasons; nothing while they are
 * detained. Only what is open, has a place that was confirmed within the agreed limit and is for them can be
 * first; the rest follow, saying why. Among equals: meant for the district, somewhere to go before a visit
 * before a call, the nearest. Who provides it plays no part.
 */
export const rankAlternatives = (facts: AlternativeFacts): RankedAlternative[] => {
  if (!mayBeOffered(facts.incident)) return [];
  const all = facts.alternatives.map((at) => listed(at, facts));
  all.sort(
    (a, b) =>
      standings[a.standing] - standings[b.standing] ||
      Number(b.inCatchment) - Number(a.inCatchment) ||
      reaches[a.reach] - reaches[b.reach] ||
      (a.driveMinutes ?? 0) - (b.driveMinutes ?? 0) ||
      a.name.localeCompare(b.name, 'en', { numeric: true }) ||
      a.alternativeId.localeCompare(b.alternativeId),
  );
  return all.map(({ inCatchment: _inCatchment, reach: _reach, ...one }, i) => ({
    ...one,
    rank: one.standing === 'offer' ? i + 1 : null,
  }));
};
