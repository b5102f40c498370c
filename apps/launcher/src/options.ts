/** What was asked for on the command line. */
export interface Options {
  command: 'start' | 'dev' | 'set-up' | 'simulate' | 'bench';
  port?: number;
  reset: boolean;
  empty: boolean;
  areaFile?: string;
  /** Everything after `simulate` or `bench`, theirs to read. */
  rest: string[];
}

export const usage = `Usage: npm start -- [--port NUMBER] [--reset] [--empty] [--area FILE]

  --port NUMBER  serve on this port (default 4100, or the next free one)
  --reset        delete the database kept by an earlier start, and begin afresh
  --empty        start without the demo area and its accounts
  --area FILE    set up the area described in this JSON file, unless it is there already`;

/**
 * Reads the command line. npm keeps `--reset` of `npm start --reset` (without a `--`) to itself and
 * hands it on only as an environment variable, and of `--port 4200` the number as a bare word.
 */
export function readOptions(words: string[], environment: NodeJS.ProcessEnv): Options {
  const [first, ...others] = words;
  if (first === 'simulate' || first === 'bench') {
    return { command: first, reset: false, empty: false, rest: others };
  }
  const options: Options = {
    command: first === 'dev' || first === 'set-up' ? first : 'start',
    reset: environment['npm_config_reset'] === 'true',
    empty: environment['npm_config_empty'] === 'true',
    rest: [],
  };
  const remaining = options.command === 'start' ? [...words] : others;
  const kept = environment['npm_config_port'];
  const keptArea = environment['npm_config_area'];
  if (kept) options.port = portNumber(kept === 'true' ? (remaining.pop() ?? '') : kept);
  if (keptArea) options.areaFile = keptArea === 'true' ? remaining.pop() : keptArea;
  while (remaining.length > 0) {
    const word = remaining.shift() ?? '';
    const [name, value] = word.split('=', 2);
    if (word === '--reset') options.reset = true;
    else if (word === '--empty') options.empty = true;
    else if (name === '--port') options.port = portNumber(value ?? remaining.shift() ?? '');
    else if (name === '--area') options.areaFile = fileName(value ?? remaining.shift());
    else throw new Error(`Unknown option "${word}".\n\n${usage}`);
  }
  return options;
}

function fileName(text: string | undefined): string {
  if (text) return text;
  throw new Error(`--area needs the name of a file.\n\n${usage}`);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Error(`--port needs a number from 1 to 65535, not "${text}".\n\n${usage}`);
}
