const KEY = 'concord-window';
const MAX_LENGTH = 16;

/**
 * Windows of one browser share its cookies. In the demo each window that signs in as a persona names
 * itself, and so has a session of its own: four people can be played side by side. Elsewhere no
 * window has a name, and a new one is signed in like the rest.
 */
export const windowName = (): string | undefined => sessionStorage.getItem(KEY) ?? undefined;

export const nameThisWindow = (): void => {
  if (!windowName())
    sessionStorage.setItem(KEY, crypto.randomUUID().replaceAll('-', '').slice(0, MAX_LENGTH));
};
