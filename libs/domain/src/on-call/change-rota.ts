import type { Instant } from '../instant';
import { minutesBetween, msOf } from '../instant';
import type { Refusal } from '../refusal';
import { refuse } from '../refusal';
import { aheadOf, layerAhead, layerBehind, swapAhead, temporaryAhead } from './ahead';
import { countsFrom } from './layer';
import type { OnCallSpan } from './plan';
import { onCallPlan } from './plan';
import type { Layer, Override, Period, Rota, Swap, TemporaryRota } from './rota';
import type { RotaFault } from './rota-faults';
import { overrideFaults, rotaFaults, swapFaults, temporaryFaults } from './rota-faults';

const KEPT_DAYS = 60;

/** Refuses `rota-impossible`, naming each field that has to be put right. */
export const impossible = (faults: readonly RotaFault[]): Refusal | undefined => {
  const [first] = faults;
  if (!first) return undefined;
  return refuse('rota-impossible', `${first.field}: ${first.message}.`, {
    details: { field: first.field, faults },
  });
};

const missing = (what: string): Refusal => refuse('not-found', `This rota has no such ${what}.`);

const ended = (rota: Rota, now: Instant): Refusal | undefined =>
  rota.until !== null && rota.until <= now
    ? refuse('not-allowed-in-this-state', `${rota.name} has ended.`, { details: { until: rota.until } })
    : undefined;

const recent = (to: Instant, now: Instant): boolean => minutesBetween(to, now) < KEPT_DAYS * 24 * 60;

/** What was over 60 days ago leaves the rota; the journal has it. */
const tidied = (rota: Rota, now: Instant): Rota => ({
  ...rota,
  layers: rota.layers.filter(({ until }) => until === null || recent(until, now)),
  overrides: rota.overrides.filter(({ to }) => recent(to, now)),
  temporary: rota.temporary.filter(({ to }) => recent(to, now)),
  swaps: rota.swaps.filter(({ gives, takes }) =>
    recent(takes && takes.to > gives.to ? takes.to : gives.to, now),
  ),
});

const settled = (rota: Rota, now: Instant, faults: readonly RotaFault[]): Rota | Refusal =>
  ended(rota, now) ?? impossible(faults) ?? tidied(rota, now);

/**
 * A rota as it is made, or with its name, districts, order of call or agreed hours said anew. Made, it may say
 * who was on before it was kept here. Refuses `rota-impossible`.
 */
export const rotaSaid = (rota: Rota, now: Instant): Rota | Refusal => settled(rota, now, rotaFaults(rota));

const isOver = ({ until }: Layer, now: Instant): boolean => until !== null && until <= now;

const layerOver = ({ name, until }: Layer): Refusal =>
  refuse('not-allowed-in-this-state', `${name} has ended. Add a layer in its place.`, { details: { until } });

interface Put {
  /** Among the layers that have not ended, 0 is the highest; where it stands, if not said. */
  readonly position: number | undefined;
  /** The id of the layer as it was before it is changed, which stays for what has been. */
  readonly pastId: string;
}

/**
 * A layer added at its place in the order, or changed and moved there, from now on; the first of a rota from its
 * own first shift. Refuses `rota-impossible`, naming the field, and `not-allowed-in-this-state` of a layer that
 * has ended.
 */
export const layerPut = (
  rota: Rota,
  layer: Layer,
  { position, pastId }: Put,
  now: Instant,
): Rota | Refusal => {
  const faults = rotaFaults({ ...rota, layers: [layer] }).map(inLayer);
  if (faults.length > 0) return settled(rota, now, faults);
  const old = rota.layers.find(({ id }) => id === layer.id);
  if (old && isOver(old, now)) return layerOver(old);
  const others = rota.layers.flatMap((one) => (one === old ? layerBehind(one, now, pastId) : [one]));
  const stands = rota.layers.filter((one) => !isOver(one, now)).findIndex((one) => one === old);
  const below = others.filter((one) => !isOver(one, now))[position ?? Math.max(stands, 0)];
  const at = below ? others.indexOf(below) : others.length;
  const isFirst = !rota.layers.some((one) => countsFrom(one) < msOf(now));
  const put = isFirst ? layer : layerAhead(layer, now);
  const layers = [...others.slice(0, at), put, ...others.slice(at)];
  return settled({ ...rota, layers }, now, []);
};

const inLayer = ({ field, message }: RotaFault): RotaFault => ({
  field: field.replace(/^layers\.0\./, ''),
  message,
});

/**
 * A layer that ends at an instant, now at the earliest, or at another than was said. Refuses
 * `time-impossible`, `not-found`, and `not-allowed-in-this-state` once it has ended.
 */
export const layerEnded = (rota: Rota, layerId: string, at: Instant, now: Instant): Rota | Refusal => {
  const layer = rota.layers.find(({ id }) => id === layerId);
  if (!layer) return missing('layer');
  if (at < now) return notPast('at');
  if (isOver(layer, now)) return layerOver(layer);
  const layers = rota.layers.map((one) => (one === layer ? { ...one, until: at } : one));
  return settled({ ...rota, layers }, now, []);
};

const notPast = (field: string): Refusal =>
  refuse('time-impossible', 'Say a time to come: what has been is on record.', { details: { field } });

/** A rota that ends at an instant, now at the earliest, or at another than was said. Refuses `time-impossible`. */
export const rotaEnded = (rota: Rota, at: Instant, now: Instant): Rota | Refusal =>
  at < now ? notPast('at') : (ended(rota, now) ?? tidied({ ...rota, until: at }, now));

const isOn = (userId: string, { on }: OnCallSpan): boolean => on.some(({ who }) => who.userId === userId);

/** Whether a person is on at any time of a period. */
const everOn = (rota: Rota, userId: string, period: Period): boolean =>
  onCallPlan(rota, period).some((span) => isOn(userId, span));

const onThroughout = (rota: Rota, userId: string, period: Period): boolean =>
  onCallPlan(rota, period).every((span) => isOn(userId, span));

/**
 * An override added, from now on where it is said to have begun. Refuses `rota-impossible`, naming the
 * field: also when who is to go off is not on at any time left of it, or who is added is on throughout
 * that, since the override would then change nothing.
 */
export const overrideAdded = (rota: Rota, said: Override, now: Instant): Rota | Refusal => {
  const override = aheadOf(said, now);
  const faults = overrideFaults(override, now);
  if (faults.length === 0 && override.off && !everOn(rota, override.off.userId, override))
    faults.push({ field: 'off', message: `${override.off.name} is not on at any time in it` });
  if (
    faults.length === 0 &&
    override.kind === 'add' &&
    override.on &&
    onThroughout(rota, override.on.userId, override)
  )
    faults.push({ field: 'on', message: `${override.on.name} is on throughout it already` });
  return settled({ ...rota, overrides: [...rota.overrides, override] }, now, faults);
};

/** An override taken back, from now on. Refuses `not-found`. */
export const overrideCancelled = (rota: Rota, overrideId: string, now: Instant): Rota | Refusal => {
  const override = rota.overrides.find(({ id }) => id === overrideId);
  if (!override) return missing('override');
  return settled({ ...rota, overrides: cutShort(rota.overrides, override, now) }, now, []);
};

/** What has not begun is gone; what has begun ends now; what is over stays as it was. */
const cutShort = <One extends Period>(all: readonly One[], one: One, now: Instant): One[] =>
  all.flatMap((each) => {
    if (each !== one || one.to <= now) return [each];
    return one.from < now ? [{ ...one, to: now }] : [];
  });

/**
 * A temporary rota added, from now on where it or a shift of it is said to have begun. Refuses
 * `rota-impossible`, naming the field: also of a shift that is over.
 */
export const temporaryAdded = (rota: Rota, said: TemporaryRota, now: Instant): Rota | Refusal => {
  const temporary = temporaryAhead(said, now);
  return settled(
    { ...rota, temporary: [...rota.temporary, temporary] },
    now,
    temporaryFaults(temporary, rota.temporary, now),
  );
};

/** A temporary rota taken back, from now on. Refuses `not-found`. */
export const temporaryCancelled = (rota: Rota, temporaryId: string, now: Instant): Rota | Refusal => {
  const temporary = rota.temporary.find(({ id }) => id === temporaryId);
  if (!temporary) return missing('temporary rota');
  return settled({ ...rota, temporary: cutShort(rota.temporary, temporary, now) }, now, []);
};

const swapStands = (rota: Rota, swap: Swap): RotaFault[] => {
  const { offeredBy, to, gives, takes } = swap;
  if (!onThroughout(rota, offeredBy.userId, gives))
    return [{ field: 'gives.from', message: `${offeredBy.name} is not on throughout it` }];
  if (takes && !onThroughout(rota, to.userId, takes))
    return [{ field: 'takes.from', message: `${to.name} is not on throughout it` }];
  if (everOn(rota, to.userId, gives))
    return [{ field: 'gives.from', message: `${to.name} is on already then` }];
  return takes && everOn(rota, offeredBy.userId, takes)
    ? [{ field: 'takes.from', message: `${offeredBy.name} is on already then` }]
    : [];
};

/**
 * A swap offered, of what is left of either time; nothing about who is on changes until it is accepted.
 * Refuses `rota-impossible` when either would give time in which they are not on, or take time in which
 * they are.
 */
export const swapOffered = (rota: Rota, said: Swap, now: Instant): Rota | Refusal => {
  const swap = swapAhead(said, now);
  const faults = swapFaults(swap, now);
  const more = faults.length > 0 ? faults : swapStands(rota, swap);
  return settled({ ...rota, swaps: [...rota.swaps, swap] }, now, more);
};

const openSwap = (rota: Rota, swapId: string): Swap | Refusal => {
  const swap = rota.swaps.find(({ id }) => id === swapId);
  if (!swap) return missing('swap');
  return swap.state === 'offered'
    ? swap
    : refuse('not-allowed-in-this-state', 'This swap has been accepted. Offer another to change it back.');
};

/**
 * A swap answered by whom it was offered to: accepted it is in force, from now on where its time has begun,
 * declined it is gone from the rota.
 * Refuses `not-your-duty` to anybody else, and `rota-impossible` when the rota has changed so that
 * it no longer fits.
 */
export const swapAnswered = (
  rota: Rota,
  { swapId, userId, accepts }: { swapId: string; userId: string; accepts: boolean },
  now: Instant,
): Rota | Refusal => {
  const swap = openSwap(rota, swapId);
  if ('refused' in swap) return swap;
  if (swap.to.userId !== userId)
    return refuse('not-your-duty', `Only ${swap.to.name} can answer this.`, { details: { field: 'swapId' } });
  const others = rota.swaps.filter(({ id }) => id !== swapId);
  if (!accepts) return settled({ ...rota, swaps: others }, now, []);
  const left = swapAhead(swap, now);
  const faults = [...swapFaults(left, now), ...swapStands(rota, left)];
  const accepted: Swap = { ...left, state: 'accepted', answeredAt: now };
  return settled({ ...rota, swaps: [...others, accepted] }, now, faults);
};

/** A swap that nobody has accepted taken back by who offered it. Refuses `not-your-duty` and `not-found`. */
export const swapWithdrawn = (
  rota: Rota,
  { swapId, userId }: { swapId: string; userId: string },
  now: Instant,
): Rota | Refusal => {
  const swap = openSwap(rota, swapId);
  if ('refused' in swap) return swap;
  if (swap.offeredBy.userId !== userId)
    return refuse('not-your-duty', `Only ${swap.offeredBy.name} can take this back.`, {
      details: { field: 'swapId' },
    });
  return settled({ ...rota, swaps: rota.swaps.filter(({ id }) => id !== swapId) }, now, []);
};
