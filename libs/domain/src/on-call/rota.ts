import type { Duty, Named } from '../duty';
import type { Instant } from '../instant';
import type { Place } from '../place/place';

/** Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What the length of a shift is counted in, always by the clock on the wall in London. */
export type ShiftUnit = 'hours' | 'days' | 'weeks' | 'months';

/** From one instant up to, and not including, another. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** London wall times "HH:MM" on the days named; `to` at or before `from` is on the next day. */
export interface WeeklyHours {
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
}

/** People who take turns, and the hours of the week in which their turns count. */
export interface Layer {
  readonly id: string;
  readonly name: string;
  /** In the order of their turns. */
  readonly members: readonly Named[];
  /** How many are on at once. */
  readonly width: number;
  readonly every: ShiftUnit;
  /** Units in a shift: 2 with `weeks` is a fortnight. */
  readonly count: number;
  /** London wall times of the handover, rising, "HH:MM". More than one only for shifts counted in single days. */
  readonly handoversAt: readonly string[];
  /**
   * London date of the first shift, "YYYY-MM-DD"; it gives the weekday of a weekly handover and the day
   * of a monthly one, which in a shorter month is its last day.
   */
  readonly from: string;
  /** From when its turns count, where it was made or changed only after its first shift began. */
  readonly since?: Instant | undefined;
  readonly until: Instant | null;
  /** Hours of the week in which this layer counts; empty means always. */
  readonly hours: readonly WeeklyHours[];
}

interface Made {
  readonly id: string;
  readonly why: string;
  readonly by: Named;
  readonly madeAt: Instant;
}

/** One change to who is on for a time: somebody added, somebody taken off, or one in the place of another. */
export interface Override extends Made, Period {
  readonly kind: 'add' | 'remove' | 'replace';
  /** Who comes on; null when somebody is only taken off. */
  readonly on: Named | null;
  /** Who goes off; null when somebody is only added. */
  readonly off: Named | null;
}

/** For a time, these shifts and no layer: a bank holiday, a strike, a move of offices. */
export interface TemporaryRota extends Made, Period {
  readonly name: string;
  readonly shifts: readonly (Period & { readonly who: Named })[];
}

/** One person's time offered to another, for some of the other's or for nothing; in force once accepted. */
export interface Swap {
  readonly id: string;
  readonly offeredBy: Named;
  readonly to: Named;
  readonly gives: Period;
  /** What the other gives in return; null when they are only asked to cover. */
  readonly takes: Period | null;
  readonly why: string;
  readonly state: 'offered' | 'accepted';
  readonly offeredAt: Instant;
  readonly answeredAt: Instant | null;
}

/** The most that was agreed anybody should be on call, in hours; null where nothing was agreed. */
export interface AgreedHours {
  readonly inARow: number | null;
  readonly aWeek: number | null;
}

/**
 * Who is on call for a duty: layers of turns, the highest first, each filled from below where it has
 * nobody; over them temporary rotas, swaps and overrides. Wall times are London's.
 */
export interface Rota {
  readonly id: string;
  readonly areaId: string;
  readonly agencyId: string;
  readonly duty: Duty;
  readonly name: string;
  /** Of the rotas of one duty, the lowest is asked first. */
  readonly callOrder: number;
  /** Districts it serves; empty means the whole area. */
  readonly districts: readonly string[];
  /** Places it answers for, such as the one suite of a nurse in charge; empty means all. */
  readonly placeIds: readonly string[];
  readonly layers: readonly Layer[];
  readonly temporary: readonly TemporaryRota[];
  readonly overrides: readonly Override[];
  readonly swaps: readonly Swap[];
  readonly agreedHours: AgreedHours;
  readonly until: Instant | null;
  readonly revision: number;
}

export const serves = ({ districts }: Rota, district: string): boolean =>
  districts.length === 0 || districts.includes(district);

/** Whether its people answer for this very place. */
export const answersFor = (rota: Rota, { id, district }: Pick<Place, 'id' | 'district'>): boolean =>
  serves(rota, district) && (rota.placeIds.length === 0 || rota.placeIds.includes(id));
