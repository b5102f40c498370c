import { join } from 'node:path';
import { defineConfig } from 'rolldown';

/** Bundles one server app: `APP=api rolldown -c rolldown.config.js`. Nx sets APP to the project's name. */
const app = process.env.APP;
if (!app) throw new Error('Say which app to build: APP=api, worker, simulator or launcher.');

// The last is what the compiler adds for decorators.
const ours = /^(\.|\/|@concord\/|@oxc-project\/runtime\/)/;

export default defineConfig({
  input: join(import.meta.dirname, 'apps', app, 'src', 'main.ts'),
  platform: 'node',
  tsconfig: join(import.meta.dirname, 'tsconfig.base.json'),
  // Packages stay in node_modules: they are installed wherever the bundle runs.
  external: (id, importer, resolved) => importer !== undefined && !resolved && !ours.test(id),
  transform: { target: 'node20' },
  checks: { pluginTimings: false },
  output: {
    dir: join(import.meta.dirname, 'dist', 'apps', app),
    entryFileNames: 'main.js',
    format: 'esm',
    sourcemap: true,
    cleanDir: true,
  },
});
