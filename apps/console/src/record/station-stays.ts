import type { Fact, FactOf, Instant } from '@concord/domain';
import { CHECK_MINUTES, minutesBetween, REVIEW_MINUTES, standing } from '@concord/domain';

/** A check or review, and how long after the one before it: null where none has come yet. */
export interface Look<Looked extends Fact> {
  readonly fact: Looked | null;
  readonly afterMinutes: number;
  readonly atMostMinutes: number;
  readonly late: boolean;
}

/** One stay at a police station: why it was allowed, and what was done during it. */
export interface Stay {
  readonly arrival: FactOf<'arrived'>;
  /** When they left or the detention ended; null while they are there. */
  readonly until: Instant | null;
  readonly checks: readonly Look<FactOf<'station-check'>>[];
  readonly reviews: readonly Look<FactOf<'station-review'>>[];
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Each look with the time since the last one, and the time since the last of all where that is already too long. */
const looksIn = <Looked extends Fact>(
  facts: readonly Looked[],
  span: Span,
  allowedAfter: (before: Looked | undefined) => number,
): Look<Looked>[] => {
  const look = (fact: Looked | null, before: Looked | undefined): Look<Looked> => {
    const afterMinutes = minutesBetween(before?.happenedAt ?? span.from, fact?.happenedAt ?? span.to);
    const atMostMinutes = allowedAfter(before);
    return { fact, afterMinutes, atMostMinutes, late: afterMinutes > atMostMinutes };
  };
  const looks = facts.map((fact, index) => look(fact, facts[index - 1]));
  const since = look(null, facts.at(-1));
  return since.late ? [...looks, since] : looks;
};

const leaves: readonly Fact['kind'][] = ['conveyance-started', 'arrived', 'outcome', 'absconded'];

/** Every stay at a police station, with the checks and reviews that SI 2017/1036 asks for and any that came late. */
export const staysOf = (facts: readonly Fact[], now: Instant): Stay[] => {
  const history = standing(facts);
  return history.flatMap((arrival, index) => {
    if (arrival.kind !== 'arrived' || arrival.placeKind !== 'police-station') return [];
    const after = history.slice(index + 1);
    const left = after.find(({ kind }) => leaves.includes(kind));
    const during = left ? after.slice(0, after.indexOf(left)) : after;
    const until = left?.happenedAt ?? null;
    const span = { from: arrival.happenedAt, to: until ?? now };
    return [
      {
        arrival,
        until,
        checks: looksIn(
          during.filter((fact) => fact.kind === 'station-check'),
          span,
          () => CHECK_MINUTES,
        ),
        reviews: looksIn(
          during.filter((fact) => fact.kind === 'station-review'),
          span,
          (before) =>
            before?.conditionsStillMet === false ? Infinity : (before?.nextWithinMinutes ?? REVIEW_MINUTES),
        ),
      },
    ];
  });
};
