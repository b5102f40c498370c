import { notWhileDetained } from '../alternative/referral';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import type { Fact, FactKind } from './fact';
import { firstOf, lastOf, stateOf } from './history';
import type { Incident } from './incident';
import { presentArrival, wasKept } from './incident';
import { outsidePlace } from './search';
import { allowedFrom, factsAllowedIn } from './incident-moves';
import type { IncidentState } from './incident-moves';

/** Written by the commands on holds, requests, cars and records, as they happen; no person dates or corrects them. */
const byCommand = /^(hold|search|amhp|doctor|car|room|merged|referral)-|^unmerged$/;
export const isWrittenByCommand = (kind: FactKind): boolean => byCommand.test(kind);

/** Said once, or once at each place; and what only makes sense where the person is. */
const pointless = (before: readonly Fact[], kind: FactKind): Fact | true | undefined => {
  switch (kind) {
    case 'opened':
    case 'warrant-entered':
      return firstOf(before, kind);
    case 'handed-over': {
      const last = lastOf(before, 'handed-over', 'arrived');
      return last?.kind === 'handed-over' ? last : undefined;
    }
    case 'assessment-started':
      return stateOf(before) === 'detained' && !wasKept(before) ? true : undefined;
    case 'station-check':
    case 'station-review':
      return presentArrival(before)?.placeKind === 'police-station' ? undefined : true;
    case 'consent-withdrawn':
      return presentArrival(before)?.placeKind === 'dwelling' ? undefined : true;
    case 'outside-withdrew':
      return outsidePlace(before) ? undefined : true;
    // Only as a correction, of the fact that it takes back.
    case 'recorded-in-error':
      return true;
    default:
      return undefined;
  }
};

/** Whether a fact of this kind can come after those `before` it, which lead to `state`. */
export const fits = (before: readonly Fact[], kind: FactKind, state: IncidentState = stateOf(before)) =>
  allowedFrom(kind).includes(state) && pointless(before, kind) === undefined;

/** The facts that may be recorded next: consoles draw their buttons from this. */
export const factsAllowedNow = ({ facts }: Pick<Incident, 'facts'>): FactKind[] =>
  factsAllowedIn(stateOf(facts)).filter((kind) => pointless(facts, kind) === undefined);

/** The refusal of a fact that cannot come after those `before` it, with what can. */
export const notAllowed = (before: readonly Fact[], fact: Fact): Refusal => {
  const { kind } = fact;
  const state = stateOf(before);
  const details = { state, allowed: factsAllowedNow({ facts: before }) };
  const already = pointless(before, kind);
  return (
    notWhileDetained(fact, details) ??
    refuse(
      'not-allowed-in-this-state',
      already && already !== true
        ? `"${kind}" was already recorded, at ${already.happenedAt}.`
        : `"${kind}" cannot be recorded while the incident is ${state}.`,
      { details },
    )
  );
};
