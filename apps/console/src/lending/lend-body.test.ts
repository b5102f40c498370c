import { routes } from '@concord/contracts';
import { emptyEntry, lendBody, lendProblems } from './lend-body';

const wire = routes.lendPlaces.body as NonNullable<typeof routes.lendPlaces.body>;
const now = '2026-11-22T12:00:00.000Z';
const area = '11111111-1111-4111-8111-111111111111';
const filled = { ...emptyEntry, toAreaId: area, placeIds: [area] };

describe('what is lent, as the form says it', () => {
  it('is from now, for a time, by no rules, where nothing else is said', () => {
    const body = lendBody(filled, now);
    expect(body).toMatchObject({ toAreaId: area, placeIds: [area], until: '2026-11-23T00:00:00.000Z' });
    expect(body).not.toHaveProperty('from');
    expect(wire.parse(body).rules).toEqual({
      atMost: null,
      ages: 'any-age',
      hours: null,
      needsYes: false,
      ranked: 'after-own',
    });
  });

  it('carries every rule that is said, and begins when it is to', () => {
    const more = {
      inHours: '8',
      forHours: '4',
      atMost: '1',
      ages: 'adults',
      needsYes: true,
      asOwn: true,
    } as const;
    const body = lendBody({ ...filled, ...more, from: '20:00', to: '07:30' }, now);
    expect(wire.parse(body)).toMatchObject({
      from: '2026-11-22T20:00:00.000Z',
      until: '2026-11-23T00:00:00.000Z',
      rules: {
        atMost: 1,
        ages: 'adults',
        hours: { from: '20:00', to: '07:30' },
        needsYes: true,
        ranked: 'as-own',
      },
    });
  });

  it.each([
    ['no area', { toAreaId: '' }, 'toAreaId'],
    ['no suite', { placeIds: [] }, 'placeIds'],
    ['one time of two', { from: '20:00' }, 'hours'],
    ['hours that are none', { from: '20:00', to: '20:00' }, 'hours'],
  ])('is not sent with %s', (_what, more, field) => {
    expect(Object.keys(lendProblems({ ...filled, ...more }))).toEqual([field]);
    expect(lendProblems(filled)).toEqual({});
  });
});
