import { Temporal } from 'temporal-polyfill';
import type { Duty, EscalationStep, Layer, Rota } from '@concord/domain';

const LONDON = 'Europe/London';

/** When a London clock first shows this time, or the jump when the clocks pass over it. */
const comes = (wall: Temporal.PlainDateTime): number => {
  const zoned = wall.toZonedDateTime(LONDON, { disambiguation: 'earlier' });
  if (zoned.toPlainDateTime().equals(wall)) return zoned.epochMilliseconds;
  return zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? zoned.epochMilliseconds;
};

const unit: Readonly<Record<Layer['every'], 'hours' | 'days' | 'weeks' | 'months'>> = {
  hours: 'hours',
  days: 'days',
  weeks: 'weeks',
  months: 'months',
};

/** Handovers so far on one of a layer's hours of the day: found by adding to the first, not by dividing. */
const handedOver = ({ every, count, from }: Layer, time: string, at: Temporal.ZonedDateTime): number => {
  const first = Temporal.PlainDate.from(from).toPlainDateTime(Temporal.PlainTime.from(time));
  const whole = first.until(at.toPlainDateTime(), { largestUnit: unit[every] })[unit[every]];
  let turns = Math.max(0, Math.floor(whole / count) - 2);
  while (comes(first.add({ [unit[every]]: turns * count })) <= at.epochMilliseconds) turns += 1;
  return turns;
};

const counts = ({ hours }: Layer, at: Temporal.ZonedDateTime): boolean =>
  hours.length === 0 ||
  hours.some(({ days, from, to }) =>
    [0, 1].some((back) => {
      const day = at.toPlainDate().subtract({ days: back });
      if (!days.some((each) => each === day.dayOfWeek)) return false;
      const ends = to <= from ? day.add({ days: 1 }) : day;
      const begun = comes(day.toPlainDateTime(Temporal.PlainTime.from(from)));
      const over = comes(ends.toPlainDateTime(Temporal.PlainTime.from(to)));
      return begun <= at.epochMilliseconds && at.epochMilliseconds < over;
    }),
  );

const turnOn = (layer: Layer, at: Temporal.ZonedDateTime, now: string): string[] => {
  if (layer.until !== null && now >= layer.until) return [];
  if ((layer.since !== undefined && now < layer.since) || !counts(layer, at)) return [];
  const turn = layer.handoversAt.reduce((sum, time) => sum + handedOver(layer, time, at), 0) - 1;
  if (turn < 0) return [];
  const { members, width } = layer;
  const places = Array.from({ length: Math.min(width, members.length) }, (_, i) => turn * width + i);
  return places.map((place) => members[place % members.length]?.userId ?? '');
};

/** Who is on, as a rota's own words say it: see `Line` in `account.ts` for why it is worked out a second time. */
export const whoIsOn = (rota: Rota, now: string): Set<string> => {
  if (rota.until !== null && now >= rota.until) return new Set();
  const at = Temporal.Instant.from(now).toZonedDateTimeISO(LONDON);
  const within = ({ from, to }: { from: string; to: string }) => from <= now && now < to;
  const changes = [
    ...rota.swaps
      .filter(({ state }) => state === 'accepted')
      .flatMap(({ gives, takes, offeredBy, to }) => [
        ...(within(gives) ? [{ off: offeredBy, on: to }] : []),
        ...(takes && within(takes) ? [{ off: to, on: offeredBy }] : []),
      ]),
    ...rota.overrides.filter(within),
  ];
  const temporary = rota.temporary.filter(within).at(-1);
  const tiers = temporary
    ? [temporary.shifts.filter(within).map(({ who }) => who.userId)]
    : rota.layers.map((layer) => turnOn(layer, at, now));
  const on = new Set<string>();
  for (const tier of tiers) {
    let people = tier;
    for (const { off, on: instead } of changes)
      if (off) people = people.flatMap((id) => (id !== off.userId ? [id] : instead ? [instead.userId] : []));
    for (const id of people) on.add(id);
    if (on.size > 0) break;
  }
  const more = new Set<string>();
  for (const { off, on: comesOn } of changes) {
    if (!off) {
      if (comesOn) more.add(comesOn.userId);
    } else if (more.delete(off.userId) && comesOn) more.add(comesOn.userId);
  }
  return new Set([...on, ...more]);
};

/** The rotas as the journal tells them, and whether a step called whom they had on. */
export class OwnRotas {
  private readonly rotas = new Map<string, Rota>();
  /** A journal begun by an older version tells of rotas in words that are no longer known. */
  private known = true;

  told(rota: Rota | undefined): void {
    if (rota) this.rotas.set(rota.id, rota);
    else this.known = false;
  }

  /** Somebody called who was not on, or nobody found for a duty that somebody held. */
  miscalled({ called, nobodyFor, firedAt }: EscalationStep, placeId: string | null = null): boolean {
    if (!this.known || this.rotas.size === 0) return false;
    const holds = (duty: Duty): Set<string> =>
      new Set(this.of(duty, placeId).flatMap((rota) => [...whoIsOn(rota, firedAt)]));
    return (
      called.some(({ duty, who }) => !holds(duty).has(who.userId)) ||
      // A rota of one district may well have somebody who is not the one to call.
      nobodyFor.some((duty) => this.of(duty, placeId).every(servesAll) && holds(duty).size > 0)
    );
  }

  /** The rotas of a duty; of a step about a place, those alone that answer for it. */
  private of(duty: Duty, placeId: string | null): Rota[] {
    return [...this.rotas.values()].filter(
      (rota) =>
        rota.duty === duty &&
        (placeId === null || rota.placeIds.length === 0 || rota.placeIds.includes(placeId)),
    );
  }
}

const servesAll = ({ districts }: Rota): boolean => districts.length === 0;
