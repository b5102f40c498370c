import type { Named } from '../duty';
import { msOf } from '../instant';
import type { WallMs } from './london-wall';
import {
  DAY_MS,
  HOUR_MS,
  WEEK_MS,
  dayOf,
  instantOfWall,
  startOfDate,
  timeOfDay,
  wallAt,
} from './london-wall';
import type { Layer } from './rota';
import { hoursOn, inHoursAt } from './weekly-hours';

const monthsSince = (first: Date, wall: WallMs): number => {
  const at = new Date(wall);
  return (at.getUTCFullYear() - first.getUTCFullYear()) * 12 + at.getUTCMonth() - first.getUTCMonth();
};

/** The same day of a later month, or the last day of one that is shorter. */
const dayOfMonth = (first: Date, months: number): WallMs => {
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(first.getUTCDate(), last));
};

// A layer's first day is asked for at every edge of every plan; reading the date each time took a third of it.
const firstDays = new WeakMap<Layer, WallMs>();

const firstDayOf = (layer: Layer): WallMs => {
  const known = firstDays.get(layer);
  if (known !== undefined) return known;
  const day = startOfDate(layer.from);
  firstDays.set(layer, day);
  return day;
};

// Asked at every edge of every plan too.
const counting = new WeakMap<Layer, number>();

/** The instant from which a layer's turns count, in milliseconds. */
export const countsFrom = (layer: Layer): number => {
  const known = counting.get(layer);
  if (known !== undefined) return known;
  const since = layer.since === undefined ? startOfShift(layer, 0) : msOf(layer.since);
  counting.set(layer, since);
  return since;
};

/** Wall time at which shift number `shift` begins; the first is 0. */
const wallOfShift = (layer: Layer, shift: number): WallMs => {
  const { every, count, handoversAt } = layer;
  const first = firstDayOf(layer);
  const [handover = '00:00'] = handoversAt;
  switch (every) {
    case 'hours':
      return first + timeOfDay(handover) + shift * count * HOUR_MS;
    case 'days': {
      const aDay = handoversAt.length;
      const day = Math.floor(shift / aDay);
      return first + day * count * DAY_MS + timeOfDay(handoversAt[shift - day * aDay] ?? handover);
    }
    case 'weeks':
      return first + shift * count * WEEK_MS + timeOfDay(handover);
    case 'months':
      return dayOfMonth(new Date(first), shift * count) + timeOfDay(handover);
  }
};

const roughly = (layer: Layer, wall: WallMs): number => {
  const { every, count, handoversAt } = layer;
  const first = firstDayOf(layer);
  const since = wall - first;
  switch (every) {
    case 'hours':
      return Math.floor((since - timeOfDay(handoversAt[0] ?? '00:00')) / (count * HOUR_MS));
    case 'days':
      return Math.floor(since / (count * DAY_MS)) * handoversAt.length;
    case 'weeks':
      return Math.floor(since / (count * WEEK_MS));
    case 'months':
      return Math.floor(monthsSince(new Date(first), wall) / count);
  }
};

/** The instant at which a shift begins, in milliseconds. */
export const startOfShift = (layer: Layer, shift: number): number => instantOfWall(wallOfShift(layer, shift));

/** The shift under way at an instant: below 0 before the first. Of shifts that the clocks jump over, the last. */
export const shiftAt = (layer: Layer, ms: number): number => {
  let shift = roughly(layer, wallAt(ms));
  while (startOfShift(layer, shift) > ms) shift -= 1;
  while (startOfShift(layer, shift + 1) <= ms) shift += 1;
  return shift;
};

/** Whose turn a shift is, first in line first, each once. */
export const turnOf = ({ members, width }: Layer, shift: number): Named[] => {
  if (shift < 0 || members.length === 0) return [];
  const turn = new Map<string, Named>();
  for (let i = 0; i < Math.min(width, members.length); i += 1) {
    const member = members[(shift * width + i) % members.length] as Named;
    if (!turn.has(member.userId)) turn.set(member.userId, member);
  }
  return [...turn.values()];
};

const withinHours = ({ hours }: Layer, ms: number): boolean =>
  hours.length === 0 || hours.some((rule) => inHoursAt(rule, ms));

/** Why a layer has nobody at an instant. */
export type LayerRest = 'not-begun' | 'ended' | 'outside-hours' | 'nobody-listed';

/** Whose turn it is on a layer at an instant, or why nobody's. */
export const layerAt = (layer: Layer, ms: number): readonly Named[] | LayerRest => {
  if (layer.until !== null && ms >= msOf(layer.until)) return 'ended';
  if (layer.since !== undefined && ms < countsFrom(layer)) return 'not-begun';
  if (!withinHours(layer, ms)) return 'outside-hours';
  const shift = shiftAt(layer, ms);
  if (shift < 0) return 'not-begun';
  const turn = turnOf(layer, shift);
  return turn.length === 0 ? 'nobody-listed' : turn;
};

/** Every instant in the window at which a layer's answer may change, in no order. */
export const layerEdges = (layer: Layer, fromMs: number, toMs: number): number[] => {
  const edges: number[] = [];
  const end = layer.until === null ? toMs : Math.min(toMs, msOf(layer.until));
  for (let shift = Math.max(0, shiftAt(layer, fromMs) + 1); ; shift += 1) {
    const start = startOfShift(layer, shift);
    if (start >= end) break;
    edges.push(start);
  }
  if (layer.hours.length > 0) {
    for (let day = dayOf(wallAt(fromMs)) - DAY_MS; day <= wallAt(end); day += DAY_MS)
      for (const rule of layer.hours) edges.push(...(hoursOn(rule, day) ?? []));
  }
  if (layer.since !== undefined) edges.push(countsFrom(layer));
  if (layer.until !== null) edges.push(msOf(layer.until));
  return edges;
};
