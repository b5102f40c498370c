import type { Outgoing } from '@concord/coordination';
import type { Address, Channel, DeliveryFailure, Handed } from '@concord/domain';

export type AddressOf<Name extends Channel> = Extract<Address, { channel: Name }>;

/** One provider's way of carrying one channel. */
export interface Way<Name extends Channel = Channel> {
  readonly channel: Name;
  send(message: Outgoing, address: AddressOf<Name>): Promise<Handed>;
}

/** How long a provider may take to answer. A courier's claim on a message lasts longer than this. */
export const ANSWER_WITHIN_MS = 10_000;

export const handedOver: Handed = { outcome: 'handed-over' };

export const never = (why: DeliveryFailure): Handed => ({ outcome: 'never', why });

export const tryLater = (why: DeliveryFailure, afterSeconds?: number): Handed =>
  afterSeconds === undefined ? { outcome: 'try-later', why } : { outcome: 'try-later', why, afterSeconds };

const LONGEST_WAIT_SECONDS = 3_600;

/** `Retry-After` in seconds, whether it came as seconds or as a date; undefined when it makes no sense. */
export const retryAfter = (header: string | null | undefined, nowMs: number): number | undefined => {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - nowMs) / 1000);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, LONGEST_WAIT_SECONDS) : undefined;
};
