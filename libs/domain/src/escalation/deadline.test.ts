import * as fc from 'fast-check';
import { after, agreement, blankIncident, details, factAt, factKinds, lived, wayTo } from '../examples';
import { runsOf } from '../agreement/clock-run';
import type { Incident } from '../incident/incident';
import { isDetained, recordFact } from '../incident/incident';
import { plusMinutes } from '../instant';
import { refused } from '../refusal';
import { statutoryLimit } from '../law/statutory-limit';
import { deadlineKey, deadlinesOf } from './deadline';

fc.configureGlobal({ seed: 1983 });

const inBrief = (incident: Incident) =>
  deadlinesOf(incident, agreement).map(({ clock, step, level, dueAt }) => [
    clock.kind === 'agreed' ? clock.thresholdId : clock.limit,
    step.afterMinutes,
    level,
    dueAt,
  ]);

/** Any life that the rules let an incident have, told as it happens. */
const anyIncident = fc
  .array(fc.tuple(fc.constantFrom(...factKinds), fc.nat({ max: 90 })), { maxLength: 40 })
  .map((wanted) => {
    let minute = 0;
    return wanted.reduce<Incident>(
      (incident, [kind, wait]) => {
        minute += wait;
        const next = recordFact(
          incident,
          factAt(details[kind], after(minute), { id: `fact-${incident.facts.length + 1}` }),
        );
        return refused(next) ? incident : next;
      },
      lived(blankIncident, ['opened', 0], ['advice-sought', 0], ['detained', 0]),
    );
  });

describe('what must be fired, and when', () => {
  it('is nothing while only advice has been sought', () => {
    expect(deadlinesOf(lived(blankIncident, ...wayTo.advice), agreement)).toEqual([]);
  });

  it('is, from the detention, the ladder of "place found" at its agreed minutes', () => {
    const detained = lived(blankIncident, ['opened', 0], ['advice-sought', 1], ['detained', 4]);
    expect(inBrief(detained)).toEqual([
      ['place-found', 20, 'due', after(24)],
      ['place-found', 30, 'over', after(34)],
      ['place-found', 60, 'over', after(64)],
    ]);
  });

  it('is, from the arrival, the handover and the five steps before and at the end of the 24 hours', () => {
    const arrived = lived(
      blankIncident,
      ['opened', 0],
      ['advice-sought', 1],
      ['detained', 4],
      ['arrived', 40],
    );
    expect(inBrief(arrived)).toEqual([
      ['handover', 55, 'due', after(95)],
      ['handover', 60, 'over', after(100)],
      ['handover', 90, 'over', after(130)],
      ['handover', 120, 'over', after(160)],
      ['s136-permitted-period', 720, 'due', after(760)],
      ['s136-permitted-period', 1080, 'due', after(1120)],
      ['s136-permitted-period', 1260, 'due', after(1300)],
      ['s136-permitted-period', 1380, 'due', after(1420)],
      ['s136-permitted-period', 1440, 'over', after(1480)],
    ]);
  });

  it('counts from when it happened: told an hour late, the steps already passed are already due', () => {
    const detained = lived(blankIncident, ['opened', 0], ['advice-sought', 1]);
    const told = recordFact(detained, factAt(details.detained, after(4), { recordedAt: after(64) }));
    expect(refused(told) ? [] : inBrief(told)).toContainEqual(['place-found', 60, 'over', after(64)]);
  });

  it('is nothing once the detention has ended', () => {
    expect(deadlinesOf(lived(blankIncident, ...wayTo.concluded), agreement)).toEqual([]);
  });

  it('is never for a clock that has stopped, and always for one that runs, each step anchored to its start', () => {
    fc.assert(
      fc.property(anyIncident, (incident) => {
        const deadlines = deadlinesOf(incident, agreement);
        const running = agreement.thresholds
          .flatMap((threshold) => runsOf(threshold, incident.facts))
          .filter(({ stoppedAt }) => stoppedAt === null);
        const agreed = deadlines.filter(({ clock }) => clock.kind === 'agreed');
        expect(
          agreed.map(({ clock, subject, step }) => deadlineKey(clock, subject, step.afterMinutes)).sort(),
        ).toEqual(
          running
            .flatMap(({ threshold, subject }) =>
              threshold.ladder.map(({ afterMinutes }) => `${threshold.id}/${subject}/${afterMinutes}`),
            )
            .sort(),
        );
        for (const { subject, anchorAt, dueAt, step } of deadlines) {
          expect(incident.facts.find(({ id }) => id === subject)?.happenedAt).toBe(anchorAt);
          expect(dueAt).toBe(plusMinutes(anchorAt, step.afterMinutes));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('warns of the legal limit only while somebody is detained, and always once the limit runs', () => {
    fc.assert(
      fc.property(anyIncident, (incident) => {
        const statutory = deadlinesOf(incident, agreement).filter(({ clock }) => clock.kind === 'statutory');
        const runs = isDetained(incident.facts) && statutoryLimit(incident.facts) !== undefined;
        expect(statutory).toHaveLength(runs ? agreement.statutoryLadder.length : 0);
      }),
      { numRuns: 300 },
    );
  });

  it('has one name each, so that none can be armed twice', () => {
    fc.assert(
      fc.property(anyIncident, (incident) => {
        const names = deadlinesOf(incident, agreement).map(({ clock, subject, step }) =>
          deadlineKey(clock, subject, step.afterMinutes),
        );
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps its name when anything else happens: what has fired once is not fired again', () => {
    fc.assert(
      fc.property(anyIncident, fc.constantFrom(...factKinds), (incident, kind) => {
        const next = recordFact(incident, factAt(details[kind], after(10_000), { id: 'one-more' }));
        if (refused(next)) return;
        const before = deadlinesOf(incident, agreement);
        for (const deadline of deadlinesOf(next, agreement)) {
          if (deadline.subject !== 'one-more' && before.some(({ subject }) => subject === deadline.subject)) {
            expect(before).toContainEqual(deadline);
          }
        }
      }),
    );
  });

  it('cannot be weakened by an agreement as far as the law goes: without one threshold, the 24 hours remain', () => {
    const arrived = lived(blankIncident, ...wayTo.arrived);
    const bare = deadlinesOf(arrived, { ...agreement, thresholds: [] });
    expect(bare.map(({ clock }) => clock.kind)).toEqual(agreement.statutoryLadder.map(() => 'statutory'));
    expect(bare.at(-1)).toMatchObject({ level: 'over', step: { afterMinutes: 1440 } });
  });
});
