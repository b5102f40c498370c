import type { BoardSnapshot } from '@concord/contracts';
import type { Fact, Incident } from '@concord/domain';
import { standing, statutoryClocks, statutoryNames } from '@concord/domain';
import type { Concord, LiveBoard, Person } from '@concord/testing';
import { accepted, alarmsOf, Journey, startConcord } from '@concord/testing';
import * as fc from 'fast-check';

fc.configureGlobal({ seed: 1983 });

let concord: Concord;
let control: Person;
let board: LiveBoard;

beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T02:00:00Z' });
  control = await concord.signIn('inspector');
  board = await (await concord.signIn('controller-2')).watch();
});
afterAll(() => concord.stop());

const bodies = (): readonly object[] => [
  { kind: 'conveyance-started', mode: 'ambulance' },
  { kind: 'arrived', placeId: concord.ids.places['ed-nettlefold'] },
  { kind: 'arrived', placeId: concord.ids.places.elm },
  {
    kind: 'arrived',
    placeId: concord.ids.places.bridewell,
    unlawfulBecause: 'Taken there before anybody asked',
  },
  { kind: 'handed-over', acceptedBy: 'Charge nurse' },
  { kind: 'start-contested', basis: 'ambulance-outside-emergency-department' },
  { kind: 'absconded' },
  { kind: 'retaken', officer: 'PC 4411', where: 'The bus station' },
  { kind: 'station-check', professional: 'Nurse Bell' },
  { kind: 'station-review', custodyOfficer: 'Sgt Marsh', conditionsStillMet: false },
  { kind: 'person-described', said: { ageYears: 16, ageBasis: 'known' } },
  { kind: 'person-described', said: { ageYears: 34, ageBasis: 'known' } },
  { kind: 'ambulance-requested', category: '2' },
  { kind: 'assessment-started', amhp: 'Hollis Brightwater' },
  { kind: 'extended', minutes: 120, doctor: 'Dr Orr', ground: 'persons-condition', reason: 'Sedated' },
  { kind: 'outcome', code: 'discharged-with-follow-up' },
  { kind: 'outcome', code: 'expired-unassessed' },
];

interface Step {
  readonly does: 'tell' | 'correct' | 'take-back' | 'wait' | 'merge' | 'unmerge';
  readonly which: number;
  readonly minutes: number;
}
const steps = fc.array(
  fc.record<Step>({
    does: fc.constantFrom(
      'tell',
      'tell',
      'tell',
      'correct',
      'correct',
      'take-back',
      'wait',
      'merge',
      'unmerge',
    ),
    which: fc.nat({ max: 1000 }),
    minutes: fc.nat({ max: 720 }),
  }),
  { minLength: 10, maxLength: 25 },
);

const minutesAgo = async (minutes: number): Promise<string> =>
  new Date(Date.parse(await concord.now()) - minutes * 60_000).toISOString();

/** What somebody would send to put this fact right: the same words at another time. */
const anew = (fact: Fact, happenedAt: string): object => {
  const { kind } = fact;
  if (kind === 'detained') return { kind, power: fact.power, officer: fact.officer, happenedAt };
  return { ...bodies().find((body) => (body as { kind: string }).kind === kind), kind, happenedAt };
};

const take = async (
  { does, which, minutes }: Step,
  [journey, other]: readonly [Journey, Journey],
): Promise<number> => {
  const path = `incidents/${journey.incidentId}`;
  if (does === 'wait') {
    await concord.advance({ minutes });
    return 0;
  }
  if (does === 'merge' || does === 'unmerge')
    return (await control.post(`${path}/${does}`, { otherIncidentId: other.incidentId, reason: 'By chance' }))
      .status;
  if (does === 'tell')
    return (
      await journey.tell({ ...bodies()[which % bodies().length], happenedAt: await minutesAgo(minutes / 10) })
    ).status;
  const { facts } = await journey.read();
  const fact = standing(facts)[which % standing(facts).length] as Fact;
  const change = does === 'correct' ? { fact: anew(fact, await minutesAgo(minutes)) } : {};
  return (await control.post(`${path}/facts/${fact.id}/${does}`, { reason: 'By chance', ...change })).status;
};

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
      const began = { happenedAt: await minutesAgo(60) };
      const pair = [await Journey.open(control, began), await Journey.open(control, began)] as const;
      for (const journey of pair) await journey.detain(began);
      for (const step of taken) {
        const status = await take(step, step.which % 3 === 0 ? [pair[1], pair[0]] : pair);
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
