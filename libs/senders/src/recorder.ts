import type { Outgoing, Sender } from '@concord/coordination';
import type { Address } from '@concord/domain';

export interface Recorder extends Sender {
  /** Everything handed over so far, in order, repeats included. */
  sent(): readonly Outgoing[];
  /** Where each of them was to go. */
  addresses(): readonly (Address | null)[];
}

/** Keeps what would have gone out. The default until an installation names a provider, and the tests' witness. */
export const recorder = (): Recorder => {
  const kept: Outgoing[] = [];
  const addresses: (Address | null)[] = [];
  return {
    channels: ['push', 'sms', 'email', 'webhook'],
    reachesPeople: false,
    pushKey: null,
    takes: () => true,
    send(message, address) {
      kept.push({ ...message });
      addresses.push(address);
      return Promise.resolve({ outcome: 'recorded' });
    },
    sent: () => [...kept],
    addresses: () => [...addresses],
  };
};
