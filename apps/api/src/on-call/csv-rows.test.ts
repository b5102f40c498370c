import { readShifts } from '@concord/coordination';
import { londonClock, minutesBetween } from '@concord/domain';
import * as fc from 'fast-check';
import { csvRows } from './csv-rows';

fc.configureGlobal({ seed: 1983 });

const given = [
  { userId: 'ada', name: 'Ada Crewe', agencyId: 'council', duties: ['amhp' as const] },
  { userId: 'ben', name: 'Ben Höltzel', agencyId: 'council', duties: ['amhp' as const] },
  { userId: 'cai-1', name: 'Cai Penn', agencyId: 'council', duties: ['amhp' as const] },
  { userId: 'cai-2', name: 'Cai Penn', agencyId: 'council', duties: ['amhp' as const] },
];
const people = given.map((person) => ({ ...person, telephone: null }));
const now = '2026-10-20T10:00:00.000Z';
const told = (csv: string): string[] =>
  readShifts(csvRows(csv), people, now).errors.map(
    ({ line, column, message }) => `${line} ${column}: ${message}`,
  );
const read = (csv: string): string[][] =>
  readShifts(csvRows(csv), people, now).shifts.map(({ from, to, who }) => [from, to, who.userId]);

describe('shifts from a file', () => {
  it('are by the London clock, through the night where the end is not after the beginning', () => {
    const csv =
      '\ufeffDate,From,To,Person\r\n2026-12-24,09:00,17:00,ada crewe\r\n"24/12/2026",17:00,09:00,"Ben Höltzel"\r\n';
    expect(readShifts(csvRows(csv), people, now).errors).toEqual([]);
    expect(read(csv)).toEqual([
      ['2026-12-24T09:00:00.000Z', '2026-12-24T17:00:00.000Z', 'ada'],
      ['2026-12-24T17:00:00.000Z', '2026-12-25T09:00:00.000Z', 'ben'],
    ]);
  });

  it('cannot be of a time that has been, and may be under way', () => {
    const csv = [
      'date,from,to,person',
      '2026-10-19,08:00,20:00,Ada Crewe',
      '2026-10-20,08:00,20:00,Ada Crewe',
    ].join('\n');
    expect(told(csv)).toEqual(['2 to: this shift is over: what has been cannot be changed here']);
    expect(read(csv)).toEqual([['2026-10-20T07:00:00.000Z', '2026-10-20T19:00:00.000Z', 'ada']]);
  });

  it('may have their columns in any order, and columns of others beside them', () => {
    const csv = 'person,notes,to,from,date\nAda Crewe,cover,17:00,09:00,2026-12-24';
    expect(read(csv)).toEqual([['2026-12-24T09:00:00.000Z', '2026-12-24T17:00:00.000Z', 'ada']]);
  });

  it('on the night the clocks go back say which of the two hours they mean', () => {
    const night = (from: string, to: string) => `date,from,to,person\n2026-10-25,${from},${to},Ada Crewe`;
    expect(told(night('01:30', '08:00'))).toEqual([
      '2 from: 01:30 comes twice on the night the clocks go back: write BST after it for the first, GMT for the second',
    ]);
    expect(read(night('01:30 GMT', '08:00'))[0]?.[0]).toBe('2026-10-25T01:30:00.000Z');
    expect(read(night('01:30 BST', '01:30 GMT'))).toEqual([
      ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z', 'ada'],
    ]);
  });

  it('of less than an hour on that night end on the same night, where the clocks show an earlier time', () => {
    const night = (from: string, to: string) => `date,from,to,person\n2026-10-25,${from},${to},Ada Crewe`;
    expect(read(night('01:30 BST', '01:15 GMT'))).toEqual([
      ['2026-10-25T00:30:00.000Z', '2026-10-25T01:15:00.000Z', 'ada'],
    ]);
    expect(told(night('01:30 BST', '01:15'))).toMatchObject([
      expect.stringContaining('2 to: 01:15 comes twice'),
    ]);
    expect(told(night('01:30 GMT', '01:45 BST'))).toEqual(['2 to: later than the shift begins']);
    expect(told(night('01:30 GMT', '01:30 BST'))).toEqual([
      '2 to: at 01:30 on 2026-10-26 the clocks show GMT, not BST',
    ]);
  });

  it.each([
    ['2026-10-22,08:00 GMT,20:00', '2 from: at 08:00 on 2026-10-22 the clocks show BST, not GMT'],
    ['2026-10-22,08:00,20:00 GMT', '2 to: at 20:00 on 2026-10-22 the clocks show BST, not GMT'],
    ['2026-10-24,08:00,17:00 GMT', '2 to: at 17:00 on 2026-10-24 the clocks show BST, not GMT'],
    ['2026-12-24,20:00,08:00 BST', '2 to: at 08:00 on 2026-12-25 the clocks show GMT, not BST'],
    ['2027-03-28,00:30,01:30 BST', '2 to: 01:30 does not come on the night the clocks go forward'],
  ])('with a zone that does not hold then are refused, naming the cell: %s', (line, fault) => {
    expect(told(`date,from,to,person\n${line},Ada Crewe`)).toEqual([fault]);
  });

  it('with the zone that holds then are read as they are without it, into the winter too', () => {
    const lines = (...cells: string[]) =>
      ['date,from,to,person', ...cells.map((cell) => `${cell},Ada Crewe`)].join('\n');
    const said = lines('2026-10-22,08:00 BST,20:00 BST', '2026-10-24,22:00 BST,07:00 GMT');
    expect(told(said)).toEqual([]);
    expect(read(said)).toEqual(read(lines('2026-10-22,08:00,20:00', '2026-10-24,22:00,07:00')));
  });

  it('are never longer than a day and an hour, begin where their line says, and end after that', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const wall = (at: number) => new Date(at * 60_000).toISOString().slice(11, 16);
    const cell = fc.tuple(minute, fc.constantFrom('', ' BST', ' GMT'));
    const date = fc.constantFrom('2026-10-24', '2026-10-25', '2026-12-24', '2027-03-27', '2027-03-28');
    fc.assert(
      fc.property(date, cell, cell, (day, [from, fromZone], [to, toZone]) => {
        const line = `${day},${wall(from)}${fromZone},${wall(to)}${toZone},Ada Crewe`;
        for (const [begins = '', ends = ''] of read(`date,from,to,person\n${line}`)) {
          expect(londonClock(begins)).toEqual({ date: day, time: wall(from) });
          expect(londonClock(ends).time).toBe(wall(to));
          expect(minutesBetween(begins, ends)).toBeGreaterThan(0);
          expect(minutesBetween(begins, ends)).toBeLessThanOrEqual(25 * 60);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are each told of that cannot be, by line and column', () => {
    const csv = [
      'date,from,to,person',
      '2026-02-30,09:00,17:00,Ada Crewe',
      '2026-12-24,9,17:00,Nobody Here',
      '',
      '2027-03-28,01:30,08:00,Cai Penn',
      '2026-12-24,09:00,17:00,Ada Crewe',
    ].join('\n');
    expect(told(csv)).toEqual([
      '2 date: a date of the form 2026-12-25 or 25/12/2026',
      '3 from: a time of the form HH:MM',
      '3 person: nobody called “Nobody Here” holds this duty here',
      '5 from: 01:30 does not come on the night the clocks go forward',
      '5 person: 2 people are called “Cai Penn”',
    ]);
  });

  it.each([
    ['without its headings', '2026-12-24,09:00,17:00,Ada Crewe', '1 date'],
    ['that is empty', '', '1 date'],
    ['of headings alone', 'date,from,to,person', '2 date'],
    ['with a quote left open', 'date,from,to,person\n"2026-12-24,09:00,17:00,Ada', '2 '],
  ])('are none in a file %s', (_what, csv, where) => {
    expect(told(csv)[0]).toContain(where);
    expect(read(csv)).toEqual([]);
  });
});
