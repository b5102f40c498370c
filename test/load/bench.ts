import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, eraseEmbeddedPostgres, startEmbeddedPostgres } from '@concord/postgres';
import { startRedis } from '@concord/testing';
import { bareContention, ourContention } from './contention';
import { bareOnce, oursOnce } from './live-delivery';
import { barePlan, ourPlan } from './on-call-plan';
import { bareRanking, ourRanking } from './ranking';
import type { Figure } from './statistics';
import { median, percentile, table } from './statistics';
import type { System } from './system';
import { startSystem } from './system';
import { bareTransactions, ourCommands } from './throughput';
import type { Late, Side } from './timer-lateness';
import { bullOnPostgres, bullOnRedis, emptyQueue, graphileTimers, ourTimers } from './timer-lateness';

const ROUNDS = 3;
/** In all; a round with two winners, or none, or another in the journal, ends the bench with a fault. */
const CONTENTION_ROUNDS = 10_000;
const PAGE = 'test/load/README.md';

const say = (line: string) => process.stderr.write(`${line}\n`);

type Pair = { ours: number; bare: number };

/** A then B, then B then A: whatever the machine does meanwhile, it does to both. The median round is told. */
const interleaved = async (ours: () => Promise<number[]>, bare: () => Promise<number[]>): Promise<Pair[]> => {
  const rounds: [number[], number[]][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % 2 === 0) {
      const mine = await ours();
      rounds.push([mine, await bare()]);
    } else {
      const theirs = await bare();
      rounds.push([await ours(), theirs]);
    }
  }
  return (rounds[0]?.[0] ?? []).map((_, i) => ({
    ours: median(rounds.map(([mine]) => mine[i] ?? Number.NaN)),
    bare: median(rounds.map(([, theirs]) => theirs[i] ?? Number.NaN)),
  }));
};

const both = (samples: readonly number[]): number[] => [percentile(samples, 0.5), percentile(samples, 0.99)];

const delivery = async (serverUrl: string, system: System): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const clients of [1, 200]) {
    say(`committed to received, ${clients} client${clients > 1 ? 's' : ''}…`);
    const times = clients === 1 ? 300 : 200;
    const [p50, p99] = await interleaved(
      async () => both(await oursOnce(system, clients, times)),
      async () => both(await bareOnce(serverUrl, clients, times)),
    );
    const what = `Committed to received, ${clients} client${clients > 1 ? 's' : ''}`;
    if (p50) figures.push({ what: `${what}, p50`, ...p50, unit: 'ms', target: '', moreIsBetter: false });
    if (p99)
      figures.push({ what: `${what}, p99`, ...p99, unit: 'ms', target: 'at most 2.00', moreIsBetter: false });
  }
  return figures;
};

const figuresOf = ({ spread, burst }: Late): number[] => [...both(spread), Math.max(...burst)];

/** Concord beside each library, all four in one run, each in turn first; one row for each figure and library. */
const lateness = async (serverUrl: string, system: System): Promise<Figure[]> => {
  const redis = await startRedis();
  const sides: Side[] = [];
  try {
    const incidentId = await system.openIncident();
    const bareUrl = await createDatabase(serverUrl, 'bare');
    for (const side of [
      () => ourTimers(system, incidentId),
      () => bullOnPostgres(system.databaseUrl),
      () => bullOnRedis(redis.url),
      () => graphileTimers(bareUrl),
    ]) {
      say('arming 100,000 timers…');
      sides.push(await side());
    }
    const measured = sides.map((): number[][] => []);
    for (let turn = 0; turn < ROUNDS * sides.length; turn += 1) {
      const at = (turn + Math.floor(turn / sides.length)) % sides.length;
      say(`timer lateness, ${sides[at]?.name}: 500 due over 20 s, then 1,000 at once…`);
      measured[at]?.push(figuresOf((await sides[at]?.measure()) ?? { spread: [], burst: [] }));
    }
    const emptied: number[][] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      say('timer lateness, Concord, its queue emptied midway…');
      const late = await sides[0]?.measure(() => emptyQueue(system.databaseUrl));
      emptied.push(figuresOf(late ?? { spread: [], burst: [] }));
    }
    const [ours, ...bares] = measured.map((rounds) =>
      [0, 1, 2].map((figure) => median(rounds.map((round) => round[figure] ?? Number.NaN))),
    );
    const names = ['Timer lateness, p50', 'Timer lateness, p99', '1,000 due at once, the last'];
    const targets = ['', 'at most 1.00', 'within 500 ms'];
    const beside = names.flatMap((name, figure) =>
      bares.map((bare, at) => ({
        what: `${name}, beside ${sides[at + 1]?.name}`,
        ours: ours?.[figure] ?? Number.NaN,
        bare: bare[figure] ?? Number.NaN,
        unit: 'ms',
        target: targets[figure] ?? '',
        moreIsBetter: false,
      })),
    );
    const withoutQueue = {
      what: 'Timer lateness, p99, queue emptied midway, beside not emptied',
      ours: median(emptied.map((round) => round[1] ?? Number.NaN)),
      bare: ours?.[1] ?? Number.NaN,
      unit: 'ms',
      target: 'none missed',
      moreIsBetter: false,
    };
    return [...beside, withoutQueue];
  } finally {
    for (const side of sides) await side.end();
    await redis.stop();
  }
};

const throughput = async (serverUrl: string): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const [areas, writers] of [
    [1, 8],
    [20, 20],
  ] as const) {
    say(`commands a second, ${areas} area${areas > 1 ? 's' : ''}, ${writers} writers…`);
    const [rate] = await interleaved(
      async () => [await ourCommands(serverUrl, areas, writers)],
      async () => [await bareTransactions(serverUrl, areas, writers)],
    );
    const what = `Commands a second, ${areas} area${areas > 1 ? 's' : ''}, ${writers} writers`;
    if (rate) figures.push({ what, ...rate, unit: '/s', target: 'at least 0.50', moreIsBetter: true });
  }
  return figures;
};

const onCall = async (): Promise<Figure[]> => {
  say('on-call plan, 40 services, 8 weeks…');
  const [plan] = await interleaved(
    () => Promise.resolve([ourPlan()]),
    () => Promise.resolve([barePlan()]),
  );
  const what = 'On-call plan, 40 services, 8 weeks';
  return plan ? [{ what, ...plan, unit: 'ms', target: 'at most 200 ms', moreIsBetter: false }] : [];
};

const ranking = async (): Promise<Figure[]> => {
  say('ranking, 200 places and 20 neighbours’…');
  const [ranked] = await interleaved(
    () => Promise.resolve([ourRanking()]),
    () => Promise.resolve([bareRanking()]),
  );
  const what = 'Ranking, 200 places and 20 neighbours’';
  return ranked ? [{ what, ...ranked, unit: 'ms', target: 'at most 5 ms', moreIsBetter: false }] : [];
};

const contention = async (serverUrl: string): Promise<Figure[]> => {
  say('last-room contention, 10,000 rounds of 8 clients…');
  const rounds = Math.ceil(CONTENTION_ROUNDS / ROUNDS);
  const [won] = await interleaved(
    async () => [await ourContention(serverUrl, rounds)],
    async () => [await bareContention(serverUrl, rounds)],
  );
  const what = 'Last-room contention, 10,000 rounds of 8 clients, winners';
  return won ? [{ what, ...won, unit: '/s', target: 'none doubled', moreIsBetter: true }] : [];
};

const keep = (text: string): void => {
  const page = readFileSync(PAGE, 'utf8');
  const kept = page.replace(
    /<!-- figures -->[\s\S]*<!-- end -->/,
    `<!-- figures -->\n\n${text}\n\n<!-- end -->`,
  );
  writeFileSync(PAGE, kept);
};

const run = async (): Promise<void> => {
  const home = await mkdtemp(join(tmpdir(), 'concord-bench-'));
  const server = await startEmbeddedPostgres({
    dataDir: join(home, 'data'),
    settings: { track_commit_timestamp: 'on', max_connections: '200' },
  });
  const system = await startSystem(server.url, 'bench');
  try {
    const figures: Figure[] = [];
    const parts = {
      throughput: () => throughput(server.url),
      delivery: () => delivery(server.url, system),
      lateness: () => lateness(server.url, system),
      'on-call': onCall,
      ranking,
      contention: () => contention(server.url),
    };
    // `npm run bench lateness` measures one part and leaves the page alone.
    const chosen = process.argv.slice(2).filter((name) => name in parts);
    for (const [name, part] of Object.entries(parts)) {
      if (chosen.length > 0 && !chosen.includes(name)) continue;
      const measured = await part();
      console.log(table(measured));
      figures.push(...measured);
    }
    if (chosen.length > 0) return;
    const text = table(figures);
    const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.version}, embedded PostgreSQL 18 with fsync on, medians of ${ROUNDS} interleaved rounds.`;
    keep(`${machine}\n\n${text}`);
  } finally {
    await system.stop();
    await server.stop();
    await eraseEmbeddedPostgres(join(home, 'data'));
    await rm(home, { recursive: true, force: true });
  }
};

await run();
