import type { Hold, RankedRoom } from '@concord/domain';
import type { Problem } from '@concord/contracts';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';

const CLIENTS = 50;
const ROUNDS = 200;

let concord: Concord;

beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
});
afterAll(() => concord.stop());

test('P3: fifty clients reach for one room two hundred times: one winner each time, and every loser is told who has it and what is next best', async () => {
  const desks = await concord.signInAs(
    'controller',
    'controller-2',
    'night-controller',
    'night-controller-2',
  );
  const room = concord.ids.rooms['elm-1'];
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, i) => {
      const desk = desks[i % desks.length] as Person;
      const journey = await Journey.open(desk);
      await journey.detain();
      return journey;
    }),
  );
  const winners = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const answers = await Promise.all(
      clients.map((journey) =>
        journey.control.post<Hold & Problem>(`incidents/${journey.incidentId}/holds`, { roomId: room }),
      ),
    );
    const won = answers.filter(({ status }) => status < 300).map(({ body }) => body);
    expect([round, won.length]).toEqual([round, 1]);
    const hold = won[0] as Hold;
    for (const { status, body } of answers) {
      if (status < 300) continue;
      const { code, details = {} } = body;
      expect({ status, code, heldFor: details.heldFor, heldBy: details.heldBy }).toEqual({
        status: 409,
        code: 'room-taken',
        heldFor: hold.incidentRef,
        heldBy: hold.requestedBy,
      });
      const next = details.nextBest as RankedRoom;
      expect([next.rank, next.roomId === room]).toEqual([1, false]);
    }
    winners.add(hold.incidentRef);
    const winner = clients.find(({ ref }) => ref === hold.incidentRef) as Journey;
    accepted(await winner.control.post(`holds/${hold.id}/release`, { reason: 'The next round' }), 'release');
  }
  // No desk and no incident is favoured so far that the others never win.
  expect(winners.size).toBeGreaterThan(1);
}, 600_000);
