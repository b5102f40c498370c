import { join } from 'node:path';
import { defineConfig } from 'rolldown';

const root = join(import.meta.dirname, '..', '..');
const ours = /^(\.|\/|@concord\/|@oxc-project\/runtime\/)/;

/** The benches and the processes they start, beside the apps they measure. */
export default defineConfig({
  input: Object.fromEntries(
    ['bench', 'clients', 'bare-server', 'bare-worker'].map((name) => [
      name,
      join(import.meta.dirname, `${name}.ts`),
    ]),
  ),
  platform: 'node',
  tsconfig: join(root, 'tsconfig.base.json'),
  external: (id, importer, resolved) => importer !== undefined && !resolved && !ours.test(id),
  transform: { target: 'node20' },
  checks: { pluginTimings: false },
  output: { dir: join(root, 'dist', 'load'), format: 'esm', sourcemap: true, cleanDir: true },
});
