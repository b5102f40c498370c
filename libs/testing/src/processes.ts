import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { harrowdaleAndVale } from '@concord/coordination';
import { dataSourceFor, freePort, PostgresClock, PostgresStore, seedArea } from '@concord/postgres';
import { signInAt } from './sign-in';
import { startRedis } from './redis';

export interface ProcessesOptions {
  /** A migrated database of this test's own. */
  readonly databaseUrl: string;
  /** Area time at the start, standing still unless `rate` says otherwise. */
  readonly now?: string;
  readonly rate?: number;
  readonly redis?: boolean;
}

/** A module that moves everything a program can ask the time of, from its first line on. */
const clockSetWrong = (minutes: number): string => {
  const code = `
    const Right = Date;
    const now = () => Right.now() + ${minutes * 60_000};
    globalThis.Date = class Date extends Right {
      constructor(...given) { super(...(given.length === 0 ? [now()] : given)); }
      static now() { return now(); }
    };`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
};

/** One built app as a process that can be killed like any other. */
export class AppProcess {
  private child: ChildProcess | undefined;
  private output = '';

  constructor(
    readonly name: 'api' | 'worker',
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** `clockMinutes`: how far the clock of the process is from the right time, as on a machine set wrong. */
  start({ clockMinutes = 0 }: { clockMinutes?: number } = {}): void {
    const main = join(process.cwd(), 'dist/apps', this.name, 'main.js');
    if (!existsSync(main))
      throw new Error(`${main} is missing: build the apps first (npx nx run-many -t build)`);
    const wrong = clockMinutes === 0 ? [] : ['--import', clockSetWrong(clockMinutes)];
    const child = spawn(process.execPath, ['--enable-source-maps', ...wrong, main], {
      env: { ...process.env, ...this.env, CONCORD_LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text) => (this.output += String(text)));
    this.child = child;
  }

  /** `SIGKILL`: no goodbye, as a crash or a lost machine. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  get log(): string {
    return this.output;
  }
}

export type Processes = Awaited<ReturnType<typeof startProcesses>>;

export const untilAnswers = async (url: string, withinMs = 30_000): Promise<void> => {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await pause(30);
  }
  throw new Error(`${url} did not answer well within ${withinMs} ms`);
};

/** The built api and worker as processes of their own, for tests that kill them. */
export const startProcesses = async ({ databaseUrl, now, rate = 0, redis: withRedis }: ProcessesOptions) => {
  const redis = withRedis ? await startRedis() : undefined;
  const ids = await seedArea(databaseUrl, harrowdaleAndVale, {
    startAt: new Date(now ?? '2026-11-22T02:00:00Z').toISOString(),
  });
  const source = await dataSourceFor(databaseUrl, { name: 'concord-test' }).initialize();
  const store = new PostgresStore(source);
  const clock = new PostgresClock(source);
  await clock.changeRate(rate);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const shared = { DATABASE_URL: databaseUrl, ...(redis ? { REDIS_URL: redis.url } : {}) };
  const api = new AppProcess('api', { ...shared, PORT: String(port), HOST: '127.0.0.1', CONCORD_DEMO: '1' });
  const worker = new AppProcess('worker', shared);
  api.start();
  worker.start();
  await untilAnswers(`${address}/health/ready`);
  return {
    address,
    areaId: ids.areaId,
    ids,
    api,
    worker,
    store,
    clock,
    redisUrl: redis?.url,
    newWorker: () => new AppProcess('worker', shared),
    apiReady: () => untilAnswers(`${address}/health/ready`),
    signIn: (persona: string) => signInAt(address, ids.areaId, persona),
    stop: async () => {
      await Promise.all([api.kill('SIGTERM'), worker.kill('SIGTERM')]);
      await source.destroy();
      await redis?.stop();
    },
  };
};
