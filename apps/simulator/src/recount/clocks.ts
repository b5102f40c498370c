import type { AgreedThreshold, Agreement, EscalationClock, Fact, StatutoryKind } from '@concord/domain';
import { agreedTime } from './agreed-time';
import { governs } from './which-rule';
import type { LegalRun } from './legal-clocks';
import { legalRuns } from './legal-clocks';
import type { Account, Line } from './account';
import { eventOf, readAccount } from './account';

/**
 * Which deadlines run, worked out again from the words of the agreement and the Act alone: see `Line`
 * for why.
 */
export interface Running {
  /** The run of the clock: which, and the fact that started it. */
  readonly run: string;
  /** Which step of its ladder, as the agreement says it: minutes after the start, or before a legal end. */
  readonly point: number;
  /** Minutes after the start, as things now are. */
  readonly afterMinutes: number;
  readonly clock: string;
  readonly due: number;
  /** Whether this is the breach itself. */
  readonly breach: boolean;
}

const MINUTE = 60_000;

export const legalNames: Readonly<{ [Kind in StatutoryKind]: string }> = {
  's136-permitted-period': '24-hour limit',
  retake: 'Retake deadline',
  'station-check': '30-minute check',
  'station-review': 'Custody review',
  'station-conditions-ceased': 'Move from the police station',
  'under-18': 'Under 18',
  'dwelling-consent-withdrawn': 'Consent withdrawn',
};

export const runOf = (clock: string, root: string): string => `${clock} ${root}`;

export const nameOf = (clock: EscalationClock): string =>
  clock.kind === 'agreed' ? clock.thresholdId : clock.limit;

const asks = (fact: Fact): string | null =>
  eventOf(fact) === 'amhp-requested' || eventOf(fact) === 'doctor-requested'
    ? (fact as Extract<Fact, { requestId: string }>).requestId
    : null;

/** The request that this one, when it was first made, stood in for, if that was asked for before it on the same record. */
const standsInFor = (lines: readonly Line[], requestId: string | null): string | null => {
  if (requestId === null) return null;
  const at = lines.findIndex(({ fact }) => asks(fact) === requestId);
  const fact = lines[at]?.fact;
  const old = fact && 'follows' in fact ? (fact.follows ?? null) : null;
  return old !== null && lines.slice(0, at).some((line) => asks(line.fact) === old) ? old : null;
};

/** Back from a request to the one with which the person's wait began. */
const firstOf = (lines: readonly Line[], requestId: string): string => {
  const old = standsInFor(lines, requestId);
  return old === null ? requestId : firstOf(lines, old);
};

const thing = (lines: readonly Line[], fact: Fact): string | null => {
  if ('holdId' in fact) return `hold ${fact.holdId}`;
  if (fact.kind === 'outside-accepted' || fact.kind === 'outside-withdrew') return `outside ${fact.placeId}`;
  return 'requestId' in fact ? `request ${firstOf(lines, fact.requestId)}` : null;
};

const sameThing = (lines: readonly Line[], a: Fact, b: Fact): boolean => {
  const [one, other] = [thing(lines, a), thing(lines, b)];
  return one === null || other === null || one === other;
};

const isEnd = ({ kind }: Fact): boolean =>
  kind === 'outcome' ||
  kind === 'diverted' ||
  kind === 'closed' ||
  kind === 'incident-in-error' ||
  kind === 'merged-into';

const takesBack = (
  threshold: AgreedThreshold,
  lines: readonly Line[],
  { start, stop, at }: { start: Fact; stop: Fact; at: number },
): boolean => {
  const { fact } = lines[at] as Line;
  const goesOn = asks(start) !== null && standsInFor(lines, asks(fact)) !== null;
  return (
    (threshold.resumesOn.includes(eventOf(fact)) || goesOn) &&
    sameThing(lines, start, fact) &&
    (thing(lines, fact) === null || thing(lines, fact) === thing(lines, stop))
  );
};

/** A stop that can be taken back lasts until it is, so one from before the start counts as well. */
const stillRuns = (threshold: AgreedThreshold, lines: readonly Line[], start: number): boolean => {
  const { fact: begun } = lines[start] as Line;
  const lasts = threshold.resumesOn.length > 0;
  return lines.every(({ fact: stop }, i) => {
    if (i === start || (i < start && !lasts)) return true;
    if (isEnd(stop)) return i < start;
    if (!threshold.stopsOn.includes(eventOf(stop)) || !sameThing(lines, begun, stop)) return true;
    return lines.some((_, at) => at > i && takesBack(threshold, lines, { start: begun, stop, at }));
  });
};

/** Nobody waits on a record that is over, whatever another record has brought it since. */
const agreedSteps = (account: Account, threshold: AgreedThreshold, agreement: Agreement): Running[] =>
  (account.stage === 'over' ? [] : account.lines).flatMap((line, i) => {
    if (standsInFor(account.lines, asks(line.fact)) !== null) return [];
    if (!governs(threshold, line, account, agreement) || !stillRuns(threshold, account.lines, i)) return [];
    const start = agreedTime(account, line, agreement.disputedTimes);
    return threshold.ladder.map(({ afterMinutes }) => ({
      run: runOf(threshold.id, line.root),
      point: afterMinutes,
      afterMinutes,
      clock: threshold.label,
      due: start + afterMinutes * MINUTE,
      breach: afterMinutes === threshold.overAfterMinutes,
    }));
  });

/** A warning that would come before its clock had started is not given. */
const legalSteps = ({ kind, root, start, end }: LegalRun, agreement: Agreement): Running[] =>
  agreement.statutoryLadders[kind]
    .filter(({ minutesBeforeEnd: before }) => before <= 0 || end - before * MINUTE > start)
    .map(({ minutesBeforeEnd: before }) => ({
      run: runOf(kind, root),
      point: before,
      afterMinutes: (end - start) / MINUTE - before,
      clock: legalNames[kind],
      due: end - before * MINUTE,
      breach: before === 0,
    }));

export interface Called {
  readonly running: readonly Running[];
  /** Nothing more is to come of this incident, as far as anybody has said. */
  readonly over: boolean;
}

/** What these facts call for. */
export const calledFor = (facts: readonly Fact[], agreement: Agreement): Called => {
  const account = readAccount(facts);
  return {
    running: [
      ...agreement.thresholds.flatMap((threshold) => agreedSteps(account, threshold, agreement)),
      ...legalRuns(account, facts).flatMap((run) => legalSteps(run, agreement)),
    ],
    over: account.stage === 'over',
  };
};
