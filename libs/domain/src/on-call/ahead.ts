import type { Instant } from '../instant';
import { msOf } from '../instant';
import { countsFrom } from './layer';
import type { Layer, Period, Swap, TemporaryRota } from './rota';

/**
 * What can still be changed of a period: one under way counts from now on, so that who was on stays as it
 * was. One that is over, or has not begun, is as it was said.
 */
export const aheadOf = <One extends Period>(period: One, now: Instant): One =>
  period.from < now && now < period.to ? { ...period, from: now } : period;

/** A swap of what is left of the times given and taken. */
export const swapAhead = (swap: Swap, now: Instant): Swap => ({
  ...swap,
  gives: aheadOf(swap.gives, now),
  takes: swap.takes && aheadOf(swap.takes, now),
});

/** A temporary rota of what is left of it and of each of its shifts. */
export const temporaryAhead = (temporary: TemporaryRota, now: Instant): TemporaryRota => ({
  ...aheadOf(temporary, now),
  shifts: temporary.shifts.map((shift) => aheadOf(shift, now)),
});

/** A layer whose turns count from now on, where its first shift has begun. */
export const layerAhead = (layer: Layer, now: Instant): Layer =>
  countsFrom(layer) < msOf(now) ? { ...layer, since: now } : layer;

/** A layer as it was until now: none where nobody's turn on it has begun. */
export const layerBehind = (layer: Layer, now: Instant, id: string): Layer[] =>
  countsFrom(layer) < msOf(now) ? [{ ...layer, id, until: now }] : [];
