import type { BodyOf } from '@concord/contracts';

type PushAddress = Extract<BodyOf<'addContact'>['address'], { channel: 'push' }>;

export const browserTakesPushes = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window;

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> => {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
};

/** Asks the person and the browser; throws with words for the person when either says no. */
export const subscribeToPushes = async (key: string): Promise<PushAddress> => {
  if ((await Notification.requestPermission()) !== 'granted')
    throw new Error('This browser does not let Concord show notifications. Allow it in its settings.');
  const worker = await navigator.serviceWorker.register('/push-worker.js');
  const subscription = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(key),
  });
  const { keys } = subscription.toJSON();
  return {
    channel: 'push',
    endpoint: subscription.endpoint,
    p256dh: keys?.['p256dh'] ?? '',
    auth: keys?.['auth'] ?? '',
  };
};
