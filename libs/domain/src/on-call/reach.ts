import type { StepCalls } from '../agreement/agreement';
import type { Duty, Named } from '../duty';
import type { Channel } from '../escalation/channel';
import { callFirst, callLadder } from '../escalation/climb';
import type { Calls } from '../escalation/climb';
import type { StatutoryKind } from '../law/statutory-clocks';
import { later } from '../instant';
import type { Instant } from '../instant';
import type { RotaPlan } from './coverage';
import type { Period } from './rota';

interface Somewhere {
  /** For which places, or for people in which districts, where others are called than elsewhere. */
  readonly where?: string | undefined;
}

/** Which step of which ladder: of an agreed wait, of a legal clock, or of the age of a place's status. */
export type StepName = { readonly version: number } & (
  | ({ readonly kind: 'agreed'; readonly label: string; readonly afterMinutes: number } & Somewhere)
  | ({
      readonly kind: 'statutory';
      readonly clock: StatutoryKind;
      readonly minutesBeforeEnd: number;
    } & Somewhere)
  | {
      readonly kind: 'place-status';
      readonly placeId: string;
      readonly placeName: string;
      readonly afterMinutes: number;
    }
);

/** A step as it would be climbed in a time ahead. */
export interface StepAhead {
  readonly name: StepName;
  readonly calls: StepCalls;
  /** `first`: only the first of its duties that anybody holds is called. */
  readonly asks: 'all' | 'first';
  /** Only these rotas count: those that answer for the place or the district. Null where all do. */
  readonly rotaIds: readonly string[] | null;
  /** When the version that it is of takes effect. */
  readonly from: Instant;
  /** The times in which it can fall due at all; absent where it can at any. */
  readonly within?: readonly Period[] | undefined;
}

/**
 * How a step fails, the worst first.
 * - `nobody-on-call`: nobody holds any of its duties.
 * - `nobody-reachable`: some are on call, none of them with a verified contact method.
 * - `not-everyone`: each of those called must take it on, and these cannot be reached.
 * - `other-ways-only`: they are reached, but by none of the ways that the step names.
 */
export const reachGapKinds = [
  'nobody-on-call',
  'nobody-reachable',
  'not-everyone',
  'other-ways-only',
] as const;
export type ReachGapKind = (typeof reachGapKinds)[number];

/** Something to put right, with every step and time that it spoils. */
export interface ReachGap {
  readonly kind: ReachGapKind;
  readonly duties: readonly Duty[];
  /** Where the steps call only those of one agency. */
  readonly agencyId: string | null;
  /** The ways that the steps name; empty means any. */
  readonly channels: readonly Channel[];
  /** Whom to give a contact method, or another; empty where nobody is on call. */
  readonly who: readonly Named[];
  /** In order, apart from each other. */
  readonly times: readonly Period[];
  readonly steps: readonly StepName[];
  /** The rotas that could call somebody for these duties; none where there is no such rota. */
  readonly rotaIds: readonly string[];
}

/** Ways by which a person can be reached: verified, not given up, and sent by this installation. */
export type WaysTo = (userId: string) => readonly Channel[];

const once = (people: readonly Named[]): Named[] => [
  ...new Map(people.map((who) => [who.userId, who])).values(),
];

/** What is wrong with a step that calls these people; undefined when it would reach whom it must. */
export const reachFault = (
  { channels = [], each }: Pick<StepCalls, 'channels' | 'each'>,
  called: readonly Named[],
  waysTo: WaysTo,
): Pick<ReachGap, 'kind' | 'who'> | undefined => {
  if (called.length === 0) return { kind: 'nobody-on-call', who: [] };
  const reached = called.filter(({ userId }) => waysTo(userId).length > 0);
  if (reached.length === 0) return { kind: 'nobody-reachable', who: called };
  if (each && reached.length < called.length)
    return { kind: 'not-everyone', who: called.filter((who) => !reached.includes(who)) };
  const asNamed = reached.some(({ userId }) => waysTo(userId).some((way) => channels.includes(way)));
  return channels.length > 0 && !asNamed ? { kind: 'other-ways-only', who: reached } : undefined;
};

/** Steps that call the same people in the same way: one answer serves them all. */
interface Sort extends Omit<StepAhead, 'name'> {
  readonly names: StepName[];
}

const sortsOf = (steps: readonly StepAhead[]): Sort[] => {
  const sorts = new Map<string, Sort>();
  for (const { name, calls, asks, rotaIds, from, within } of steps) {
    const { duties, agencyId, channels, each } = calls;
    const key = JSON.stringify([duties, agencyId, channels, each, asks, rotaIds, within]);
    const known = sorts.get(key);
    const since = known && known.from < from ? known.from : from;
    sorts.set(key, { calls, asks, rotaIds, within, from: since, names: [...(known?.names ?? []), name] });
  }
  return [...sorts.values()];
};

const rotasFor = ({ calls, rotaIds }: Sort, plans: readonly RotaPlan[]): RotaPlan[] =>
  plans.filter(
    ({ rota }) =>
      calls.duties.includes(rota.duty) &&
      (calls.agencyId === undefined || rota.agencyId === calls.agencyId) &&
      (rotaIds === null || rotaIds.includes(rota.id)),
  );

const calledAt = ({ calls, asks }: Sort, plans: readonly RotaPlan[], at: Instant): Named[] => {
  const holders = (duty: Duty): Named[] =>
    plans
      .filter(({ rota }) => rota.duty === duty)
      .flatMap(({ spans }) => spans.find(({ to }) => at < to)?.on ?? [])
      .map(({ who }) => who);
  const { called }: Calls =
    asks === 'first' ? callFirst(calls.duties, holders) : callLadder([calls], holders);
  return once(called.map(({ who }) => who));
};

const edgesOf = (periods: readonly Period[] = []): Instant[] => periods.flatMap(({ from, to }) => [from, to]);

const mayFallDue = ({ within }: Sort, at: Instant): boolean =>
  within?.some(({ from, to }) => from <= at && at < to) ?? true;

const gapsOf = (sort: Sort, all: readonly RotaPlan[], waysTo: WaysTo, window: Period): ReachGap[] => {
  const plans = rotasFor(sort, all);
  const start = later(sort.from, window.from);
  if (start >= window.to) return [];
  const edges = [...plans.flatMap(({ spans }) => spans.map(({ from }) => from)), ...edgesOf(sort.within)];
  const starts = [start, ...new Set(edges)]
    .filter((at, i) => i === 0 || (at > start && at < window.to))
    .sort();
  const gaps = new Map<string, Omit<ReachGap, 'times'> & { times: { from: Instant; to: Instant }[] }>();
  for (const [i, from] of starts.entries()) {
    const to = starts[i + 1] ?? window.to;
    if (!mayFallDue(sort, from)) continue;
    const fault = reachFault(sort.calls, calledAt(sort, plans, from), waysTo);
    if (!fault) continue;
    const key = [fault.kind, ...fault.who.map(({ userId }) => userId).sort()].join();
    const { duties, agencyId = null, channels = [] } = sort.calls;
    const gap = gaps.get(key) ?? {
      ...fault,
      ...{ duties, agencyId, channels, times: [], steps: sort.names },
      rotaIds: plans.map(({ rota }) => rota.id),
    };
    gaps.set(key, gap);
    const last = gap.times.at(-1);
    if (last?.to === from) last.to = to;
    else gap.times.push({ from, to });
  }
  return [...gaps.values()];
};

const badness = ({ kind }: ReachGap): number => reachGapKinds.indexOf(kind);
const begins = ({ times }: ReachGap): Instant => times[0]?.from ?? '';

/**
 * What of these steps would reach nobody, or not all that it must, at any instant of a window, given the
 * plans of all the area's rotas over it; the worst first, of those the soonest. A step that would only
 * fail where a later one of its ladder then calls others at once is still told: it is not what was agreed.
 */
export const reachGaps = (
  steps: readonly StepAhead[],
  plans: readonly RotaPlan[],
  waysTo: WaysTo,
  window: Period,
): ReachGap[] =>
  sortsOf(steps)
    .flatMap((sort) => gapsOf(sort, plans, waysTo, window))
    .sort((a, b) => badness(a) - badness(b) || (begins(a) < begins(b) ? -1 : begins(a) > begins(b) ? 1 : 0));
