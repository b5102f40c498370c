import type { Timers } from './flush';

/** Time that passes only when a test says so. */
export const createTestTimers = (): Timers & { pass: (ms: number) => void } => {
  let now = 0;
  let due: { at: number; run: () => void }[] = [];
  return {
    monotonicMs: () => now,
    after: (ms, run) => {
      const entry = { at: now + ms, run };
      due.push(entry);
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
    pass: (ms) => {
      const until = now + ms;
      for (;;) {
        const next = due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        due = due.filter((entry) => entry !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = until;
    },
  };
};
