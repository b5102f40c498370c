// The first file of `npm start`, `npm run dev`, `npm run simulate` and `npm run bench`: it must run
// before anything is installed or built, so it uses nothing but Node.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { refuseOldNode } from './check/node-version.mjs';

refuseOldNode();

const root = join(import.meta.dirname, '..', '..');
process.chdir(root);

try {
  const { ensureInstalled } = await import('./bootstrap/install.mjs');
  const { ensureBuilt } = await import('./bootstrap/build.mjs');
  await ensureInstalled(root);
  await ensureBuilt(root);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

// In this same process, so that signals and the terminal need no forwarding.
await import(pathToFileURL(join(root, 'dist', 'apps', 'launcher', 'main.js')).href);
