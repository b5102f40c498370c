import { after, called, granted, nurse, refusalOf } from '../examples';
import { room } from './examples';
import type { ToldStatus } from './told-status';
import { cameLate, isToldAgain, roomValue, whenObserved } from './told-status';

const now = after(0);

describe('when something was seen', () => {
  it.each([
    ['now, unless it is said', undefined, now],
    ['some minutes ago', after(-7), after(-7)],
    ['twelve hours ago at most', after(-720), after(-720)],
    ['now, for a clock that is a little fast', after(0.9), now],
  ])('is %s', (_what, given, expected) => {
    expect(granted(whenObserved(given, now))).toBe(expected);
  });

  it.each([
    ['to come', after(1.1)],
    ['more than twelve hours ago', after(-720.1)],
  ])('is refused when it is %s, naming the field', (_what, given) => {
    expect(refusalOf(whenObserved(given, now))).toMatchObject({
      code: 'time-impossible',
      details: { field: 'observedAt' },
    });
  });

  it('is late when something newer is known, and only then', () => {
    const known = room().observed;
    expect(cameLate(after(-1), known)).toBe(true);
    expect(cameLate(known.at, known)).toBe(false);
    expect(cameLate(after(1), known)).toBe(false);
    expect(cameLate(after(-1), undefined)).toBe(false);
  });
});

describe('a telling sent again', () => {
  const told: ToldStatus = {
    id: 'told-1',
    areaId: 'area-1',
    placeId: 'suite-1',
    said: [roomValue(room()), { of: 'staffing', staffedFor: 2 }],
    confirmed: false,
    observedAt: now,
    recordedAt: after(4),
    by: nurse,
    source: 'site',
    tookEffect: true,
    takenBackAt: null,
    revision: 1,
  };

  it('is known by what it says, when it was seen, by whom and how, in whatever order', () => {
    expect(isToldAgain(told, { ...told, said: [...told.said].reverse() })).toBe(true);
  });

  it.each<[string, Partial<ToldStatus>]>([
    ['of another time', { observedAt: after(-1) }],
    ['from another person', { by: called('Lee Tran') }],
    ['by telephone', { source: 'telephone' }],
    [
      'of another state',
      { said: [roomValue(room({ state: 'cleaning' })), { of: 'staffing', staffedFor: 2 }] },
    ],
    ['of other staff', { said: [roomValue(room()), { of: 'staffing', staffedFor: 1 }] }],
    ['of less', { said: [roomValue(room())] }],
    ['of another thing', { said: [roomValue(room()), { of: 'pressure', state: 'taking' }] }],
  ])('is another telling %s', (_what, more) => {
    expect(isToldAgain(told, { ...told, ...more })).toBe(false);
  });

  it('is another telling once the first was taken back', () => {
    expect(isToldAgain({ ...told, takenBackAt: after(5) }, told)).toBe(false);
  });
});
