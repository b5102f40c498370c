import { afterReceipt, type Receipt } from '@concord/domain';
import type { ContactBook } from '../contact/contact-book';
import type { Store } from '../ports';

interface Parts {
  readonly store: Store;
  readonly contacts: Pick<ContactBook, 'heard'>;
}

/**
 * What a provider says, later, of a message that it took. One that never arrived goes to its person's next
 * method at once. False when nothing here has that reference, or it has been heard before.
 */
export const recordReceipt = async (
  { store, contacts }: Parts,
  reference: string,
  receipt: Receipt,
): Promise<boolean> => {
  let heard = false;
  for (const { areaId, id } of await store.messagesUnder(reference)) {
    const methodId = await store.change(areaId, null, { name: 'record-receipt' }, async (tx) => {
      const message = await tx.get('notification', id);
      const after = message && afterReceipt(message, reference, receipt, tx.now);
      if (!after) return undefined;
      await tx.put('notification', after);
      return after.deliveries.find((delivery) => delivery.id === reference)?.methodId ?? null;
    });
    heard ||= methodId !== undefined;
    if (typeof methodId === 'string')
      await contacts.heard(methodId, receipt === 'not-delivered' ? 'not-delivered' : null);
  }
  return heard;
};
