import type { Agreement } from '@concord/domain';
import { sampleAgreement } from '@concord/domain';
import { changeLines } from './change-words';

const trust = { id: 'trust', name: 'Harrowdale Trust', kind: 'mental-health-trust' } as const;
const names = { agencies: [trust], places: new Map() };
const before = sampleAgreement('area', 'v1', '2026-11-22T02:00:00.000Z');
const said = (after: Partial<Agreement>) =>
  changeLines(before, { ...before, ...after }, names).map(({ where, what, kind, before: was, after: is }) => [
    ...[where, what, kind],
    ...[was, is],
  ]);
const withHandover = (more: Partial<Agreement['thresholds'][number]>): Partial<Agreement> => ({
  thresholds: before.thresholds.map((one) => (one.id === 'handover' ? { ...one, ...more } : one)),
});

describe('what differs between two versions, in words', () => {
  it('is nothing between a version and itself', () => {
    expect(said({})).toEqual([]);
  });

  it.each<[string, Partial<Agreement>, (string | null)[][]]>([
    [
      'a wait made shorter',
      withHandover({ overAfterMinutes: 45 }),
      [['Police handover', 'Over after', 'changed', '1 h', '45 min']],
    ],
    [
      'a step taken out of a ladder and another put in',
      withHandover({
        ladder: [
          ...(before.thresholds.find(({ id }) => id === 'handover')?.ladder.slice(0, 3) ?? []),
          { afterMinutes: 7.5, duties: ['amhp-lead'] },
        ],
      }),
      [
        ['Police handover', 'Called after 7.5 min', 'added', null, 'AMHP lead'],
        ['Police handover', 'Called after 2 h', 'removed', 'Director on call and Superintendent', null],
      ],
    ],
    [
      'whose people a step calls, how, and that each must take it on',
      withHandover({
        ladder: (before.thresholds.find(({ id }) => id === 'handover')?.ladder ?? []).map((step) =>
          step.afterMinutes === 90
            ? { ...step, agencyId: 'trust', channels: ['sms', 'email'] as const, each: true }
            : step,
        ),
      }),
      [
        ['Police handover', 'Called after 1 h 30 min: only of', 'added', null, 'Harrowdale Trust'],
        ['Police handover', 'Called after 1 h 30 min: first by', 'added', null, 'text message or e-mail'],
        [
          'Police handover',
          'Called after 1 h 30 min: how many must take it on',
          'added',
          null,
          'each of them',
        ],
      ],
    ],
    [
      'hours put on a wait',
      withHandover({ hours: { days: [6, 7], from: '22:00', to: '06:00' } }),
      [
        ['Police handover', 'Only on', 'added', null, 'Sat; Sun'],
        ['Police handover', 'Only from', 'added', null, '22:00'],
        ['Police handover', 'Only until', 'added', null, '06:00'],
      ],
    ],
    [
      'a wait left out',
      { thresholds: before.thresholds.filter(({ id }) => id !== 'ambulance') },
      [['Ambulance on scene', 'The whole wait', 'removed', 'due after 20 min, over after 30 min', null]],
    ],
    [
      'a party, a warning of a legal time and a drive',
      {
        parties: ['trust'],
        travel: { ...before.travel, minutes: { 'St. Ervan': { elm: 25 } } },
        statutoryLadders: {
          ...before.statutoryLadders,
          'station-check': [
            ...before.statutoryLadders['station-check'],
            { minutesBeforeEnd: -30, duties: ['superintendent'] },
          ],
        },
      },
      [
        ['The agreement', 'Parties', 'added', null, 'Harrowdale Trust'],
        ['The agreement', 'Drive from St. Ervan to a place no longer here', 'added', null, '25 min'],
        ['30-minute check (law): warnings', 'Called 30 min after the end', 'added', null, 'Superintendent'],
      ],
    ],
  ])('%s', (_, after, expected) => {
    expect(said(after)).toEqual(expected);
  });
});
