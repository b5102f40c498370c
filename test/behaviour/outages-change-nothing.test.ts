import type { Agreement, AgreementTerms, Escalation, Incident } from '@concord/domain';
import { clockName, owedSteps, plusMinutes, termsOf } from '@concord/domain';
import type { Concord, Person } from '@concord/testing';
import { accepted, Journey, startConcord } from '@concord/testing';
import * as fc from 'fast-check';
import type { Step } from './any-life';
import { minutesAgo, steps, take } from './any-life';

fc.configureGlobal({ seed: 136 });

let concord: Concord;
let control: Person;
let manager: Person;
let superintendent: Person;
/** The agreement that the area began with. */
let sample: string;

beforeAll(async () => {
  concord = await startConcord({ now: '2026-11-22T10:00:00Z' });
  [control, manager, superintendent] = await concord.signInAs('inspector', 'manager', 'superintendent');
  sample = accepted(await control.get<Agreement>('agreement'), 'agreement').id;
});
afterAll(() => concord.stop());

const stage = () => ({ concord, control });

/** Every threshold so many times as long, its ladder with it, and one step more at the end. */
const stretched = ({ thresholds }: AgreementTerms, by: number): AgreementTerms['thresholds'] =>
  thresholds.map((one) => {
    const ladder = one.ladder.map((step) => ({ ...step, afterMinutes: step.afterMinutes * by }));
    const last = ladder.at(-1)?.afterMinutes ?? 0;
    return {
      ...one,
      soonAfterMinutes: one.soonAfterMinutes * by,
      dueAfterMinutes: one.dueAfterMinutes * by,
      overAfterMinutes: one.overAfterMinutes * by,
      ladder: [...ladder, { afterMinutes: last + 7, duties: ['superintendent'] }],
    };
  });

/** New incidents run under an agreement of its own. */
const agree = async (by: number): Promise<void> => {
  const draft = accepted(await manager.post<Agreement>('agreements', { basedOn: sample }), 'draft');
  const terms = { ...termsOf(draft), effectiveFrom: plusMinutes(await concord.now(), 1) };
  const body = { terms: { ...terms, thresholds: stretched(terms, by) }, seenRevision: draft.revision };
  const edited = accepted(await manager.post<Agreement>(`agreements/${draft.id}/terms`, body), 'edit');
  const seen = { seenRevision: edited.revision };
  accepted(await superintendent.post(`agreements/${draft.id}/approve`, seen), 'approve');
  await concord.advance({ minutes: 1 });
};

const called = (
  of: { clock: Escalation['clock']; subject: string },
  minutes: number,
  dueAt: string,
): string => [clockName(of.clock), of.subject, minutes.toFixed(3), dueAt].join(' ');

/** What a run without a break would have called. */
const owed = async (incident: Incident): Promise<string[]> => {
  const agreement = await concord.store.get(concord.areaId, 'agreement', incident.agreementId);
  if (!agreement) throw new Error('the incident keeps an agreement that is not there');
  return owedSteps(incident, agreement, plusMinutes(await concord.now(), 1 / 60_000)).map(({ deadline }) =>
    called(deadline, deadline.step.afterMinutes, deadline.dueAt),
  );
};

interface Life {
  readonly by: number;
  readonly taken: readonly Step[];
  /** Before each step: whether the engine runs from then on. */
  readonly runs: readonly boolean[];
}
const lives = fc.record<Life>({
  by: fc.constantFrom(1, 1, 0.5, 3),
  taken: steps,
  runs: fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }),
});

const setEngine = async (runs: boolean): Promise<void> => {
  if (runs && !concord.engine.running) await concord.engine.start();
  if (!runs && concord.engine.running) await concord.engine.stop();
};

test('for any agreement, telling and pattern of outages: called is what would have been called without one, each once, none before it is due', async () => {
  let steps = 0;
  let late = 0;
  await fc.assert(
    fc.asyncProperty(lives, async ({ by, taken, runs }) => {
      await agree(by);
      const began = { happenedAt: await minutesAgo(stage(), 30) };
      const journey = await Journey.open(control, began);
      await journey.detain(began);
      for (const [i, step] of taken.entries()) {
        await setEngine(runs[i] ?? true);
        if (step.does !== 'merge' && step.does !== 'unmerge')
          expect(await take(stage(), step, [journey, journey])).toBeLessThan(500);
        await concord.advance({ minutes: 3 });
      }
      await setEngine(true);
      await concord.advance({ minutes: 1 });
      const escalations = accepted(
        await control.get<Escalation[]>(`incidents/${journey.incidentId}/escalations`),
        'escalations',
      );
      const fired = escalations.flatMap((each) => each.steps.map((step) => ({ each, step })));
      expect(fired.filter(({ step }) => step.firedAt < step.dueAt)).toEqual([]);
      const said = fired.map(({ each, step }) => called(each, step.afterMinutes, step.dueAt));
      expect(said.sort()).toEqual((await owed(await journey.read())).sort());
      expect(new Set(said).size).toBe(said.length);
      steps += said.length;
      late += fired.filter(({ step }) => step.lateBySeconds > 0).length;
      await journey.tell({ kind: 'incident-in-error', reason: 'Only tried' });
    }),
    { numRuns: 12 },
  );
  // The lives above are not empty ones.
  expect(steps).toBeGreaterThan(30);
  expect(late).toBeGreaterThan(10);
}, 240_000);
