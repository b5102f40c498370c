import type { AreaDefinition } from '@concord/contracts';
import { harrowdaleAndVale } from '@concord/coordination';
import type { Area, Named } from '@concord/domain';
import { refuse } from '@concord/domain';
import { dataSourceFor, firstBrokenEntry, PostgresStore, seedArea } from '@concord/postgres';
import type { FreshDatabase } from '@concord/testing';
import { freshDatabase } from '@concord/testing';
import type { DataSource } from 'typeorm';

type Tx = Parameters<Parameters<PostgresStore['change']>[3]>[0];

let database: FreshDatabase;
let source: DataSource;
let store: PostgresStore;
let areas: string[];
const moved: [string, number][] = [];
const by: Named = { userId: '11111111-1111-4111-8111-111111111111', name: 'Somebody' };

const called = (name: string): AreaDefinition => ({
  ...harrowdaleAndVale,
  area: { ...harrowdaleAndVale.area, name },
  people: {},
  rotas: [],
});

beforeAll(async () => {
  database = await freshDatabase();
  areas = [];
  for (const name of ['North', 'South', 'West'])
    areas.push((await seedArea(database.url, called(name))).areaId);
  source = await dataSourceFor(database.url, { connections: 16 }).initialize();
  store = new PostgresStore(source, {
    areaMoved: (areaId, revision) => void moved.push([areaId, revision]),
    onAreaMoved: () => () => undefined,
    close: () => Promise.resolve(),
  });
});
beforeEach(() => void moved.splice(0));
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const [NORTH, SOUTH, WEST] = [0, 1, 2];
const id = (which: number | undefined): string => areas[which ?? 0] ?? '';
const touch = async (tx: Tx): Promise<void> => tx.put('area', (await tx.get('area', tx.areaId)) as Area);
const heads = async () => {
  const all = await store.heads();
  return areas.map((area) => all.get(area) ?? 0);
};

const verified = async (): Promise<void> => {
  for (const areaId of areas) {
    const entries = (await store.journalAfter(areaId, 0, 100_000)).map((entry) => ({ ...entry, areaId }));
    expect(entries.at(-1)?.revision).toBe(await store.head(areaId));
    expect(firstBrokenEntry(entries)).toBeUndefined();
  }
};

test('a command that writes in two areas gives each its next revision, at one instant, and wakes both', async () => {
  const before = await heads();
  const seen: string[] = [];
  await store.change(id(SOUTH), by, { name: 'both' }, async (tx) => {
    await touch(tx);
    const there = tx.beside(id(NORTH));
    expect(there.beside(id(SOUTH))).toBe(tx);
    await touch(there);
    seen.push(tx.now, there.now);
    return {};
  });
  expect(new Set(seen).size).toBe(1);
  expect(await heads()).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 1, before[2]]);
  expect(moved.map(([area]) => area).sort()).toEqual([id(NORTH), id(SOUTH)].sort());
  await verified();
});

test('an area that is only looked at keeps its revision', async () => {
  const before = await heads();
  await store.change(id(NORTH), by, { name: 'look' }, async (tx) => {
    await tx.beside(id(WEST)).get('area', id(WEST));
    await touch(tx);
    return {};
  });
  expect(await heads()).toEqual([(before[0] ?? 0) + 1, before[1], before[2]]);
  expect(moved).toHaveLength(1);
});

test('a refusal and a fault leave nothing in either area', async () => {
  const before = await heads();
  const both = async (tx: Tx) => {
    await touch(tx);
    await touch(tx.beside(id(WEST)));
  };
  const refused = await store.change(id(NORTH), by, { name: 'refused' }, async (tx) => {
    await both(tx);
    return refuse('not-found', 'no');
  });
  expect(refused).toMatchObject({ code: 'not-found' });
  await expect(
    store.change(id(NORTH), by, { name: 'fault' }, async (tx) => {
      await both(tx);
      throw new Error('a fault');
    }),
  ).rejects.toThrow('a fault');
  expect(await heads()).toEqual(before);
});

test('a retry with the same key is given the first answer, and neither area moves again', async () => {
  const once = { name: 'keyed', idempotencyKey: 'two-areas' };
  const act = (answer: number) =>
    store.change(id(SOUTH), by, once, async (tx) => {
      await touch(tx);
      await touch(tx.beside(id(NORTH)));
      return { answer };
    });
  expect(await act(1)).toEqual({ answer: 1 });
  const before = await heads();
  expect(await act(2)).toEqual({ answer: 1 });
  expect(await heads()).toEqual(before);
});

test('there is no area beside that does not exist', async () => {
  const nowhere = '99999999-9999-4999-8999-999999999999';
  const answer = await store.change(id(NORTH), by, { name: 'nowhere' }, (tx) =>
    Promise.resolve({ now: tx.beside(nowhere).now }),
  );
  expect(answer).toMatchObject({ code: 'not-found' });
});

test('commands in every direction at once: none is a deadlock, none is lost, every journal verifies', async () => {
  const before = await heads();
  const [{ deadlocks = 0 } = {}] = await source.query<{ deadlocks: number }[]>(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  );
  const pairs = [0, 1, 2].flatMap((a) => [0, 1, 2].flatMap((b) => (a === b ? [] : [[a, b] as const])));
  let runs = 0;
  const rounds = 40;
  for (let round = 0; round < rounds; round += 1)
    await Promise.all(
      pairs.map(([home, there], i) =>
        store.change(id(home), by, { name: `${home}-${there}` }, async (tx) => {
          runs += 1;
          await touch(tx);
          await touch(tx.beside(id(there)));
          // Every third goes on to the third area, whose lock may come before both.
          if ((i + round) % 3 === 0) await tx.beside(id(3 - home - there)).list('place', {});
          return {};
        }),
      ),
    );
  await source.query('select pg_stat_force_next_flush()');
  const [after] = await source.query<{ deadlocks: number }[]>(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  );
  expect(after?.deadlocks).toBe(deadlocks);
  // Each area is home to two of the six and the neighbour of two.
  expect(await heads()).toEqual(before.map((head) => head + rounds * 4));
  // Once to find out that another area is needed, once or twice more with it: nothing was retried besides.
  expect(runs).toBe(rounds * (6 * 2 + 2));
  await verified();
});
