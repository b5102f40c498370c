import type { Place, Room } from '@concord/domain';
import { dataSourceFor, migrate } from '@concord/postgres';
import { accepted, startConcord } from '@concord/testing';

test('a promise made before promises had a timer is settled an hour after its time as well', async () => {
  const concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  try {
    const nurse = await concord.signIn('suite-nurse');
    const roomId = concord.ids.rooms['elm-1'] ?? '';
    accepted(await nurse.post<Room>(`rooms/${roomId}/state`, { state: 'occupied' }), 'occupied');
    const said = { freeAt: '2026-11-22T03:00:00Z', reason: 'discharge' };
    accepted(await nurse.post<Room>(`rooms/${roomId}/promise`, said), 'promise');
    await concord.engine.stop();
    const source = await dataSourceFor(concord.databaseUrl, { connections: 2 }).initialize();
    await source.undoLastMigration();
    await source.destroy();
    await migrate(concord.databaseUrl);
    await concord.engine.start();
    await concord.advance({ hours: 2 });
    const board = (await (await concord.signIn('controller')).watch()).state();
    const elm: Place | undefined = board.place.get(concord.ids.places['elm'] ?? '');
    expect(elm?.promises).toEqual({ made: 1, kept: 0 });
  } finally {
    await concord.stop();
  }
});
