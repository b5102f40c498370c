import { join } from 'node:path';
import { say, step } from '../bootstrap/progress.mjs';
import { openChildLog, type ChildLog } from './child-log';
import { untilReady } from './readiness';
import type { Shutdown } from './shutdown';
import type { StateDirectory } from './state-directory';
import { superviseChild, type ChildPlan, type SupervisedChild } from './supervised-child';

/** What the children of one launcher share. */
export interface SystemPlan {
  databaseUrl: string;
  port: number;
  demo: boolean;
  /** Directory of the built apps: `<programs>/<app>/main.js`. */
  programs: string;
  state: StateDirectory;
  shutdown: Shutdown;
}

/** A running api and worker, and the way to run more children beside them. */
export interface System {
  api: SupervisedChild;
  worker: SupervisedChild;
  run: (plan: Omit<ChildPlan, 'env'> & { env?: Record<string, string> }) => SupervisedChild;
}

/** Starts the api and the worker and waits until the api says it can serve. */
export async function startSystem(plan: SystemPlan): Promise<System> {
  const { state, shutdown } = plan;
  let ready = false;
  const children: SupervisedChild[] = [];
  shutdown.add({
    stop: async () => void (await Promise.all(children.map((child) => child.stop()))),
    kill: () => children.forEach((child) => child.kill()),
  });
  const run: System['run'] = (child) => {
    const supervised = superviseChild(
      { ...child, env: { ...environment(plan), ...child.env } },
      {
        log: openLog(state, shutdown, child.name),
        records: state.children,
        say: (line) => sayUnlessStopping(shutdown, line),
        hasBeenReady: () => ready,
        hopeless: (message) => {
          say(`\n${message}`);
          void shutdown.exit(1);
        },
      },
    );
    children.push(supervised);
    return supervised;
  };
  const api = run({ name: 'api', script: join(plan.programs, 'api', 'main.js') });
  const worker = run({ name: 'worker', script: join(plan.programs, 'worker', 'main.js') });
  await step('Starting the api and the worker', () =>
    untilReady(`http://127.0.0.1:${plan.port}`, shutdown.begun, say),
  );
  ready = true;
  return { api, worker, run };
}

/** Opens a child's log, whose warnings and errors also reach the terminal unless it is a quiet one. */
export function openLog(state: StateDirectory, shutdown: Shutdown, name: string, quiet?: 'quiet'): ChildLog {
  return openChildLog(state.logs, name, (line) => {
    if (!quiet) sayUnlessStopping(shutdown, line);
  });
}

/** Children complain about each other while being stopped; nobody needs to read that. */
export function sayUnlessStopping(shutdown: Shutdown, line: string): void {
  if (!shutdown.begun()) say(line);
}

/** Settings every child gets. What the user set in the environment is passed on beneath them. */
export function environment(plan: Omit<SystemPlan, 'state' | 'shutdown'>): Record<string, string> {
  return {
    NODE_ENV: 'production',
    CONCORD_LOG_LEVEL: process.env['CONCORD_LOG_LEVEL'] ?? 'info',
    DATABASE_URL: plan.databaseUrl,
    HOST: '127.0.0.1',
    PORT: String(plan.port),
    CONCORD_URL: `http://127.0.0.1:${plan.port}`,
    CONCORD_DEMO: plan.demo ? '1' : '0',
    CONCORD_CONSOLE_DIR: join(plan.programs, 'console'),
  };
}
