import type { Agreement } from '../agreement/agreement';
import type { Duty } from '../duty';
import type { Instant } from '../instant';
import { later } from '../instant';
import { rotasOf } from './on-call-at';
import { onCallPlan } from './plan';
import type { OnCallSpan } from './plan';
import type { Period, Rota } from './rota';
import { serves } from './rota';

/** A time at which nobody at all is on call for a duty, over every rota of it. */
export interface DutyGap extends Period {
  readonly duty: Duty;
  /** The district that has nobody; null when it is the whole area. */
  readonly district: string | null;
}

export interface RotaPlan {
  readonly rota: Rota;
  readonly spans: readonly OnCallSpan[];
}

/** The plan of each rota over one window. */
export const plansOf = (rotas: readonly Rota[], window: Period): RotaPlan[] =>
  rotas.map((rota) => ({ rota, spans: onCallPlan(rota, window) }));

const uncovered = (plans: readonly RotaPlan[], { from, to }: Period): Period[] => {
  const manned = plans
    .flatMap(({ spans }) => spans.filter(({ gap }) => gap === null))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const gaps: Period[] = [];
  let until: Instant = from;
  for (const span of manned) {
    if (span.from > until) gaps.push({ from: until, to: span.from });
    until = later(until, span.to);
  }
  if (until < to) gaps.push({ from: until, to });
  return gaps;
};

/**
 * Every duty that somebody must hold for this agreement to be kept: those that its ladders and the age of
 * a status call, and those who assess, whom an AMHP request is offered to.
 */
export const dutiesCalled = ({
  thresholds,
  statutoryLadders,
  freshness,
}: Pick<Agreement, 'thresholds' | 'statutoryLadders' | 'freshness'>): Duty[] => [
  ...new Set<Duty>([
    ...[...thresholds.flatMap(({ ladder }) => ladder), ...Object.values(statutoryLadders).flat()].flatMap(
      ({ duties }) => duties,
    ),
    ...freshness.confirmDuties,
    ...freshness.unknownDuties,
    'amhp',
    'section-12-doctor',
  ]),
];

/**
 * When nobody is on call for a duty, of those with a rota and those `called`: a day hub that is shut at night is no gap where an out-of-hours
 * team is on. Told by district where any rota of the duty names districts, else for the whole area.
 */
export const dutyGaps = (
  plans: readonly RotaPlan[],
  districts: readonly string[],
  window: Period,
  called: readonly Duty[] = [],
): DutyGap[] => {
  const duties = [...new Set([...plans.map(({ rota }) => rota.duty), ...called])];
  return duties.flatMap((duty) => {
    const ofDuty = plans.filter(({ rota }) => rota.duty === duty);
    const byDistrict = ofDuty.some(({ rota }) => rota.districts.length > 0);
    return (byDistrict ? districts : [null]).flatMap((district) =>
      uncovered(district === null ? ofDuty : ofDuty.filter(({ rota }) => serves(rota, district)), window).map(
        (gap) => ({ ...gap, duty, district }),
      ),
    );
  });
};

/** One rota at one instant: who is on, until when, and what comes then. */
export interface OnCallNow {
  readonly rota: Rota;
  readonly now: OnCallSpan;
  /** What follows, if anything changes within the time looked ahead. */
  readonly next: OnCallSpan | null;
}

/** Who is on call now on every rota of a duty, in the order they are asked, looking this far ahead. */
export const onCallNow = (rotas: readonly Rota[], duty: Duty, window: Period): OnCallNow[] =>
  rotasOf(rotas, duty).flatMap((rota) => {
    const [now, next = null] = onCallPlan(rota, window);
    return now ? [{ rota, now, next }] : [];
  });
