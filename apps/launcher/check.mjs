// The first file of `npm test` and `npm run check`. It must run before anything is installed, so it uses
// nothing but Node.
import { join } from 'node:path';
import { ensureInstalled } from './bootstrap/install.mjs';
import { refuseOldNode } from './check/node-version.mjs';
import { checkEverything } from './check/check-everything.mjs';
import { chooseSteps } from './check/steps.mjs';

refuseOldNode();
const root = join(import.meta.dirname, '..', '..');
process.chdir(root);

try {
  const steps = chooseSteps(process.argv.slice(2));
  await ensureInstalled(root);
  process.exitCode = (await checkEverything(root, steps)) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
