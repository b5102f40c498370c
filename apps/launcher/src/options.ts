/** What was asked for on the command line. */
export interface Options {
  command: 'start' | 'dev' | 'simulate' | 'bench';
  port?: number;
  reset: boolean;
  empty: boolean;
  /** Everything after `simulate` or `bench`, theirs to read. */
  rest: string[];
}

export const usage = `Usage: npm start -- [--port NUMBER] [--reset] [--empty]

  --port NUMBER  serve on this port (default 4100, or the next free one)
  --reset        delete the database kept by an earlier start, and begin afresh
  --empty        start without the demo area and its accounts`;

/**
 * Reads the command line. npm keeps `--reset` of `npm start --reset` (without `--`) to itself and
 * hands it on only as an environment variable, and of `--port 4200` the number as a bare word.
 */
export function readOptions(words: string[], environment: NodeJS.ProcessEnv): Options {
  const [first, ...others] = words;
  if (first === 'simulate' || first === 'bench') {
    return { command: first, reset: false, empty: false, rest: others };
  }
  const options: Options = {
    command: first === 'dev' ? 'dev' : 'start',
    reset: environment['npm_config_reset'] === 'true',
    empty: environment['npm_config_empty'] === 'true',
    rest: [],
  };
  const remaining = first === 'dev' ? others : [...words];
  const kept = environment['npm_config_port'];
  if (kept) options.port = portNumber(kept === 'true' ? (remaining.pop() ?? '') : kept);
  while (remaining.length > 0) {
    const word = remaining.shift() ?? '';
    const [name, value] = word.split('=', 2);
    if (word === '--reset') options.reset = true;
    else if (word === '--empty') options.empty = true;
    else if (name === '--port') options.port = portNumber(value ?? remaining.shift() ?? '');
    else throw new Error(`Unknown option "${word}".\n\n${usage}`);
  }
  return options;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Error(`--port needs a number from 1 to 65535, not "${text}".\n\n${usage}`);
}
