import type { Instant } from '../instant';
import { instantFromMs, minutesBetween, msOf } from '../instant';
import type { Channel, DeliveryFailure, Handed } from './channel';
import type { Delivery, Notification } from './notification';

/** A contact method as delivery sees it. */
export interface Method {
  readonly id: string | null;
  readonly channel: Channel | null;
}

/** One message handed to one provider, and what came of it. */
export interface Try {
  /** The provider's reference. */
  readonly id: string;
  readonly method: Method;
  readonly handed: Handed;
}

const mayMend: readonly DeliveryFailure[] = ['too-fast', 'provider-down', 'not-let-in'];

/** Between one round of all of a person's methods and the next. */
const BACK_OFF_SECONDS = [15, 30, 60, 120, 300] as const;
/** After two hours the ladder has climbed past this message many times over. */
const GIVE_UP_AFTER_MINUTES = 120;

const triedBy = (deliveries: readonly Delivery[], method: Method): Delivery | undefined =>
  deliveries.find(({ methodId }) => methodId === method.id);

const attemptsBy = (deliveries: readonly Delivery[], method: Method): number =>
  triedBy(deliveries, method)?.attempts ?? 0;

const isHopeless = (deliveries: readonly Delivery[], method: Method): boolean => {
  const tried = triedBy(deliveries, method);
  return tried?.state === 'failed' && tried.why !== null && !mayMend.includes(tried.why);
};

/** How many times every method that may still work has been tried. */
const roundsOf = (deliveries: readonly Delivery[], methods: readonly Method[]): number =>
  Math.min(...methods.map((method) => attemptsBy(deliveries, method)));

/** The person's methods in their order, without those that this message will never reach them by. */
const hopeful = (deliveries: readonly Delivery[], methods: readonly Method[]): readonly Method[] =>
  methods.filter((method) => !isHopeless(deliveries, method));

/**
 * The method to try next in this round, `round` being how many there were before it. The next channel is
 * tried at once when one fails: waiting for a provider to mend would be waiting with an alarm.
 */
export const nextMethod = (
  deliveries: readonly Delivery[],
  methods: readonly Method[],
  round: number,
): Method | undefined =>
  hopeful(deliveries, methods).find((method) => attemptsBy(deliveries, method) <= round);

/** How many rounds of all the person's methods this message has been through. */
export const roundOf = ({ deliveries }: Notification, methods: readonly Method[]): number => {
  const left = hopeful(deliveries, methods);
  return left.length === 0 ? 0 : roundsOf(deliveries, left);
};

const stateAfter = {
  'handed-over': 'handed-over',
  recorded: 'recorded',
  'try-later': 'failed',
  never: 'failed',
} as const;

/** The deliveries with one more try among them. */
export const withTry = (
  deliveries: readonly Delivery[],
  { id, method, handed }: Try,
  now: Instant,
): readonly Delivery[] => {
  const before = triedBy(deliveries, method);
  const after: Delivery = {
    id,
    channel: method.channel,
    methodId: method.id,
    state: stateAfter[handed.outcome],
    why: 'why' in handed ? handed.why : null,
    attempts: (before?.attempts ?? 0) + 1,
    at: now,
  };
  return before ? deliveries.map((one) => (one === before ? after : one)) : [...deliveries, after];
};

const waitSeconds = (round: number, tries: readonly Try[]): number => {
  const backOff = BACK_OFF_SECONDS[Math.min(round, BACK_OFF_SECONDS.length) - 1] ?? BACK_OFF_SECONDS[0];
  const asked = tries.flatMap(({ handed }) =>
    handed.outcome === 'try-later' && handed.afterSeconds !== undefined ? [handed.afterSeconds] : [],
  );
  const allAsked = asked.length > 0 && asked.length === tries.length;
  return allAsked ? Math.max(backOff, Math.min(...asked)) : backOff;
};

/**
 * A message after these tries by these methods. `sent` as soon as one provider has it; `failed` when no
 * method is left, or two hours have passed; otherwise queued for another round, later each time.
 */
export const afterTries = (
  notification: Notification,
  tries: readonly Try[],
  methods: readonly Method[],
  now: Instant,
): Notification => {
  const deliveries = tries.reduce((so, each) => withTry(so, each, now), notification.deliveries);
  const tried = { ...notification, deliveries };
  if (tries.some(({ handed }) => handed.outcome === 'handed-over' || handed.outcome === 'recorded'))
    return { ...tried, state: 'sent', sentAt: now, tryAt: null };
  const hopeless = hopeful(deliveries, methods).length === 0;
  if (hopeless || minutesBetween(notification.queuedAt, now) >= GIVE_UP_AFTER_MINUTES)
    return { ...tried, state: 'failed', tryAt: null };
  const tryAt = instantFromMs(msOf(now) + waitSeconds(roundOf(tried, methods), tries) * 1000);
  return { ...tried, tryAt };
};

/**
 * Whether a message has got to nobody: it has failed, or all its person's methods have been tried, each in
 * vain, and it waits for another round. One that has not been tried yet has not.
 */
export const gotNowhere = ({ state, deliveries }: Notification): boolean =>
  state === 'failed' ||
  (state === 'queued' && deliveries.length > 0 && deliveries.every((one) => one.state === 'failed'));

/** What a provider later says of a message that it had taken. */
export type Receipt = 'delivered' | 'not-delivered';

/**
 * A message after its provider's receipt. One that never arrived is queued again at once, for the
 * person's next method, unless another channel has it; undefined when the receipt changes nothing.
 */
export const afterReceipt = (
  notification: Notification,
  deliveryId: string,
  receipt: Receipt,
  now: Instant,
): Notification | undefined => {
  const about = notification.deliveries.find(({ id }) => id === deliveryId);
  if (about?.state !== 'handed-over') return undefined;
  const failed = receipt === 'not-delivered';
  const heard: Delivery = {
    ...about,
    state: failed ? 'failed' : 'delivered',
    why: failed ? 'not-delivered' : null,
    at: now,
  };
  const deliveries = notification.deliveries.map((one) => (one === about ? heard : one));
  const reached = deliveries.some(({ state }) => state !== 'failed');
  return reached || !failed
    ? { ...notification, deliveries }
    : { ...notification, deliveries, state: 'queued', sentAt: null, tryAt: now };
};
