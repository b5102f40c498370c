import type { ReachGap, Rota } from '@concord/domain';
import { periodWords, stepLines, toDoWords, wrongWords } from './reach-words';

const gap = (more: Partial<ReachGap>): ReachGap => ({
  kind: 'nobody-on-call',
  duties: ['on-call-manager'],
  agencyId: null,
  channels: [],
  who: [],
  times: [],
  steps: [],
  rotaIds: [],
  ...more,
});
const ada = { userId: 'a', name: 'Ada Lark' };
const ben = { userId: 'b', name: 'Ben Wren' };

describe('a line of the report', () => {
  it.each<[ReachGap, string, string]>([
    [gap({}), 'Nobody is on call as', 'Put somebody on Managers for that time.'],
    [gap({ kind: 'nobody-reachable', who: [ada] }), 'Ada Lark, on call as', 'Ask Ada Lark to open'],
    [
      gap({ kind: 'nobody-reachable', who: [ada, ben] }),
      'none of them has a verified contact method',
      'Ask Ada Lark, Ben Wren to open',
    ],
    [gap({ kind: 'not-everyone', who: [ben] }), 'Ben Wren', 'put somebody else on'],
    [
      gap({ kind: 'other-ways-only', who: [ada], channels: ['sms'] }),
      'not by text message',
      'Ask Ada Lark to add text message',
    ],
  ])('says what is wrong and what to do', (given, wrong, toDo) => {
    expect(wrongWords(given)).toContain(wrong);
    expect(toDoWords(given, [{ name: 'Managers' } as Rota])).toContain(toDo);
  });

  it('of a duty without a rota asks for one', () => {
    expect(toDoWords(gap({}), [])).toMatch(/^Make a rota for/);
  });
});

it('a time names its second day only where a day or more has passed', () => {
  expect(periodWords({ from: '2026-11-22T20:00:00.000Z', to: '2026-11-23T08:00:00.000Z' })).toBe(
    'Sun 22-Nov-2026 20:00 to 08:00',
  );
  expect(periodWords({ from: '2026-11-22T20:00:00.000Z', to: '2026-11-29T06:00:00.000Z' })).toBe(
    'Sun 22-Nov-2026 20:00 to Sun 29-Nov-2026 06:00',
  );
});

it('steps are named once, the law’s first, with the version where two are ahead', () => {
  const found = { kind: 'agreed', label: 'Place of safety found', afterMinutes: 60 } as const;
  const limit = { kind: 'statutory', clock: 's136-permitted-period', minutesBeforeEnd: 60 } as const;
  const steps = [
    { ...found, version: 1 },
    { ...limit, version: 1 },
    { ...found, version: 1 },
  ];
  expect(stepLines(steps, 1)).toEqual([
    '24-hour limit: 1 h before the end',
    'Place of safety found: after 1 h',
  ]);
  expect(stepLines([...steps, { ...found, version: 2 }], 2)).toContain(
    'Place of safety found: after 1 h (version 2)',
  );
});
