/* global self */
/* Shows what a push says: a reference or a code, and nothing about anybody. What it is about is in Concord. */

self.addEventListener('push', (event) => {
  const { id, glance } = event.data?.json() ?? {};
  event.waitUntil(
    self.registration.showNotification('Concord', {
      body: glance ?? 'Something needs you.',
      // The same message sent again replaces itself.
      tag: id,
      requireInteraction: true,
    }),
  );
});

const openConcord = async () => {
  const [open] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return open ? open.focus() : self.clients.openWindow('/');
};

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openConcord());
});
