import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** What one installation keeps between starts, and where. */
export interface StateDirectory {
  root: string;
  postgres: string;
  logs: string;
  children: string;
  /** Claimed by the running launcher; its note is the address served. */
  mark: string;
}

/** Prepares `.concord/` in the project, or the directory named by CONCORD_STATE_DIR. */
export function stateDirectory(root: string): StateDirectory {
  mkdirSync(root, { recursive: true });
  // Even with umask 077: run by root, the database's own account must be able to pass through.
  chmodSync(root, 0o755);
  const logs = join(root, 'logs');
  mkdirSync(logs, { recursive: true });
  return {
    root,
    logs,
    postgres: join(root, 'postgres'),
    children: join(root, 'children'),
    mark: join(root, 'running.json'),
  };
}
