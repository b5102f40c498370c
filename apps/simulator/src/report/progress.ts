const WIDTH = 30;
const EVERY_MS = 250;

export interface Progress {
  readonly now: number;
  readonly startsAt: number;
  readonly until: number;
  readonly incidents: number;
  readonly commands: number;
}

const clockText = (seconds: number): string =>
  seconds < 60 ? `${Math.ceil(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.ceil(seconds % 60)} s`;

/** A bar on a terminal; a line for each tenth where there is none. */
export const progressBar = (out: NodeJS.WriteStream): ((at: Progress) => void) => {
  const begun = Date.now();
  let shownAt = 0;
  let tenth = -1;
  return ({ now, startsAt, until, incidents, commands }) => {
    const share = Math.min(1, (now - startsAt) / (until - startsAt));
    const done = share >= 1;
    const isNewTenth = Math.floor(share * 10) > tenth;
    if (!done && (out.isTTY ? Date.now() - shownAt < EVERY_MS : !isNewTenth)) return;
    if (done && tenth >= 10) return;
    shownAt = Date.now();
    tenth = Math.floor(share * 10);
    const seconds = (shownAt - begun) / 1000;
    const left = share > 0 ? (seconds / share) * (1 - share) : Infinity;
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
    const text = [
      `${bar} ${String(Math.floor(share * 100)).padStart(3)} %`,
      new Date(now).toISOString().slice(0, 10),
      `${incidents} incidents`,
      `${Math.round(commands / Math.max(seconds, 0.001))} commands/s`,
      done ? clockText(seconds) : `about ${Number.isFinite(left) ? clockText(left) : '…'} left`,
    ].join('  ');
    out.write(out.isTTY ? `\r\u001b[K${text}${done ? '\n' : ''}` : `${text}\n`);
  };
};
