export interface LoopParts {
  /** What a line in the log calls it. */
  readonly name: string;
  /** Does all that there is to do. */
  readonly turn: () => Promise<void>;
  /** How long to rest after a turn, unless woken. */
  readonly restMs: () => Promise<number>;
  /** How long to rest after a turn that failed. */
  readonly retryMs: number;
  readonly log: (message: string) => void;
}

export interface Loop {
  start(): void;
  /** Finishes the turn under way, then does nothing more. */
  stop(): Promise<void>;
  /** Takes a turn now; resolves when one begun after this call has ended. */
  settle(): Promise<void>;
  /** Asks for a turn soon; many asks while one runs are one. */
  wake(): void;
}

/** One turn after another, never two at once: promptly when woken, and after a rest in any case. */
export const createLoop = ({ name, turn, restMs, retryMs, log }: LoopParts): Loop => {
  let running = false;
  let asked = false;
  let turning: Promise<void> | undefined;
  let next: NodeJS.Timeout | undefined;

  const turns = async (): Promise<void> => {
    do {
      asked = false;
      await turn();
    } while (asked);
  };

  const run = (): Promise<void> => {
    clearTimeout(next);
    turning ??= turns()
      .then(() => (asked ? 0 : restMs()))
      .catch((error: unknown) => {
        log(`${name} failed, trying again in ${retryMs} ms: ${String(error)}`);
        return retryMs;
      })
      .then((ms) => {
        turning = undefined;
        if (running) next = setTimeout(() => void run(), asked ? 0 : ms);
      });
    return turning;
  };

  return {
    start() {
      if (running) return;
      running = true;
      void run();
    },
    async stop() {
      running = false;
      clearTimeout(next);
      await turning;
    },
    async settle() {
      if (!running) return;
      await turning;
      asked = true;
      await run();
    },
    wake() {
      if (!running) return;
      asked = true;
      void run();
    },
  };
};
