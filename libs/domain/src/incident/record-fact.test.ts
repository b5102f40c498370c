import * as fc from 'fast-check';
import {
  adult,
  after,
  blankIncident,
  details,
  factAt,
  granted,
  history,
  lived,
  refusalOf,
  wayTo,
} from '../examples';
import { refused } from '../refusal';
import type { FactDetail, FactKind } from './fact';
import { firstOf, lastOf, standing, stateOf } from './history';
import { currentPlaceId, openedAt } from './incident';
import type { Incident } from './incident';
import { recordFact } from './record-fact';

fc.configureGlobal({ seed: 1983 });

const kept = { ...details.detained, power: 's136-kept' } as const;

/** The same fact as told at `toldAt` about `happenedAt`, in minutes. */
const say = (incident: Incident, what: FactKind | FactDetail, happenedAt: number, toldAt = 600) =>
  recordFact(
    incident,
    factAt(typeof what === 'string' ? details[what] : what, after(happenedAt), { recordedAt: after(toldAt) }),
  );

describe('when something happened', () => {
  const arrived = lived(
    blankIncident,
    ['opened', 0],
    ['advice-sought', 5],
    ['detained', 10],
    ['arrived', 40],
  );

  it('may be long before it was told: both times are kept', () => {
    const { facts } = granted(say(arrived, 'handed-over', 95, 400));
    expect(facts.at(-1)).toMatchObject({ happenedAt: after(95), recordedAt: after(400) });
  });

  it.each([
    ['two minutes ahead of the server', 602, 'refused'],
    ['61 seconds ahead', 600 + 61 / 60, 'refused'],
    ['a minute ahead, a desk whose clock is fast', 601, 'taken as now'],
    ['now', 600, 'taken as now'],
  ])('cannot be in the future: %s', (_when, happenedAt, expected) => {
    const decision = say(arrived, 'handed-over', happenedAt);
    if (expected === 'refused') {
      expect(refusalOf(decision)).toMatchObject({
        code: 'time-impossible',
        details: { field: 'happenedAt', happenedAt: after(happenedAt), now: after(600) },
      });
    } else expect(granted(decision).facts.at(-1)?.happenedAt).toBe(after(600));
  });

  it('told by a fast clock does not make the next desk\'s "now" impossible', () => {
    const there = granted(say(lived(blankIncident, ...wayTo.conveying), 'arrived', 60 + 40 / 60, 60));
    expect(refused(say(there, 'handed-over', 60.2, 60.2))).toBe(false);
  });

  const transferred = lived(
    blankIncident,
    ['opened', 0],
    ['advice-sought', 5],
    ['detained', 10],
    ['conveyance-started', 20],
    ['arrived', 40],
    ['conveyance-started', 100],
  );
  const assessing = lived(arrived, ['assessment-started', 90]);
  const concluded = lived(assessing, ['outcome', 200]);

  it.each<[string, Incident, FactKind, number, FactKind]>([
    [
      'a journey starts before the detention',
      lived(blankIncident, ...wayTo.detained),
      'conveyance-started',
      1,
      'detained',
    ],
    [
      'an arrival comes before the detention',
      lived(blankIncident, ['opened', 0], ['advice-sought', 5], ['detained', 10]),
      'arrived',
      9,
      'detained',
    ],
    ['a second arrival comes before the transfer', transferred, 'arrived', 99, 'conveyance-started'],
    ['a handover comes before the arrival', arrived, 'handed-over', 39, 'arrived'],
    ['an assessment comes before the arrival', arrived, 'assessment-started', 39, 'arrived'],
    ['an outcome comes before the assessment', assessing, 'outcome', 89, 'assessment-started'],
    ['the end comes before the outcome', concluded, 'closed', 199, 'outcome'],
  ])('keeps the physical order: never %s', (_what, incident, kind, minute, follows) => {
    expect(refusalOf(say(incident, kind, minute))).toMatchObject({
      code: 'time-impossible',
      details: { field: 'happenedAt', follows, notBefore: lastOf(incident.facts, follows)?.happenedAt },
    });
  });

  it('lets a journey be told late: entered after the arrival, it takes its place before it', () => {
    const told = granted(say(arrived, 'conveyance-started', 25));
    expect(stateOf(told.facts)).toBe('arrived');
    expect(standing(told.facts).map(({ kind }) => kind)).toEqual([
      'opened',
      'advice-sought',
      'detained',
      'conveyance-started',
      'arrived',
    ]);
  });

  it('may be the same minute as what it follows', () => {
    expect(refused(say(arrived, 'handed-over', 40))).toBe(false);
  });

  it('may, for somebody kept where they already were, be before the decision to keep them', () => {
    const decided = lived(blankIncident, ['opened', 60], ['advice-sought', 65], [kept, 70]);
    const there = granted(say(decided, { ...details.arrived, placeKind: 'emergency-department' }, 15));
    expect(firstOf(there.facts, 'arrived')?.happenedAt).toBe(after(15));
    // What follows still cannot come before the detention itself.
    expect(refusalOf(say(there, 'assessment-started', 30)).details).toMatchObject({ follows: 'detained' });
  });

  it('is never before what it must follow, in any order of telling', () => {
    const steps = [
      'conveyance-started',
      'arrived',
      'handed-over',
      'assessment-started',
      'outcome',
      'closed',
    ] as const;
    const told = fc.array(fc.tuple(fc.constantFrom(...steps), fc.integer({ min: 0, max: 90 })), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(told, (wanted) => {
        const { facts } = wanted.reduce<Incident>(
          (incident, [kind, minute]) => {
            const next = say(incident, kind, minute);
            return refused(next) ? incident : next;
          },
          lived(blankIncident, ...wayTo.detained),
        );
        const order = standing(facts).filter(
          ({ kind }) => kind === 'arrived' || kind === 'conveyance-started',
        );
        expect(order.map((fact) => fact.happenedAt)).toEqual(order.map((fact) => fact.happenedAt).sort());
        order.forEach(({ kind }, i) =>
          expect(kind === 'arrived' && order[i - 1]?.kind === 'arrived').toBe(false),
        );
        const outcome = firstOf(facts, 'outcome');
        for (const fact of outcome ? order : [])
          expect(fact.happenedAt <= (outcome?.happenedAt ?? '')).toBe(true);
      }),
    );
  });
});

describe('consultation before detention (MHA 1983 s136(1C))', () => {
  it.each<[string, readonly (readonly [FactKind, number])[], boolean]>([
    ['nobody was asked and nothing was said about it', [['opened', 0]], false],
    [
      'a nurse was asked beforehand',
      [
        ['opened', 0],
        ['advice-sought', 5],
      ],
      true,
    ],
    [
      'a nurse was asked in the same minute',
      [
        ['opened', 0],
        ['advice-sought', 10],
      ],
      true,
    ],
    [
      'a nurse was asked only afterwards',
      [
        ['opened', 0],
        ['advice-sought', 12],
      ],
      false,
    ],
    [
      'it was not practicable',
      [
        ['opened', 0],
        ['advice-not-practicable', 5],
      ],
      true,
    ],
    [
      'it was not practicable, written down afterwards',
      [
        ['opened', 0],
        ['advice-not-practicable', 12],
      ],
      true,
    ],
  ])('decides whether a detention can be recorded: %s', (_what, told, may) => {
    const decision = say(lived(blankIncident, ...told), 'detained', 10);
    if (may) expect(refused(decision)).toBe(false);
    else {
      expect(refusalOf(decision)).toMatchObject({
        code: 'unlawful',
        rule: 'Mental Health Act 1983 s136(1C)',
        details: { record: ['advice-sought', 'advice-not-practicable'] },
      });
    }
  });

  it('is asked of a person kept at a place of safety as much as of one removed to it', () => {
    expect(refusalOf(say(lived(blankIncident, 'opened'), kept, 10)).code).toBe('unlawful');
  });
});

describe('a fact that is refused', () => {
  it('leaves the incident exactly as it was', () => {
    const incident = lived(blankIncident, 'opened');
    const before = structuredClone(incident);
    say(incident, 'detained', 10);
    expect(incident).toEqual(before);
  });

  it('is a police vehicle without a reason (Home Office annual return)', () => {
    const detained = lived(blankIncident, ...wayTo.detained);
    const byVan = { ...details['conveyance-started'], mode: 'police-vehicle' } as const;
    expect(refusalOf(say(detained, byVan, 30))).toMatchObject({
      code: 'reason-needed',
      details: { field: 'policeVehicleReason' },
    });
    expect(refused(say(detained, { ...byVan, policeVehicleReason: 'urgency' }, 30))).toBe(false);
  });

  it('is a child taken to a police station, or an adult without the grounds', () => {
    const station = { ...details.arrived, placeKind: 'police-station', roomId: null } as const;
    const boy = { ...blankIncident, person: { ...adult, ageYears: 15 } };
    expect(refusalOf(say(lived(boy, ...wayTo.conveying), station, 30)).rule).toContain('s136A(1)');
    expect(refusalOf(say(lived(blankIncident, ...wayTo.conveying), station, 30)).rule).toContain(
      'SI 2017/1036',
    );
  });

  it('is a second opening, or a second handover at one place', () => {
    expect(refusalOf(say(lived(blankIncident, 'opened'), 'opened', 5)).message).toContain('already recorded');
    const assessed = lived(blankIncident, ...wayTo['handed-over'], 'assessment-started');
    expect(refusalOf(say(assessed, 'handed-over', 30)).message).toContain('already recorded');
  });

  it('is an assessment of somebody removed before they have come anywhere; of somebody kept it is none', () => {
    const removed = lived(blankIncident, ...wayTo.detained);
    expect(refusalOf(say(removed, 'assessment-started', 30)).code).toBe('not-allowed-in-this-state');
    const there = lived(blankIncident, 'opened', 'advice-sought', kept);
    expect(refused(say(there, 'assessment-started', 30))).toBe(false);
  });

  it('is not a second handover, at the second place', () => {
    const moved = lived(blankIncident, ...wayTo['handed-over'], 'conveyance-started', 'arrived');
    expect(refused(say(moved, 'handed-over', 30))).toBe(false);
  });
});

describe('where the person is', () => {
  it.each<[string, readonly FactKind[], string | null]>([
    ['nowhere yet, on the way', wayTo.conveying, null],
    ['at the suite they arrived at', wayTo['handed-over'], 'suite-1'],
    ['nowhere again, on a transfer', [...wayTo.arrived, 'conveyance-started'], null],
    ["no longer anybody's to say, once the detention has ended", wayTo.concluded, null],
  ])('is %s', (_where, way, placeId) => {
    expect(currentPlaceId(history(...way))).toBe(placeId);
  });
});

describe('when the incident began', () => {
  it('is when it was opened, not when it was told', () => {
    expect(openedAt(lived(blankIncident, ['opened', 7]))).toBe(after(7));
  });
});
