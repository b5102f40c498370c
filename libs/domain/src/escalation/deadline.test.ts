import * as fc from 'fast-check';
import { runsOf } from '../agreement/clock-run';
import { after, agreement, blankIncident, details, factAt, granted, lived, wayTo } from '../examples';
import type { Incident } from '../incident/incident';
import { isDetained } from '../incident/incident';
import { recordFact } from '../incident/record-fact';
import { plusMinutes } from '../instant';
import { statutoryClocks } from '../law/statutory-clocks';
import { statutoryLimit } from '../law/statutory-limit';
import { refused } from '../refusal';
import type { Told } from '../test-support/any-life';
import { anyLife } from '../test-support/any-life';
import type { Deadline } from './deadline';
import { clockName, deadlineKey, deadlinesOf } from './deadline';

fc.configureGlobal({ seed: 1983 });

const inBrief = (incident: Incident) =>
  deadlinesOf(incident, agreement).map(({ clock, step, level, dueAt }) => [
    clock.kind === 'agreed' ? clock.thresholdId : clock.limit,
    step.afterMinutes,
    level,
    dueAt,
  ]);

const detained = lived(blankIncident, ['opened', 0], ['advice-sought', 0], ['detained', 0]);
const last = (life: readonly Told[]): Incident => life.at(-1)?.after ?? detained;
const nameOf = ({ clock, subject, point }: Deadline) => deadlineKey(clock, subject, point);
const legalSteps = agreement.statutoryLadders['s136-permitted-period'];

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
      fc.property(anyLife(detained), (life) => {
        const incident = last(life);
        const agreed = runsOf(incident, agreement)
          .filter(({ stoppedAt }) => stoppedAt === null)
          .flatMap(({ threshold, subject, startedAt }) =>
            threshold.ladder.map(({ afterMinutes }) => [
              `${threshold.id}/${subject}/${afterMinutes}`,
              plusMinutes(startedAt, afterMinutes),
            ]),
          );
        const legal = statutoryClocks(incident)
          .filter(({ endedAt }) => endedAt === null)
          .flatMap(({ kind, startedBy, startedAt, endsAt }) =>
            agreement.statutoryLadders[kind]
              .map(({ minutesBeforeEnd }) => [
                `${kind}/${startedBy}/${minutesBeforeEnd}`,
                plusMinutes(endsAt, -minutesBeforeEnd),
              ])
              .filter(([, dueAt = '']) => dueAt > startedAt || dueAt >= endsAt),
          );
        expect(deadlinesOf(incident, agreement).map((one) => [nameOf(one), one.dueAt])).toEqual([
          ...agreed,
          ...legal,
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it('is, whenever a legal limit runs and its end has passed, an alarm that is due already', () => {
    fc.assert(
      fc.property(anyLife(), fc.nat({ max: 4000 }), (life, wait) => {
        const { after: incident = detained, now = 0 } = life.at(-1) ?? {};
        const at = after(now + wait);
        const running = statutoryClocks(incident).filter(({ endedAt }) => endedAt === null);
        const alarms = deadlinesOf(incident, agreement)
          .filter(({ clock, level, dueAt }) => clock.kind === 'statutory' && level === 'over' && dueAt <= at)
          .map(({ clock, subject, dueAt }) => [clockName(clock), subject, dueAt]);
        for (const { kind, startedBy, endsAt } of running.filter((clock) => clock.endsAt <= at))
          expect(alarms).toContainEqual([kind, startedBy, endsAt]);
        // Nor can the limit itself be left out while it runs.
        const limit = statutoryLimit(incident.facts);
        const runs = isDetained(incident.facts) && limit !== undefined;
        expect(running.some(({ kind }) => kind === 's136-permitted-period')).toBe(runs);
        if (runs) expect(limit.endedAt).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it('is nothing of the law before anybody is detained, and nothing once nobody is', () => {
    fc.assert(
      fc.property(anyLife(lived(blankIncident, 'opened', 'advice-sought')), (life) => {
        const incident = last(life);
        if (isDetained(incident.facts)) return;
        const legal = deadlinesOf(incident, agreement).filter(({ clock }) => clock.kind === 'statutory');
        expect(legal).toEqual([]);
      }),
    );
  });

  it('has one name each, so that none can be armed twice', () => {
    fc.assert(
      fc.property(anyLife(detained), (life) => {
        const names = deadlinesOf(last(life), agreement).map(nameOf);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps its name and its time while nothing about its clock changes', () => {
    // These move clocks, or settle by whose word they run.
    const moves = ['start-contested', 'reading-adopted', 'extended', 'disputed', 'confirmed'];
    fc.assert(
      fc.property(anyLife(detained), (life) => {
        for (const { before, fact, after: incident } of life.slice(-5)) {
          if (fact.corrects || fact.happenedAt !== fact.recordedAt || moves.includes(fact.kind)) continue;
          const was = new Map(deadlinesOf(before, agreement).map((one) => [nameOf(one), one.dueAt]));
          const moved = deadlinesOf(incident, agreement).filter(
            (one) => was.has(nameOf(one)) && was.get(nameOf(one)) !== one.dueAt,
          );
          expect(moved).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('cannot be weakened by an agreement as far as the law goes: without one threshold, the 24 hours remain', () => {
    const arrived = lived(blankIncident, ...wayTo.arrived);
    const bare = deadlinesOf(arrived, { ...agreement, thresholds: [] });
    expect(bare.map(({ clock }) => clock.kind)).toEqual(legalSteps.map(() => 'statutory'));
    expect(bare.at(-1)).toMatchObject({ level: 'over', step: { afterMinutes: 1440 } });
  });
});

describe('what must be fired for the 24 hours', () => {
  const arrived = lived(blankIncident, ['opened', 0], ['advice-sought', 1], ['detained', 4], ['arrived', 40]);
  const legal = (incident: Incident) =>
    deadlinesOf(incident, agreement).filter(({ clock }) => clock.kind === 'statutory');
  const extended = granted(recordFact(arrived, factAt(details.extended, after(600), { id: 'extension' })));

  it('moves with an extension, every step of it, and keeps its name', () => {
    expect(legal(extended).map(nameOf)).toEqual(legal(arrived).map(nameOf));
    expect(legal(extended).map(({ dueAt }) => dueAt)).toEqual(
      legal(arrived).map(({ dueAt }) => plusMinutes(dueAt, 360)),
    );
  });

  it('is at the end never taken for a warning that has rung, even when an extension is taken back', () => {
    const struck = granted(
      recordFact(extended, {
        ...factAt(details['recorded-in-error'], after(1500)),
        corrects: { factId: 'extension', reason: 'Another patient.' },
      }),
    );
    const rung = legal(extended).filter(({ level }) => level === 'due');
    const alarm = legal(struck).find(({ level }) => level === 'over');
    expect(alarm?.dueAt).toBe(after(40 + 1440));
    // With the extension, the warning six hours before its end was due at that very minute.
    expect(rung.map(({ dueAt }) => dueAt)).toContain(alarm?.dueAt);
    expect(rung.map(nameOf)).not.toContain(alarm && nameOf(alarm));
  });

  it('starts with the first step still ahead: no warning is called for before the clock began', () => {
    const escaped = lived(blankIncident, ...wayTo.arrived, ['absconded', 1200]);
    const retake = legal(escaped).filter(({ clock }) => clock.label === 'Retake deadline');
    expect(retake.map(({ point }) => point)).toEqual([60, 0]);
  });
});
