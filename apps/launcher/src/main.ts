import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './launch';
import { readOptions } from './options';
import { setUp } from './set-up';
import { simulate } from './simulate';
import { stateDirectory } from './state-directory';

const programs = join(import.meta.dirname, '..');
const root = process.env['CONCORD_STATE_DIR'] ?? join(process.cwd(), '.concord');

try {
  const options = readOptions(process.argv.slice(2), process.env);
  switch (options.command) {
    case 'set-up':
      await setUp(options);
      break;
    case 'simulate':
      await simulate(options.rest, root, programs);
      break;
    case 'bench':
      await import(pathToFileURL(join(process.cwd(), 'test', 'load', 'bench.mjs')).href);
      break;
    default:
      await launch(options, stateDirectory(root), programs);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
