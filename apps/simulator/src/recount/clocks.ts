import type { AgreedThreshold, Agreement, Fact, LadderStep } from '@concord/domain';

/**
 * Which deadlines run, worked out again from the words of the agreement and the Act alone. On
 * purpose this shares no code with the engine: a mistake there must not hide itself here.
 */
export interface Running {
  /** Names the deadline: clock, the fact that started it, minutes after. */
  readonly key: string;
  readonly clock: string;
  readonly due: number;
  /** Whether this is the breach itself. */
  readonly breach: boolean;
}

const DAY = 24 * 60;
const MINUTE = 60_000;

export const keyFor = (clock: string, subject: string, afterMinutes: number): string =>
  `${clock} ${subject} ${afterMinutes}`;

const thing = (fact: Fact): string | null => {
  if ('holdId' in fact) return `hold ${fact.holdId}`;
  return 'requestId' in fact ? `request ${fact.requestId}` : null;
};

const sameThing = (a: Fact, b: Fact): boolean => {
  const [one, other] = [thing(a), thing(b)];
  return one === null || other === null || one === other;
};

const isEnd = ({ kind }: Fact): boolean => kind === 'outcome' || kind === 'diverted' || kind === 'closed';

const takesBack = (threshold: AgreedThreshold, start: Fact, stop: Fact, fact: Fact): boolean =>
  threshold.resumesOn.includes(fact.kind) &&
  sameThing(start, fact) &&
  (thing(fact) === null || thing(fact) === thing(stop));

const stillRuns = (threshold: AgreedThreshold, start: Fact, later: readonly Fact[]): boolean =>
  later.every((stop, i) => {
    if (isEnd(stop)) return false;
    if (!threshold.stopsOn.includes(stop.kind) || !sameThing(start, stop)) return true;
    return later.slice(i + 1).some((fact) => takesBack(threshold, start, stop, fact));
  });

const starts = ({ startsOn, placeKinds }: AgreedThreshold, fact: Fact): boolean =>
  fact.kind === startsOn &&
  (fact.kind !== 'arrived' || placeKinds.length === 0 || placeKinds.includes(fact.placeKind));

const ladderFrom = (
  clock: string,
  start: Fact,
  ladder: readonly LadderStep[],
  breachAfter: number,
): Running[] =>
  ladder.map(({ afterMinutes }) => ({
    key: keyFor(clock, start.id, afterMinutes),
    clock,
    due: Date.parse(start.happenedAt) + afterMinutes * MINUTE,
    breach: afterMinutes === breachAfter,
  }));

/** The detention's 24 hours: from the decision to keep, or the first arrival, to the outcome. */
const statutory = (facts: readonly Fact[], agreement: Agreement): Running[] => {
  const detained = facts.find(({ kind }) => kind === 'detained');
  if (detained?.kind !== 'detained' || facts.some(({ kind }) => kind === 'outcome')) return [];
  const start = detained.power === 's136-kept' ? detained : facts.find(({ kind }) => kind === 'arrived');
  const ladder = agreement.statutoryLadders['s136-permitted-period'].map(({ minutesBeforeEnd, duties }) => ({
    afterMinutes: DAY - minutesBeforeEnd,
    duties,
  }));
  return start ? ladderFrom('24-hour limit', start, ladder, DAY) : [];
};

export const runningNow = (facts: readonly Fact[], agreement: Agreement): Running[] => [
  ...agreement.thresholds.flatMap((threshold) =>
    facts.flatMap((fact, i) =>
      starts(threshold, fact) && stillRuns(threshold, fact, facts.slice(i + 1))
        ? ladderFrom(threshold.label, fact, threshold.ladder, threshold.overAfterMinutes)
        : [],
    ),
  ),
  ...statutory(facts, agreement),
];
