import { readOptions } from './options';

const plain = { command: 'start', reset: false, empty: false, rest: [] };

test.each([
  ['nothing', [], {}, plain],
  ['options after --', ['--port', '4200', '--reset'], {}, { ...plain, port: 4200, reset: true }],
  ['--port=4200', ['--port=4200', '--empty'], {}, { ...plain, port: 4200, empty: true }],
  ['npm start --reset', [], { npm_config_reset: 'true' }, { ...plain, reset: true }],
  ['npm start --port=4200', [], { npm_config_port: '4200' }, { ...plain, port: 4200 }],
  ['npm start --port 4200', ['4200'], { npm_config_port: 'true' }, { ...plain, port: 4200 }],
  ['--area', ['--empty', '--area', 'vale.json'], {}, { ...plain, empty: true, areaFile: 'vale.json' }],
  ['set-up', ['set-up', '--area=vale.json'], {}, { ...plain, command: 'set-up', areaFile: 'vale.json' }],
  ['npm run dev', ['dev', '--empty'], {}, { ...plain, command: 'dev', empty: true }],
  [
    'npm run simulate',
    ['simulate', '--days', '30'],
    {},
    { ...plain, command: 'simulate', rest: ['--days', '30'] },
  ],
])('reads %s', (_, words, environment, expected) => {
  expect(readOptions(words, environment)).toEqual(expected);
});

test.each([
  [['--port', 'http']],
  [['--port', '70000']],
  [['--port']],
  [['--area']],
  [['--porrt', '1']],
  [['4200']],
])('refuses %j and says what is possible', (words) => {
  expect(() => readOptions(words, {})).toThrow(/Usage: npm start/);
});
