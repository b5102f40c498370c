import type { Instant } from '../instant';
import { instantFromMs, msOf } from '../instant';
import { clockChangesBetween } from './london-wall';
import { layerEdges } from './layer';
import type { GapReason, OnCall } from './on-call-at';
import { answerAt } from './on-call-at';
import type { Period, Rota } from './rota';

/** A time through which the same people are on for the same reasons; with nobody on, the reason for that. */
export interface OnCallSpan extends Period {
  readonly on: readonly OnCall[];
  readonly gap: GapReason | null;
}

const edgesOf = (rota: Rota, fromMs: number, toMs: number): number[] => {
  const periods: readonly Period[] = [
    ...rota.overrides,
    ...rota.temporary,
    ...rota.temporary.flatMap(({ shifts }) => shifts),
    ...rota.swaps.flatMap(({ gives, takes }) => (takes ? [gives, takes] : [gives])),
  ];
  const edges = [
    ...rota.layers.flatMap((layer) => layerEdges(layer, fromMs, toMs)),
    ...periods.flatMap(({ from, to }) => [msOf(from), msOf(to)]),
    ...(rota.until === null ? [] : [msOf(rota.until)]),
  ].filter((edge) => edge > fromMs && edge < toMs);
  return [...new Set(edges)].sort((a, b) => a - b);
};

const sameAnswer = (a: Pick<OnCallSpan, 'on' | 'gap'>, b: Pick<OnCallSpan, 'on' | 'gap'>): boolean =>
  a.gap === b.gap &&
  a.on.length === b.on.length &&
  a.on.every(({ who, because }, i) => {
    const other = b.on[i];
    return other?.who.userId === who.userId && other.because.id === because.id;
  });

/**
 * Who is on, span by span, from one instant up to another: the spans follow each other without overlap
 * and leave nothing of the window out, and each says at every instant in it what `onCallAt` says. A
 * window that ends where it begins, or before, has none.
 */
export const onCallPlan = (rota: Rota, { from, to }: Period): OnCallSpan[] => {
  const [fromMs, toMs] = [msOf(from), msOf(to)];
  if (fromMs >= toMs) return [];
  const spans: { from: Instant; on: readonly OnCall[]; gap: GapReason | null }[] = [];
  for (const edge of [fromMs, ...edgesOf(rota, fromMs, toMs)]) {
    const at = instantFromMs(edge);
    const answer = answerAt(rota, at, edge);
    const last = spans.at(-1);
    if (!last || !sameAnswer(last, answer)) spans.push({ from: at, ...answer });
  }
  return spans.map((span, i) => ({ ...span, to: spans[i + 1]?.from ?? to }));
};

/** A change of London's clocks: forward, and an hour is missing; back, and an hour comes twice. */
export interface ClockChangeNight {
  readonly at: Instant;
  readonly turn: 'forward' | 'back';
}

/** The changes of London's clocks in a window. */
export const clockChangesIn = ({ from, to }: Period): ClockChangeNight[] =>
  clockChangesBetween(msOf(from), msOf(to)).map(({ atMs, beforeMs, afterMs }) => ({
    at: instantFromMs(atMs),
    turn: afterMs > beforeMs ? 'forward' : 'back',
  }));
