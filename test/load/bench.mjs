// `npm run bench`: bundles the benches beside the built apps, then runs them.
import { spawnSync } from 'node:child_process';

const bundled = spawnSync(
  process.execPath,
  ['node_modules/rolldown/bin/cli.mjs', '-c', 'test/load/rolldown.config.js'],
  { stdio: 'inherit' },
);
if (bundled.status !== 0) process.exit(bundled.status ?? 1);
await import('../../dist/load/bench.js');
