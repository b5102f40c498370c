import type { Address, DeliveryFailure, Instant } from '@concord/domain';

/** One way to reach one person. */
export interface ContactMethod {
  readonly id: string;
  readonly address: Address;
  /** What its owner knows it by. */
  readonly label: string;
  readonly addedAt: Instant;
  /** Null until the code sent there has come back: until then no alarm goes there. */
  readonly verifiedAt: Instant | null;
  /** Why the last message there was not taken. */
  readonly failing: DeliveryFailure | null;
}

/**
 * People's ways to be reached, kept with their accounts and apart from the board and the journal, so that
 * an address can be erased. In real time, as sign-in is: a demo's clock neither ends a code nor prolongs it.
 */
export interface ContactBook {
  /** All of a person's, in the order in which they are tried. */
  of(userId: string): Promise<readonly ContactMethod[]>;
  /** By person, those that alarms may go to: verified, and not gone for good. */
  reachable(userIds: readonly string[]): Promise<ReadonlyMap<string, readonly ContactMethod[]>>;
  /** As the last; undefined when they have that address already. */
  add(userId: string, address: Address, label: string): Promise<ContactMethod | undefined>;
  remove(userId: string, methodId: string): Promise<boolean>;
  /** Those named come first, in this order. */
  order(userId: string, methodIds: readonly string[]): Promise<void>;
  /** Counts a message sent at a person's own asking. Seconds to wait when there have been too many. */
  maySend(userId: string): Promise<{ readonly waitSeconds: number }>;
  /** A new code of six digits; the one before it is worth nothing. Kept as its hash only. */
  newCode(methodId: string): Promise<string>;
  /** `spent`: too old, or guessed at too often. */
  tryCode(userId: string, methodId: string, code: string): Promise<'verified' | 'wrong' | 'spent'>;
  /** What came of the last message there. */
  heard(methodId: string, failing: DeliveryFailure | null): Promise<void>;
}
