import { readBirthEntry, shownDate } from './birth-entry';

const now = '2026-11-22T02:14:08.000Z';

describe('a typed date of birth', () => {
  it.each(['14-Mar-2009', '14 march 2009', '14/03/2009', '14.3.2009', '14032009', '2009-03-14', '14Mar2009'])(
    'may be written as %s',
    (typed) => {
      expect(readBirthEntry(typed, now)).toEqual({ date: '2009-03-14', ageYears: 17 });
    },
  );

  it('turns somebody 18 on their birthday, by the date in London', () => {
    expect(readBirthEntry('22-Nov-2008', now)).toMatchObject({ ageYears: 18 });
    expect(readBirthEntry('23-Nov-2008', now)).toMatchObject({ ageYears: 17 });
    expect(readBirthEntry('01-Jul-2008', '2026-06-30T23:10:00.000Z')).toMatchObject({ ageYears: 18 });
  });

  it('is read back with its month in letters', () => {
    expect(shownDate('2009-03-14')).toBe('14-Mar-2009');
  });

  it.each(['14-Mar-09', '14/13/1990', '31-Feb-1990', 'March', '23-Nov-2026', '01-Jan-1900'])(
    'is refused when it cannot be one: %s',
    (typed) => {
      expect(readBirthEntry(typed, now)).toHaveProperty('problem');
    },
  );

  it('may be nothing', () => {
    expect(readBirthEntry(' ', now)).toBeUndefined();
  });
});
