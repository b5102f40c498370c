import { seededChance } from '../chance';
import { dateCalls } from './date-calls';
import { readCalls } from './read-calls';

const header = 'event_year,event_month,event_dow,event_hour,event_type,division,apprehension_made,hood_140';
const lines = async function* (...rows: string[]) {
  for (const row of [header, ...rows]) yield await Promise.resolve(row);
};

test('a readable row is a call on its day of the week, month and hour', async () => {
  const { calls, unreadable } = await readCalls(lines('2014,January,Wednesday,4,Suicide-related,D51,Yes,71'));
  expect(unreadable).toEqual([]);
  expect(calls).toEqual([
    { line: 2, year: 2014, month: 1, weekday: 3, hour: 4, type: 'Suicide-related', apprehended: true },
  ]);
});

test.each([
  ['2014,Smarch,Wednesday,4,Overdose,D51,No,71', 'no month in "Smarch"'],
  ['2014,January,Someday,4,Overdose,D51,No,71', 'no day of the week in "Someday"'],
  ['2014,January,Monday,24,Overdose,D51,No,71', 'no hour in "24"'],
  ['2014,January,Monday,4,Overdose,D51,Perhaps,71', 'neither Yes nor No in "Perhaps"'],
  ['2014,January,Monday', '3 columns instead of 8'],
])('%s is listed with its line number and skipped, never guessed', async (row, why) => {
  const { calls, unreadable } = await readCalls(lines('2014,May,Friday,9,Overdose,D11,No,1', row));
  expect(calls).toHaveLength(1);
  expect(unreadable).toEqual([{ line: 3, why }]);
});

test('a file that is no table of calls is refused, naming what it lacks', async () => {
  const wrong = async function* () {
    yield await Promise.resolve('name,age');
  };
  await expect(readCalls(wrong())).rejects.toThrow('no column event_year');
});

test('each call is lived in its month, on its weekday, in its hour', async () => {
  const { calls } = await readCalls(
    lines(
      '2014,February,Sunday,23,Overdose,D51,No,71',
      '2014,February,Sunday,5,Overdose,D51,No,71',
      '2014,March,Monday,0,Overdose,D51,Yes,71',
    ),
  );
  const dated = dateCalls(calls, seededChance(7));
  const told = dated.map(({ at }) => new Date(at));
  expect(
    told.map((date) => [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDay(), date.getUTCHours()]),
  ).toEqual([
    [2014, 2, 0, 5],
    [2014, 2, 0, 23],
    [2014, 3, 1, 0],
  ]);
  expect(dated.map(({ detained }) => detained)).toEqual([false, false, true]);
});
