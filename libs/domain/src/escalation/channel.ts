/** The ways by which a message leaves the consoles. */
export type Channel = 'push' | 'sms' | 'email' | 'webhook';

/** Where one channel reaches one person. Kept with the accounts; never on the board, in the journal or in a job. */
export type Address =
  | { readonly channel: 'push'; readonly endpoint: string; readonly p256dh: string; readonly auth: string }
  | { readonly channel: 'sms'; readonly number: string }
  | { readonly channel: 'email'; readonly email: string }
  /** `recipient` is what the receiving system calls the person: a bleep number, a desk. */
  | { readonly channel: 'webhook'; readonly recipient: string };

/**
 * Why a channel did not take a message, or did not deliver it.
 * - `address-refused`: the provider knows no such address, or may not send to it.
 * - `subscription-gone`: the browser has given up its push subscription.
 * - `message-refused`: the provider will not carry this message.
 * - `daily-limit`: the installation has sent all that its contract allows today.
 * - `too-fast`: the provider asks to be asked less often.
 * - `provider-down`: it did not answer, or answered with a fault of its own.
 * - `not-let-in`: it did not accept the installation's key.
 * - `not-delivered`: it took the message, and later said that it never arrived.
 */
export type DeliveryFailure =
  | 'address-refused'
  | 'subscription-gone'
  | 'message-refused'
  | 'daily-limit'
  | 'too-fast'
  | 'provider-down'
  | 'not-let-in'
  | 'not-delivered';

/**
 * What became of handing a message over. `try-later`: the same might be taken another time, not before
 * `afterSeconds` if the provider said so. `never`: this channel will not reach this person with this message.
 * `recorded`: nothing leaves this installation; it was kept instead.
 */
export type Handed =
  | { readonly outcome: 'handed-over' | 'recorded' }
  | { readonly outcome: 'try-later'; readonly why: DeliveryFailure; readonly afterSeconds?: number }
  | { readonly outcome: 'never'; readonly why: DeliveryFailure };
