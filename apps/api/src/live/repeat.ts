/** Does the work again and again, each time `pauseMs` after the last ended, until told to stop. A failure is told and passed over. */
export const repeat = (
  pauseMs: number,
  failed: (error: unknown) => void,
  work: () => Promise<void>,
): (() => void) => {
  let stopped = false;
  let timer: NodeJS.Timeout;
  const later = () => {
    timer = setTimeout(() => void work().catch(failed).finally(again), pauseMs);
  };
  const again = () => {
    if (!stopped) later();
  };
  later();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
};
