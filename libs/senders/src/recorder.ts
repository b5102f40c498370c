import type { Outgoing, Sender } from '@concord/coordination';

export interface Recorder extends Sender {
  readonly channel: 'recorder';
  /** `reference` is what the channel's operator would need to trace this message. */
  send(notification: Outgoing): Promise<{ reference: string }>;
  /** Everything handed over so far, in order, repeats included. */
  sent(): readonly Outgoing[];
}

/** Keeps what would have gone out. The default until an installation names a real channel, and the tests' witness. */
export function recorder(): Recorder {
  const kept: Outgoing[] = [];
  return {
    channel: 'recorder',
    async send(notification) {
      kept.push({ ...notification });
      return { reference: `recorder-${kept.length}` };
    },
    sent: () => [...kept],
  };
}
