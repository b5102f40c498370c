const QUIET_MS = 10_000;

/** An outage is a line every ten seconds, not one for each thing that fails because of it. */
export const outageLog = (
  say: (error: unknown, alsoFailed: number) => void,
  nowMs: () => number = () => performance.now(),
): ((error: unknown) => void) => {
  let saidAt = -Infinity;
  let unsaid = 0;
  return (error) => {
    if (nowMs() - saidAt < QUIET_MS) {
      unsaid += 1;
      return;
    }
    say(error, unsaid);
    saidAt = nowMs();
    unsaid = 0;
  };
};
