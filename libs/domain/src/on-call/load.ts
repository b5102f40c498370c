import type { Named } from '../duty';
import type { Instant } from '../instant';
import { instantFromMs, later, msOf } from '../instant';
import { plansOf } from './coverage';
import type { RotaPlan } from './coverage';
import { countsFrom, layerAt, shiftAt, startOfShift, turnOf } from './layer';
import {
  DAY_MS,
  HOUR_MS,
  WEEK_MS,
  clockChangesBetween,
  dayOf,
  instantOfWall,
  wallAt,
  weekdayOf,
} from './london-wall';
import type { Layer, Period, Rota } from './rota';
import { hoursOn } from './weekly-hours';

/** Something about a rota ahead that its keeper should put right before it happens. */
export type RotaWarning = Period & { readonly who: Named } & (
    | {
        readonly kind: 'hours-in-a-row' | 'hours-a-week';
        readonly rotaId: string;
        readonly hours: number;
        readonly agreed: number;
      }
    /** On two rotas at once. */
    | { readonly kind: 'double-booked'; readonly rotaIds: readonly [string, string] }
    /** A shift that the clocks jump over: it begins and ends at the same instant. */
    | { readonly kind: 'no-shift'; readonly rotaId: string; readonly layerId: string }
  );

type Stint = Period & { readonly who: Named };

const hoursOf = ({ from, to }: Period): number => (msOf(to) - msOf(from)) / HOUR_MS;

/** Each person's time on one rota, unbroken, whatever the reasons they are on. */
const stintsOf = ({ spans }: RotaPlan): Stint[] => {
  const stints: { who: Named; from: Instant; to: Instant }[] = [];
  const open = new Map<string, (typeof stints)[number]>();
  for (const { from, to, on } of spans) {
    for (const { who } of on) {
      const stint = open.get(who.userId);
      if (stint?.to === from) stint.to = to;
      else {
        const begun = { who, from, to };
        open.set(who.userId, begun);
        stints.push(begun);
      }
    }
  }
  return stints;
};

const touches = (a: Period, b: Period): boolean => a.from < b.to && b.from < a.to;

const tooLong = ({ rota }: RotaPlan, stints: readonly Stint[]): RotaWarning[] => {
  const agreed = rota.agreedHours.inARow;
  if (agreed === null) return [];
  return stints.flatMap((stint) => {
    const hours = hoursOf(stint);
    return hours > agreed ? [{ kind: 'hours-in-a-row', rotaId: rota.id, ...stint, hours, agreed }] : [];
  });
};

const tooMuch = ({ rota }: RotaPlan, stints: readonly Stint[], weeks: readonly Period[]): RotaWarning[] => {
  const agreed = rota.agreedHours.aWeek;
  if (agreed === null) return [];
  return weeks.flatMap((week) => {
    const sums = new Map<string, { who: Named; hours: number }>();
    for (const stint of stints.filter((one) => touches(one, week))) {
      const from = later(stint.from, week.from);
      const hours = hoursOf({ from, to: stint.to < week.to ? stint.to : week.to });
      const sum = sums.get(stint.who.userId);
      sums.set(stint.who.userId, { who: stint.who, hours: hours + (sum?.hours ?? 0) });
    }
    return [...sums.values()].flatMap(({ who, hours }) =>
      hours > agreed ? [{ kind: 'hours-a-week' as const, rotaId: rota.id, who, ...week, hours, agreed }] : [],
    );
  });
};

const doubleBooked = (all: readonly { rotaId: string; stints: readonly Stint[] }[]): RotaWarning[] => {
  const byPerson = new Map<string, (Stint & { rotaId: string })[]>();
  for (const { rotaId, stints } of all) {
    for (const stint of stints) {
      const theirs = byPerson.get(stint.who.userId) ?? [];
      byPerson.set(stint.who.userId, theirs);
      theirs.push({ ...stint, rotaId });
    }
  }
  return [...byPerson.values()].flatMap((stints) => {
    const inOrder = stints.sort((a, b) => (a.from < b.from ? -1 : 1));
    return inOrder.flatMap((one, i) =>
      inOrder.slice(i + 1).flatMap((other) => {
        if (other.rotaId === one.rotaId || !touches(one, other)) return [];
        const to = one.to < other.to ? one.to : other.to;
        const rotaIds = [one.rotaId, other.rotaId] as const;
        return [{ kind: 'double-booked' as const, rotaIds, who: one.who, from: other.from, to }];
      }),
    );
  });
};

const jumpedOver = (rotaId: string, layer: Layer, atMs: number): RotaWarning[] => {
  const at = instantFromMs(atMs);
  const on = layerAt(layer, atMs);
  const shifts: Named[] = [];
  const last = shiftAt(layer, atMs);
  // A shift that begins here before the last to begin here has no length.
  for (let shift = last - 1; on !== 'outside-hours' && startOfShift(layer, shift) === atMs; shift -= 1)
    shifts.push(...turnOf(layer, shift));
  const day = dayOf(wallAt(atMs));
  const lost = layer.hours.some((rule) => {
    const hours = hoursOn(rule, day);
    return hours?.[0] === atMs && hours[1] === atMs;
  });
  if (lost && on === 'outside-hours') shifts.push(...turnOf(layer, last));
  return shifts.map((who) => ({ kind: 'no-shift', rotaId, layerId: layer.id, who, from: at, to: at }));
};

const noShifts = (rota: Rota, { from, to }: Period): RotaWarning[] =>
  clockChangesBetween(msOf(from), msOf(to))
    .filter(({ beforeMs, afterMs }) => afterMs > beforeMs)
    .flatMap(({ atMs }) =>
      rota.layers
        .filter((layer) => countsFrom(layer) <= atMs && (layer.until === null || atMs < msOf(layer.until)))
        .flatMap((layer) => jumpedOver(rota.id, layer, atMs)),
    );

/** The London weeks, Monday to Monday, that a window touches. */
const weeksOf = ({ from, to }: Period): Period[] => {
  const weeks: Period[] = [];
  const today = dayOf(wallAt(msOf(from)));
  for (let monday = today - (weekdayOf(today) - 1) * DAY_MS; ; monday += WEEK_MS) {
    const [start, end] = [instantOfWall(monday), instantOfWall(monday + WEEK_MS)];
    if (start >= msOf(to)) return weeks;
    weeks.push({ from: instantFromMs(start), to: instantFromMs(end) });
  }
};

/** A shift that the clocks jump over. */
export type LostShift = Extract<RotaWarning, { kind: 'no-shift' }>;

/** What tells one such shift from another, to tell of each once. */
export const lostShiftKey = ({ rotaId, layerId, who, from }: LostShift): string =>
  `no-shift ${rotaId} ${layerId} ${who.userId} ${from}`;

/**
 * What is wrong ahead on these rotas in a window: more hours in a row or in a London week (Monday to
 * Sunday) than was agreed for the rota, two rotas at once, and shifts that the clocks jump over. Hours
 * are those that elapse, 13 on a 12-hour night when the clocks go back. A week or a run that reaches
 * beyond the window is counted whole.
 */
export const rotaWarnings = (rotas: readonly Rota[], window: Period): RotaWarning[] => {
  const weeks = weeksOf(window);
  const around: Period = {
    from: instantFromMs(msOf(weeks[0]?.from ?? window.from) - WEEK_MS),
    to: instantFromMs(msOf(weeks.at(-1)?.to ?? window.to) + WEEK_MS),
  };
  const plans = plansOf(rotas, around).map((plan) => ({ plan, stints: stintsOf(plan) }));
  const all = [
    ...plans.flatMap(({ plan, stints }) => [
      ...tooLong(plan, stints),
      ...tooMuch(plan, stints, weeks),
      ...noShifts(plan.rota, window),
    ]),
    ...doubleBooked(plans.map(({ plan, stints }) => ({ rotaId: plan.rota.id, stints }))),
  ];
  return all
    .filter((warning) => warning.kind === 'no-shift' || touches(warning, window))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
};
