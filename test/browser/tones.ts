import type { Window } from './browser';

/** Counts every tone that the window's pages strike from now on, as a loudspeaker would. */
export const listenToTones = async ({ context }: Window): Promise<void> => {
  await context.addInitScript(`
  window.tones = 0;
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...when) { window.tones += 1; return start.apply(this, when); };`);
};

export const tones = ({ page }: Window): Promise<number> => page.evaluate<number>('window.tones');
