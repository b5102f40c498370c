import { hushSteps } from '../bootstrap/progress.mjs';

/** Everything that must be undone before we exit, last begun first. */
export interface Shutdown {
  /** Registers what stops a part, and what ends it by force. */
  add: (part: { stop: () => Promise<void>; kill: () => void }) => void;
  /** Has stopping begun? */
  begun: () => boolean;
  /** Stops every part and exits. */
  exit: (code: number) => Promise<never>;
}

// Under `npm start` one Ctrl-C arrives twice: from the terminal, and passed on by npm.
const echoMs = 500;
const orphanPollMs = 250;
const forcedExitCode = 130;

/** Ends the process in order on Ctrl-C, SIGTERM or a closed terminal; a second Ctrl-C ends it at once. */
export function armShutdown(say: (line: string) => void): Shutdown {
  const parts: { stop: () => Promise<void>; kill: () => void }[] = [];
  let begunAt: number | undefined;

  const exit = async (code: number): Promise<never> => {
    begunAt ??= performance.now();
    hushSteps();
    for (let part = parts.pop(); part; part = parts.pop()) {
      const { stop, kill } = part;
      stopping = kill;
      await stop().catch((error: unknown) => {
        say(error instanceof Error ? error.message : String(error));
        kill();
      });
    }
    process.exit(code);
  };
  let stopping: (() => void) | undefined;

  const onSignal = (): void => {
    if (begunAt === undefined) {
      say('\nStopping. (Ctrl-C again to force.)');
      void exit(0);
    } else if (performance.now() - begunAt > echoMs) {
      stopping?.();
      for (const { kill } of parts) kill();
      process.exit(forcedExitCode);
    }
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  if (process.env['npm_lifecycle_event']) onceOrphaned(() => begunAt ?? onSignal());
  // A closed terminal or pipe makes writing fail; that is no reason to leave children behind.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  return { add: (part) => parts.push(part), begun: () => begunAt !== undefined, exit };
}

// npm passes SIGTERM on to the shell it runs us in, and most shells die of it without telling us.
function onceOrphaned(then: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, orphanPollMs);
  timer.unref();
}
