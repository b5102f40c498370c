/** What one person is to be told, once, through one channel. Carries no personal data about the detained person. */
export interface Outgoing {
  /** The notification's own id: a sender that is asked twice for the same id may be asked by a retry. */
  readonly id: string;
  readonly to: string;
  /** The duty in which they are told, e.g. `AMHP on call`. */
  readonly role: string;
  readonly subject: string;
  readonly body: string;
}

/** Hands notifications to the outside world. A fault is thrown; the caller retries or escalates. */
export interface Sender {
  readonly channel: string;
  /** `reference` is what the channel's operator would need to trace this message. */
  send(notification: Outgoing): Promise<{ reference: string }>;
}
