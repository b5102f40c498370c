import type { BoardSnapshot } from '@concord/contracts';
import type { Incident } from '@concord/domain';
import { statutoryClocks, statutoryNames } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, alarmsOf, Journey, startConcord } from '@concord/testing';
import * as fc from 'fast-check';
import { minutesAgo, steps, take } from './any-life';

fc.configureGlobal({ seed: 1983 });

let concord: Concord;
let control: Person;
let board: LiveBoard;

const stage = () => ({ concord, control });

beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  control = await concord.signIn('inspector');
  board = await (await concord.signIn('controller-2')).watch();
});
afterAll(() => concord.stop());

/** The legal clocks of an incident that have run past their end. */
const breaches = (incident: Incident, now: string): string[] =>
  statutoryClocks(incident)
    .filter(({ endsAt, endedAt }) => endedAt === null && endsAt <= now)
    .map(({ kind }) => statutoryNames[kind].label);

const isSounding = (incidentId: string, label: string): boolean =>
  alarmsOf(board, { incidentId }, label).some(({ open, level }) => open && level === 'over');

test('whatever is told, put right, taken back or merged: no fault, one picture on every console, no silent breach', async () => {
  const answers = new Set<number>();
  const met: string[] = [];
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const began = { happenedAt: await minutesAgo(stage(), 60) };
      const pair = [await Journey.open(control, began), await Journey.open(control, began)] as const;
      for (const journey of pair) await journey.detain(began);
      for (const step of taken) {
        const status = await take(stage(), step, step.which % 3 === 0 ? [pair[1], pair[0]] : pair);
        answers.add(status);
        expect(status).toBeLessThan(500);
      }
      await concord.advance({ minutes: 1 });
      const now = await concord.now();
      const fresh = accepted(await control.get<BoardSnapshot>('board'), 'board');
      const open = [...board.state().escalation.values()].filter(({ resolvedAt }) => resolvedAt === null);
      expect(new Map(open.map((each) => [each.id, each]))).toEqual(
        new Map(fresh.entities.escalation.map((each) => [each.id, each])),
      );
      for (const journey of pair) {
        const incident = await journey.read();
        const shown = board.state().incident.get(journey.incidentId);
        expect(shown).toEqual(incident);
        const passed = breaches(incident, now);
        met.push(...passed);
        expect(passed.filter((label) => !isSounding(incident.id, label))).toEqual([]);
      }
      expect(concord.log).toEqual([]);
      // So that the next life is not slowed down by the alarms of this one.
      for (const journey of pair) await journey.tell({ kind: 'incident-in-error', reason: 'Only tried' });
    }),
    { numRuns: 6 },
  );
  expect(met.length).toBeGreaterThan(0);
  expect([...answers].sort()).toEqual(expect.arrayContaining([200, 409, 422]));
});
