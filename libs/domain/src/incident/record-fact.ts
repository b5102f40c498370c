import { plusMinutes } from '../instant';
import type { LawInForce } from '../law/law-in-force';
import { placesOfSafetyRegulations2017 } from '../law/law-in-force';
import { unlawful } from '../law/unlawful';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import { fits, isWrittenByCommand, notAllowed } from './allowed-now';
import { unsettles, wrongCorrection } from './correction';
import type { Fact } from './fact';
import { standing, stateOf } from './history';
import type { Incident } from './incident';
import { describedBy } from './description';
import { outOfOrder } from './out-of-order';

/** Clocks on different desks differ; a time up to this far ahead of the server's is taken as now. */
const CLOCK_SKEW_MINUTES = 1;

const takenAsNow = (fact: Fact): Fact =>
  fact.happenedAt > fact.recordedAt && fact.happenedAt <= plusMinutes(fact.recordedAt, CLOCK_SKEW_MINUTES)
    ? { ...fact, happenedAt: fact.recordedAt }
    : fact;

const inTheFuture = (fact: Fact): Refusal | undefined => {
  const now = fact.recordedAt;
  if (fact.happenedAt > now) {
    return refuse('time-impossible', 'That time is in the future.', {
      details: { field: 'happenedAt', happenedAt: fact.happenedAt, now },
    });
  }
  return fact.kind === 'disputed' && fact.saysAt > now
    ? refuse('time-impossible', 'That time is in the future.', {
        details: { field: 'saysAt', saysAt: fact.saysAt, now },
      })
    : undefined;
};

/** A record marked as made in error says nothing more, unless that mark was the error. */
const isTheMarkItself = ({ facts }: Incident, { kind, corrects }: Fact): boolean =>
  kind === 'recorded-in-error' &&
  facts.some((old) => old.id === corrects?.factId && old.kind === 'incident-in-error');

const cannotBeToldNow = (incident: Incident, fact: Fact): boolean => {
  const state = stateOf(incident.facts);
  if (isWrittenByCommand(fact.kind)) return !fits(incident.facts, fact.kind);
  if (state === 'merged') return true;
  if (state === 'in-error') return !isTheMarkItself(incident, fact);
  return fact.kind === 'recorded-in-error' && !fact.corrects;
};

/** Why a fact cannot be recorded, if it cannot. */
const refusalFor = (incident: Incident, fact: Fact, law: LawInForce): Refusal | undefined => {
  const { facts, person } = incident;
  if (cannotBeToldNow(incident, fact)) return notAllowed(facts, fact);
  if (isWrittenByCommand(fact.kind) && !fact.corrects) return inTheFuture(fact);
  const no = wrongCorrection(facts, fact) ?? inTheFuture(fact) ?? outOfOrder(facts, fact);
  if (no) return no;
  const all = [...facts, fact];
  const ordered = standing(all);
  const before = ordered.slice(0, Math.max(0, ordered.indexOf(fact)));
  return (
    unlawful(before, fact, { facts: all, now: { person, law } }) ??
    (fact === ordered.at(-1) && !fact.corrects ? undefined : unsettles(facts, fact))
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
  return { ...incident, facts, person: describedBy(facts, incident.person) };
};
