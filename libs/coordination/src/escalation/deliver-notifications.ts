import type { Notification } from '@concord/domain';
import type { Sender, Store } from '../ports';

/**
 * Hands queued messages to their sender, outside the area's lock: a slow provider holds up nobody.
 * At least once: a crash between handing over and noting it sends again, under the same id.
 */
export const deliverNotifications = async (store: Store, areaId: string, sender: Sender): Promise<number> => {
  const queued = await store.list(areaId, 'notification', { state: 'queued' });
  const inOrder = [...queued].sort((a, b) => a.revision - b.revision);
  for (const { id, to, duty, subject } of inOrder) {
    await sender.send(
      {
        id,
        to: to.name,
        role: duty,
        glance: subject.split(':')[0] ?? '',
        subject,
        body: 'Open Concord to see it and to own it.',
      },
      null,
    );
  }
  if (inOrder.length > 0) {
    await store.change(areaId, null, { name: 'deliver-notifications' }, async (tx) => {
      for (const notification of inOrder) {
        const sent: Notification = { ...notification, state: 'sent', sentAt: tx.now };
        await tx.put('notification', sent);
      }
      return inOrder.length;
    });
  }
  return inOrder.length;
};
