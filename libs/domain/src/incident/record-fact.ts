import { plusMinutes } from '../instant';
import type { LawInForce } from '../law/law-in-force';
import { placesOfSafetyRegulations2017 } from '../law/law-in-force';
import { unlawful } from '../law/unlawful';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import type { Fact, FactKind } from './fact';
import { firstOf, lastOf, standing, stateOf } from './history';
import type { Incident } from './incident';
import { describedBy, presentArrival, wasKept } from './incident';
import { allowedFrom, factsAllowedIn, leadsSomewhere, stateAfter } from './incident-moves';
import type { IncidentState } from './incident-moves';

/** Clocks on different desks differ; a time up to this far ahead of the server's is taken as now. */
const CLOCK_SKEW_MINUTES = 1;

const takenAsNow = (fact: Fact): Fact =>
  fact.happenedAt > fact.recordedAt && fact.happenedAt <= plusMinutes(fact.recordedAt, CLOCK_SKEW_MINUTES)
    ? { ...fact, happenedAt: fact.recordedAt }
    : fact;

/** Written by the commands on holds, requests, cars and records, as they happen; no person dates or corrects them. */
const byCommand = /^(hold|amhp|car|merged)-|^unmerged$/;
export const isWrittenByCommand = (kind: FactKind): boolean => byCommand.test(kind);

/** Said once, or once at each place; and what only makes sense where the person is. */
const pointless = (facts: readonly Fact[], kind: FactKind): Fact | true | undefined => {
  switch (kind) {
    case 'opened':
    case 'warrant-entered':
      return firstOf(facts, kind);
    case 'handed-over': {
      const last = lastOf(facts, 'handed-over', 'arrived');
      return last?.kind === 'handed-over' ? last : undefined;
    }
    case 'assessment-started':
      return stateOf(facts) === 'detained' && !wasKept(facts) ? true : undefined;
    case 'station-check':
    case 'station-review':
      return presentArrival(facts)?.placeKind === 'police-station' ? undefined : true;
    case 'consent-withdrawn':
      return presentArrival(facts)?.placeKind === 'dwelling' ? undefined : true;
    case 'recorded-in-error':
      return true;
    default:
      return undefined;
  }
};

/** The facts that may be recorded next: consoles draw their buttons from this. */
export const factsAllowedNow = (incident: Incident): FactKind[] => allowedAfter(incident.facts);

const allowedAfter = (facts: readonly Fact[]): FactKind[] =>
  factsAllowedIn(stateOf(facts)).filter((kind) => pointless(facts, kind) === undefined);

const future = (fact: Fact): Refusal | undefined =>
  fact.happenedAt > fact.recordedAt
    ? refuse('time-impossible', 'That time is in the future.', {
        details: { field: 'happenedAt', happenedAt: fact.happenedAt, now: fact.recordedAt },
      })
    : undefined;

const notAllowed = (facts: readonly Fact[], fact: Fact): Refusal => {
  const state = stateOf(facts);
  const already = pointless(facts, fact.kind);
  return refuse(
    'not-allowed-in-this-state',
    already && already !== true
      ? `"${fact.kind}" was already recorded, at ${already.happenedAt}.`
      : `"${fact.kind}" cannot be recorded while the incident is ${state}.`,
    { details: { state, allowed: allowedAfter(facts) } },
  );
};

const tooEarly = (fact: Fact, follows: Fact): Refusal =>
  refuse('time-impossible', `That is before "${follows.kind}" at ${follows.happenedAt}.`, {
    details: {
      field: 'happenedAt',
      happenedAt: fact.happenedAt,
      notBefore: follows.happenedAt,
      follows: follows.kind,
    },
  });

const tooLate = (fact: Fact, before: Fact): Refusal =>
  refuse(
    'time-impossible',
    `With that, "${before.kind}" at ${before.happenedAt} could not have happened as recorded: correct that first.`,
    {
      details: {
        field: 'happenedAt',
        happenedAt: fact.happenedAt,
        notAfter: before.happenedAt,
        precedes: before.kind,
      },
    },
  );

const fits = (before: readonly Fact[], state: IncidentState, kind: FactKind): boolean =>
  allowedFrom(kind).includes(state) && pointless(before, kind) === undefined;

interface Misfit {
  readonly fact: Fact;
  readonly before: readonly Fact[];
}

/** The first step, in the order things happened, that could not follow those before it. */
const misfit = (facts: readonly Fact[], told: Fact): Misfit | undefined => {
  const ordered = standing(facts);
  let state: IncidentState = 'advice';
  for (const [index, fact] of ordered.entries()) {
    if (fact !== told && !leadsSomewhere(fact.kind)) continue;
    const before = ordered.slice(0, index);
    // A merged record tells the same steps again; whichever came first stands.
    if (!fact.mergedFrom && !fits(before, state, fact.kind)) return { fact, before };
    if (allowedFrom(fact.kind).includes(state)) state = stateAfter(state, fact.kind);
  }
  return undefined;
};

/** The later step after which this one would have fitted. */
const wouldFollow = (facts: readonly Fact[], told: Fact): Fact | undefined =>
  standing(facts).find((fact, index, ordered) => {
    if (fact.happenedAt <= told.happenedAt || !leadsSomewhere(fact.kind)) return false;
    const upTo = ordered.slice(0, index + 1);
    return fits(upTo, stateOf(upTo), told.kind);
  });

/**
 * Whether the steps could have happened in the order their times give. A step told late takes its
 * place among the others; one that cannot stand there, or that makes a later one impossible, is refused.
 */
const outOfOrder = (others: readonly Fact[], told: Fact): Refusal | undefined => {
  const found = misfit(told.kind === 'recorded-in-error' ? others : [...others, told], told);
  if (!found) return undefined;
  if (found.fact !== told)
    return fits(others, stateOf(others), told.kind) ? tooEarly(told, found.fact) : tooLate(told, found.fact);
  const follows = wouldFollow(others, told);
  return follows ? tooEarly(told, follows) : notAllowed(found.before, told);
};

/** Facts that other agencies' clocks and records hang on cannot be unsaid here; people's own words can. */
const wrongCorrection = (incident: Incident, fact: Fact): Refusal | undefined => {
  if (!fact.corrects) return undefined;
  const { factId } = fact.corrects;
  const old = incident.facts.find(({ id }) => id === factId);
  if (!old)
    return refuse('not-found', 'There is no such fact in this incident.', { details: { field: 'factId' } });
  const newer = incident.facts.find((other) => other.corrects?.factId === factId);
  if (newer) {
    return refuse(
      'changed-since-seen',
      `That was already corrected by ${newer.by.name} at ${newer.recordedAt}.`,
      {
        details: { correctedBy: newer.by, correctedAt: newer.recordedAt, factId: newer.id },
      },
    );
  }
  if (isWrittenByCommand(old.kind) || old.kind === 'recorded-in-error') {
    return refuse(
      'not-allowed-in-this-state',
      `"${old.kind}" is Concord's own record of what was done: it cannot be corrected by hand.`,
    );
  }
  if (fact.kind === 'recorded-in-error' ? old.kind === 'opened' : fact.kind !== old.kind) {
    return refuse('not-allowed-in-this-state', `A correction of "${old.kind}" is another "${old.kind}".`, {
      details: { field: 'kind', kind: old.kind },
    });
  }
  return undefined;
};

/** A decision or an ending must still hold when something before it is told late, put right or taken back. */
const unsettles = (facts: readonly Fact[], told: Fact): Refusal | undefined => {
  for (const [index, fact] of standing(facts).entries()) {
    if (fact === told || fact.mergedFrom || (fact.kind !== 'detained' && fact.kind !== 'outcome')) continue;
    const no = unlawful(standing(facts).slice(0, index), fact, { facts });
    if (no) return { ...no, message: `With that, "${fact.kind}" could not stand. ${no.message}` };
  }
  return undefined;
};

const aboutThePerson = (facts: readonly Fact[], fact: Fact): boolean => {
  const kinds = [fact.kind, facts.find(({ id }) => id === fact.corrects?.factId)?.kind];
  return kinds.includes('person-described') || kinds.includes('risk-noted');
};

/** Why a fact cannot be recorded, if it cannot. */
const refusalFor = (incident: Incident, fact: Fact, law: LawInForce): Refusal | undefined => {
  const now = stateOf(incident.facts);
  if (isWrittenByCommand(fact.kind) || now === 'in-error' || now === 'merged') {
    if (!fits(incident.facts, now, fact.kind)) return notAllowed(incident.facts, fact);
    return future(fact);
  }
  const others = incident.facts.filter(({ id }) => id !== fact.corrects?.factId);
  const facts = [...incident.facts, fact];
  const ordered = standing(facts);
  const before = ordered.slice(0, Math.max(0, ordered.indexOf(fact)));
  return (
    wrongCorrection(incident, fact) ??
    future(fact) ??
    outOfOrder(others, fact) ??
    unlawful(before, fact, { facts: incident.facts, now: { person: incident.person, law } }) ??
    (fact.corrects || fact !== ordered.at(-1) ? unsettles(facts, fact) : undefined)
  );
};

/**
 * The incident with one more fact, or the refusal that names the rule. A fact that `corrects` another
 * takes its place: the old one stays readable, and everything is computed anew. Refuses
 * `not-allowed-in-this-state` (table of moves, said already, or an outcome that must follow another
 * step), `time-impossible` (future, or not where the other steps leave room for it), `unlawful` and
 * `reason-needed` (see `unlawful`), `changed-since-seen` (corrected already) and `not-found`.
 */
export const recordFact = (
  incident: Incident,
  told: Fact,
  law: LawInForce = placesOfSafetyRegulations2017,
): Incident | Refusal => {
  const fact = takenAsNow(told);
  const no = refusalFor(incident, fact, law);
  if (no) return no;
  const facts = [...incident.facts, fact];
  return aboutThePerson(incident.facts, fact)
    ? { ...incident, facts, person: describedBy(facts, incident.person) }
    : { ...incident, facts };
};
