import { Temporal } from 'temporal-polyfill';
import type { Duty, Named } from '../duty';
import type { Instant } from '../instant';
import { msOf } from '../instant';
import type { Place } from '../place/place';

/**
 * Who is on call for a duty, turn by turn. Handovers are London wall times, so that a shift starts
 * at 08:00 by the clock on the wall on both clock-change days.
 */
export interface Rota {
  readonly id: string;
  readonly areaId: string;
  readonly agencyId: string;
  readonly duty: Duty;
  readonly name: string;
  readonly members: readonly Named[];
  /** How many are on at once. */
  readonly width: number;
  /** London wall times, rising, "HH:MM". */
  readonly handoversAt: readonly string[];
  /** London date of the first shift of the first member, "YYYY-MM-DD". */
  readonly from: string;
  /** Districts it serves; empty means the whole area. */
  readonly districts: readonly string[];
  /** Places it answers for, such as the one suite of a nurse in charge; empty means all. */
  readonly placeIds: readonly string[];
  readonly revision: number;
}

export const serves = ({ districts }: Rota, district: string): boolean =>
  districts.length === 0 || districts.includes(district);

/** Whether its people answer for this very place. */
export const answersFor = (rota: Rota, { id, district }: Pick<Place, 'id' | 'district'>): boolean =>
  serves(rota, district) && (rota.placeIds.length === 0 || rota.placeIds.includes(id));

const LONDON = 'Europe/London';

const shiftsSince = (rota: Rota, at: Instant): number => {
  const today = Temporal.Instant.from(at).toZonedDateTimeISO(LONDON).toPlainDate();
  const days = Temporal.PlainDate.from(rota.from).until(today, { largestUnit: 'days' }).days;
  // As instants, not as wall times: on the night the clocks go back, 01:30 comes twice and is handed over once.
  const handedOverToday = rota.handoversAt.filter(
    (plainTime) => today.toZonedDateTime({ timeZone: LONDON, plainTime }).epochMilliseconds <= msOf(at),
  ).length;
  return days * rota.handoversAt.length + handedOverToday - 1;
};

/** Those on call for this rota at an instant, first in line first. Empty when it has no members or has not begun. */
export const onCallAt = (rota: Rota, at: Instant): Named[] => {
  const shift = shiftsSince(rota, at);
  if (rota.members.length === 0 || shift < 0) return [];
  const width = Math.min(rota.width, rota.members.length);
  return Array.from(
    { length: width },
    (_, i) => rota.members[(shift * width + i) % rota.members.length] as Named,
  );
};

/** Everybody who holds a duty at an instant, over all its rotas, each once. */
export const holdersOf = (rotas: readonly Rota[], duty: Duty, at: Instant): Named[] => {
  const holders = new Map<string, Named>();
  for (const rota of rotas) {
    if (rota.duty !== duty) continue;
    for (const person of onCallAt(rota, at)) holders.set(person.userId, person);
  }
  return [...holders.values()];
};
