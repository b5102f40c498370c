import type { Fired } from './made-up-engine';
import { firedFor } from './made-up-engine';
import { counted, faultsIn, none, said } from './made-up-facts';
import type { Said } from './made-up-incident';
import { uuid, versionsOf } from './made-up-incident';

const hold = { holdId: uuid(30), placeId: uuid(20) };

const detained: Said[] = [
  { after: 0, detail: said.opened },
  { after: 0, detail: said.adult },
  { after: 5, detail: said.advised },
  { after: 5, detail: said.detained },
];

/** Detained for 70 minutes before any place is found: due at 20, over at 30, on at 60. */
const longSearch: Said[] = [
  ...detained,
  { after: 70, detail: said.arrived },
  { after: 20, detail: said.handedOver },
  ...said.closing.map((detail) => ({ after: 30, detail })),
];
const versions = versionsOf(longSearch);
const perfect = firedFor(versions, 200, false);

/** What was fired, by the clock and the minutes after its start. */
const fell = (fired: readonly Fired[]) =>
  fired.map(({ minute, deadline }) => [minute, deadline.clock.label, deadline.step.afterMinutes]);

/** Sound when the engine does as it should, and not when it does nothing. */
const lived = (told: readonly Said[], until: number) => {
  const known = versionsOf(told);
  expect(known).toHaveLength(told.length);
  const fired = firedFor(known, until, false);
  expect(faultsIn(counted(known, fired, until + 1))).toEqual(none);
  expect(counted(known, [], until + 1).missed).toBe(fired.length);
  return { known, fired };
};

describe('counting again from the journal', () => {
  it('finds every step of a search that took too long, and nothing amiss', () => {
    expect(counted(versions, perfect, 200)).toEqual({ ...none, owed: 3, breached: 1, fired: 3 });
    expect(perfect.map(({ minute }) => minute)).toEqual([30, 40, 70]);
  });

  it('catches a step that was never fired', () => {
    expect(faultsIn(counted(versions, perfect.slice(1), 200))).toEqual({ ...none, missed: 1 });
    expect(faultsIn(counted(versions, [], 200))).toEqual({ ...none, missed: 3 });
  });

  it('catches a step fired late', () => {
    const [first, ...rest] = perfect;
    const late = [{ ...(first as Fired), minute: 31 }, ...rest];
    expect(faultsIn(counted(versions, late, 200))).toEqual({ ...none, late: 1 });
  });

  it('catches a step fired twice', () => {
    const twice = perfect.flatMap((step, i) => (i === 1 ? [step, { ...step, minute: 45 }] : [step]));
    expect(faultsIn(counted(versions, twice, 200))).toEqual({ ...none, doubled: 1 });
  });

  it('catches a step fired before its time, or after the incident had ended', () => {
    const [first, ...rest] = perfect as [Fired, ...Fired[]];
    expect(faultsIn(counted(versions, [{ ...first, minute: 25 }, ...rest], 200)).uncalledFor).toBe(1);
    const after = [...rest, { ...first, minute: 190, known: versions.length - 1 }];
    expect(faultsIn(counted(versions, after, 200))).toEqual({ ...none, missed: 1, uncalledFor: 1 });
  });

  it('counts from when a fact was known: what is told late is not the engine late', () => {
    const { fired } = lived(
      [
        { after: 0, detail: said.opened },
        { after: 1, detail: said.advised },
        { after: 59, ago: 50, detail: said.detained },
        { after: 30, detail: said.arrived },
      ],
      100,
    );
    expect(fired.map(({ minute }) => minute)).toEqual([60, 60, 70]);
  });

  it('expects what a stop told late could not have prevented', () => {
    const told = versionsOf([...detained, { after: 35, ago: 20, detail: said.arrived }]);
    const fired = firedFor(told, 50, false);
    expect(counted(told, fired, 50)).toMatchObject({ owed: 2, breached: 1, missed: 0 });
    expect(counted(told, [], 50).missed).toBe(2);
  });

  it('goes on from the first start when a room that was found is lost again', () => {
    const asked = { ...hold, roomId: uuid(40), placeName: 'Elm', roomName: '1' };
    const { fired } = lived(
      [
        ...detained,
        { after: 1, detail: { kind: 'hold-requested', ...asked } },
        { after: 1, detail: { kind: 'hold-accepted', ...hold } },
        { after: 43, detail: { kind: 'hold-expired', ...hold } },
        { after: 5, detail: said.arrived },
      ],
      70,
    );
    expect(fired.map(({ minute }) => minute)).toEqual([55, 55]);
  });

  it('takes either for right when a clock stops in the very minute in which a step is due', () => {
    const told = versionsOf([...detained, { after: 20, detail: said.arrived }]);
    expect(firedFor(told, 40, true)).toHaveLength(1);
    expect(faultsIn(counted(told, firedFor(told, 40, true), 40))).toEqual(none);
    expect(faultsIn(counted(told, [], 40))).toEqual(none);
  });
});

describe('a record that is put right', () => {
  const arrived: Said[] = [...detained, { after: 10, detail: said.arrived }];

  it('knows a clock by the fact that first started it, and moves its steps with the correction', () => {
    const told: Said[] = [...arrived, { after: 50, ago: 55, about: { correct: 4 } }];
    const { fired } = lived(told, 130);
    expect(fell(fired)).toEqual([
      [70, 'Police handover', 55],
      [75, 'Police handover', 60],
      [105, 'Police handover', 90],
    ]);
    expect(new Set(fired.map(({ deadline }) => deadline.subject))).toEqual(new Set([uuid(104)]));
  });

  it('expects again what was fired for a time that a correction has put in the future', () => {
    const told: Said[] = [...arrived, { after: 57, ago: 27, about: { correct: 4 } }];
    const { known, fired } = lived(told, 110);
    expect(fell(fired)).toEqual([
      [75, 'Police handover', 55],
      [105, 'Police handover', 55],
      [110, 'Police handover', 60],
    ]);
    expect(faultsIn(counted(known, fired.slice(0, 1), 111))).toEqual({ ...none, missed: 2 });
    const threeTimes = fired.flatMap((step, i) => (i === 1 ? [step, step] : [step]));
    expect(faultsIn(counted(known, threeTimes, 111))).toEqual({ ...none, doubled: 1 });
  });

  it('goes on with a clock whose stop was taken back, and owes it nothing for what was never there', () => {
    const stopped: Said[] = [...arrived, { after: 10, detail: said.handedOver }];
    expect(lived(stopped, 300).fired).toEqual([]);
    const { fired } = lived([...stopped, { after: 60, about: { takeBack: 5 } }], 100);
    expect(fell(fired)).toEqual([
      [90, 'Police handover', 55],
      [90, 'Police handover', 60],
    ]);
    expect(lived([...arrived, { after: 5, about: { takeBack: 4 } }], 29).fired).toEqual([]);
  });

  it('takes things in the order in which they happened, not that in which they were told', () => {
    const told: Said[] = [
      ...arrived,
      { after: 3, ago: 8, detail: { kind: 'ambulance-requested', category: '2' } },
      { after: 1, ago: 9, detail: { kind: 'conveyance-started', mode: 'ambulance' } },
    ];
    expect(lived(told, 70).fired).toEqual([]);
  });

  it('starts an agreed clock at the time that the rule of the agreement gives a disputed arrival', () => {
    const [known, police] = [detained, { after: 10, side: 'police' as const, detail: said.arrived }];
    const dispute = { dispute: 4, byMinutes: -7 };
    const told: Said[] = [...known, police, { after: 2, side: 'health', about: dispute }];
    expect(fell(lived(told, 75).fired)).toEqual([
      [68, 'Police handover', 55],
      [73, 'Police handover', 60],
    ]);
    const agreed: Said[] = [...told, { after: 1, side: 'health', about: { confirm: 4 } }];
    expect(fell(lived(agreed, 76).fired)).toEqual([[75, 'Police handover', 55]]);
  });

  it('counts one wait, from the earlier arrival, where two records were merged, and their own once they are parted', () => {
    const theirs = { merge: [{ ago: 14, detail: said.arrived }] };
    const told: Said[] = [...arrived, { after: 10, about: theirs }];
    expect(fell(lived(told, 75).fired)).toEqual([[71, 'Police handover', 55]]);
    expect(fell(lived([...told, { after: 20, about: { part: true } }], 80).fired)).toEqual([
      [75, 'Police handover', 55],
      [80, 'Police handover', 60],
    ]);
  });

  it('expects nothing of what a merged record brings to one that is shut, until it is opened again', () => {
    const sought = { kind: 'bed-sought', admission: 'section-2', note: '' } as const;
    const shut = said.closing.map((detail): Said => ({ after: 5, detail }));
    const told: Said[] = [
      ...arrived,
      ...shut,
      { after: 30, about: { merge: [{ ago: 10, detail: sought }] } },
    ];
    expect(fell(lived(told, 400).fired)).toEqual([]);
    const closing = arrived.length + shut.length - 1;
    const bed = lived([...told, { after: 20, about: { takeBack: closing } }], 400).fired;
    expect(fell(bed).map(([, clock]) => clock)).toEqual(expect.arrayContaining(['Bed found']));
  });
});

const DAY = 24 * 60;

describe('the clocks of the law', () => {
  const arrived: Said[] = [
    ...detained,
    { after: 10, detail: said.arrived },
    { after: 5, detail: said.handedOver },
  ];
  const legal = (fired: readonly Fired[]) => fell(fired).filter(([, label]) => label === '24-hour limit');

  it('alarm on the earlier of two contested starts, until one is adopted', () => {
    const contested: Said[] = [...arrived, { after: 0, ago: 13, detail: said.contested }];
    expect(legal(lived(contested, DAY + 20).fired)).toEqual([
      [732, '24-hour limit', 720],
      [1092, '24-hour limit', 1080],
      [1272, '24-hour limit', 1260],
      [1392, '24-hour limit', 1380],
      [1452, '24-hour limit', 1440],
    ]);
    const adopted: Said[] = [...contested, { after: 800, about: { adopt: 4 } }];
    expect(legal(lived(adopted, DAY).fired)).toEqual([
      [732, '24-hour limit', 720],
      [825, '24-hour limit', 720],
      [1100, '24-hour limit', 1080],
      [1280, '24-hour limit', 1260],
      [1400, '24-hour limit', 1380],
    ]);
  });

  it('move with an extension, and ring again for the new end even when it was entered after the old one', () => {
    const inTime: Said[] = [...arrived, { after: 1300, detail: said.extended }];
    expect(legal(lived(inTime, DAY + 20).fired)).toEqual([
      [740, '24-hour limit', 720],
      [1100, '24-hour limit', 1080],
      [1280, '24-hour limit', 1260],
      [1460, '24-hour limit', 1440],
    ]);
    const evidence = 'The ward book';
    const after: Said[] = [
      ...arrived,
      { after: 1450, ago: 60, detail: { ...said.extended, minutes: 120, evidence } },
    ];
    expect(legal(lived(after, DAY + 150).fired).slice(4)).toEqual([
      [1460, '24-hour limit', 1440],
      [1520, '24-hour limit', 1500],
      [1580, '24-hour limit', 1560],
    ]);
  });

  it('give a day to retake somebody, and never more than the permitted period', () => {
    const fled: Said[] = [...arrived, { after: 175, detail: { kind: 'absconded', note: '' } }];
    const { fired } = lived(fled, DAY + 30);
    expect(fell(fired).filter(([, label]) => label === 'Retake deadline')).toEqual([
      [1100, 'Retake deadline', 900],
      [1400, 'Retake deadline', 1200],
      [1460, 'Retake deadline', 1260],
    ]);
    const back: Said = { after: 60, detail: { kind: 'retaken', officer: 'PC Burdock', where: 'Quay steps' } };
    const labels = lived([...fled, back], DAY + 30).fired.map(({ deadline }) => deadline.clock.label);
    expect(labels).not.toContain('Retake deadline');
  });

  it('ask for a check every thirty minutes and a review every hour at a police station', () => {
    const station: Said[] = [...detained, { after: 10, detail: said.atStation }];
    const check: Said = {
      after: 28,
      detail: { kind: 'station-check', professional: 'Nurse Teasel', note: '' },
    };
    const { fired } = lived([...station, check, { after: 27, detail: said.review }], 110);
    expect(fell(fired)).toEqual([
      [45, '30-minute check', 25],
      [70, 'Custody review', 50],
      [73, '30-minute check', 25],
      [78, '30-minute check', 30],
      [93, '30-minute check', 45],
    ]);
  });

  it('allow no time once an adult may no longer be there, or turns out to be under 18', () => {
    const station: Said[] = [...detained, { after: 10, detail: said.atStation }];
    const ceased = { ...said.review, conditionsStillMet: false };
    expect(fell(lived([...station, { after: 15, detail: ceased }], 40).fired)).toEqual([
      [35, 'Move from the police station', 0],
    ]);
    const child = { kind: 'person-described', said: { ageYears: 17, ageBasis: 'known' } } as const;
    const { fired } = lived([...arrived, { after: 5, detail: child }], 60);
    expect(fell(fired)).toEqual([[30, 'Under 18', 0]]);
    const byMistake: Said = { after: 5, about: { takeBack: 6 } };
    expect(lived([...arrived, { after: 5, detail: child }, byMistake], 60).fired).toHaveLength(1);
  });
});
