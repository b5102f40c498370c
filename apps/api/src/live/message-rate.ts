const PER_SECOND = 20;
const BURST = 40;

/** A bucket of messages that fills at 20 a second: true while there is one left to take. */
export const messageRate = (nowMs: () => number = () => performance.now()): (() => boolean) => {
  let left = BURST;
  let at = nowMs();
  return () => {
    const now = nowMs();
    left = Math.min(BURST, left + ((now - at) / 1000) * PER_SECOND);
    at = now;
    left -= 1;
    return left >= 0;
  };
};
