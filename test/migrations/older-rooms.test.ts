import type { Place, Room } from '@concord/domain';
import { dataSourceFor, migrate } from '@concord/postgres';
import type { Concord } from '@concord/testing';
import { accepted, startConcord } from '@concord/testing';
import { realArea } from '../behaviour/a-real-area';

/** The tables as they were before rooms were mended, and brought up to date again. */
const thereAndBack = async (concord: Concord): Promise<void> => {
  await concord.engine.stop();
  const source = await dataSourceFor(concord.databaseUrl, { connections: 2 }).initialize();
  const from = source.migrations.findIndex((one) => one.constructor.name.startsWith('Rooms'));
  for (let i = source.migrations.length; i > from; i -= 1) await source.undoLastMigration();
  await source.destroy();
  await migrate(concord.databaseUrl);
  await concord.engine.start();
};

test('a promise made before promises had a timer is settled an hour after its time as well', async () => {
  const concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  try {
    const nurse = await concord.signIn('suite-nurse');
    const roomId = concord.ids.rooms['elm-1'] ?? '';
    accepted(await nurse.post<Room>(`rooms/${roomId}/state`, { state: 'occupied' }), 'occupied');
    const said = { freeAt: '2026-11-22T03:00:00Z', reason: 'discharge' };
    accepted(await nurse.post<Room>(`rooms/${roomId}/promise`, said), 'promise');
    await thereAndBack(concord);
    await concord.advance({ hours: 2 });
    const board = (await (await concord.signIn('controller')).watch()).state();
    const elm: Place | undefined = board.place.get(concord.ids.places['elm'] ?? '');
    expect(elm?.promises).toEqual({ made: 1, kept: 0 });
  } finally {
    await concord.stop();
  }
});

test('what Concord said for the rooms of a real area was nobody’s word; what a demo says of its own stands', async () => {
  const concord = await startConcord({ now: '2026-11-22T02:00:00Z', neighbour: realArea });
  try {
    await thereAndBack(concord);
    const sources = async (areaId: string) => [
      ...new Set((await concord.store.list(areaId, 'room')).map(({ observed }) => observed.source)),
    ];
    expect(await sources(concord.neighbour().areaId)).toEqual(['set-up']);
    expect(await sources(concord.areaId)).toEqual(['system']);
  } finally {
    await concord.stop();
  }
});
