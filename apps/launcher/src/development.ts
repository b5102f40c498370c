import { createHash } from 'node:crypto';
import { readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { Shutdown } from './shutdown';
import type { System } from './system';

const settleMs = 200;

/**
 * Rebuilds an app when its sources change and restarts the child that runs it. The console is served
 * by Vite, which passes API calls and sockets on to the api.
 */
export function rebuildOnChange(
  system: System,
  options: { programs: string; apiAddress: string; consolePort: number; shutdown: Shutdown },
): void {
  const tool = (...path: string[]): string => join(process.cwd(), 'node_modules', ...path);
  for (const child of [system.api, system.worker]) {
    system.run({
      name: `build-${child.name}`,
      script: tool('rolldown', 'bin', 'cli.mjs'),
      args: ['-c', 'rolldown.config.js', '--watch'],
      env: { APP: child.name },
      mayFinish: true,
    });
    const watcher = onNewContent(join(options.programs, child.name), 'main.js', child.restart);
    options.shutdown.add({ stop: async () => watcher.close(), kill: () => watcher.close() });
  }
  system.run({
    name: 'console',
    script: tool('vite', 'bin', 'vite.js'),
    args: ['apps/console', '--port', String(options.consolePort), '--strictPort'],
    env: { NODE_ENV: 'development', CONCORD_API: options.apiAddress },
    mayFinish: true,
  });
}

// By content: the first build of a watch writes again what is already running.
function onNewContent(directory: string, name: string, changed: () => void): { close: () => void } {
  const file = join(directory, name);
  let known = digest(file);
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(directory, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const now = digest(file);
      if (now === undefined || now === known) return;
      known = now;
      changed();
    }, settleMs);
  });
  return {
    close: () => {
      clearTimeout(timer);
      watcher.close();
    },
  };
}

function digest(file: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return undefined;
  }
}
