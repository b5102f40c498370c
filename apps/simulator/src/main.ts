import { ApiClient } from './api/client';
import { readAsked } from './asked';
import { liveBeside } from './run/demo';
import { simulate } from './run/simulate';

const run = async (): Promise<number> => {
  const asked = readAsked(process.argv.slice(2));
  const address = process.env['CONCORD_URL'];
  if (!address) throw new Error('CONCORD_URL is not set: say which api to live in.');
  const api = new ApiClient(address);
  if (asked.kind === 'demo') return liveBeside(api);
  const kept = await simulate(api, asked);
  api.close();
  return kept ? 0 : 1;
};

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(0));
process.on('disconnect', () => process.exit(0));

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
