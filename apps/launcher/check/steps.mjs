/**
 * @typedef {object} Step
 * @property {string} name what a person types after `npm test --`
 * @property {string} title
 * @property {string[]} [command] a program of node_modules/.bin and its options
 * @property {string} [jest] or: the Jest project to run
 * @property {string} [folder] where that project's tests are, to say plainly that there are none
 * @property {number} [workers] 1 where tests kill and time each other's processes
 * @property {'redis-server' | 'chromium'} [needs] a program that npm cannot install
 */

const nx = (/** @type {string} */ target) => ['nx', 'run-many', '-t', target, '--output-style=static'];

/** @type {Step[]} */
const all = [
  {
    name: 'format',
    title: 'Format',
    command: [
      'prettier',
      '--check',
      '--log-level=warn',
      '--cache',
      '--cache-location=node_modules/.cache/prettier/check',
      '.',
    ],
  },
  { name: 'lint', title: 'Lint and boundaries', command: nx('lint') },
  { name: 'types', title: 'Types', command: nx('typecheck') },
  { name: 'build', title: 'Build', command: nx('build') },
  { name: 'unit', title: 'Unit tests', jest: 'unit' },
  { name: 'boundaries', title: 'Boundary canaries', jest: 'boundaries', folder: 'test/boundaries' },
  {
    name: 'behaviour',
    title: 'Behaviour tests',
    jest: 'behaviour',
    folder: 'test/behaviour',
    needs: 'redis-server',
  },
  { name: 'contract', title: 'Contract tests', jest: 'contract', folder: 'test/contract' },
  { name: 'migrations', title: 'Migration tests', jest: 'migrations', folder: 'test/migrations' },
  {
    name: 'faults',
    title: 'Fault tests',
    jest: 'faults',
    folder: 'test/faults',
    workers: 1,
    needs: 'redis-server',
  },
  {
    name: 'browser',
    title: 'Browser tests',
    jest: 'browser',
    folder: 'test/browser',
    needs: 'chromium',
  },
];

const quick = ['format', 'lint', 'types', 'unit'];

/**
 * Steps for the words after `npm test --`: none or `all` means all of them, `quick` the four of
 * `npm run check`, otherwise the steps of those names.
 * @param {string[]} words
 * @returns {Step[]}
 */
export function chooseSteps(words) {
  const names = words.flatMap((word) =>
    word === 'all' ? all.map((step) => step.name) : word === 'quick' ? quick : [word],
  );
  const unknown = names.filter((name) => !all.some((step) => step.name === name));
  if (unknown.length) {
    throw new Error(
      `There is no step called ${unknown.join(', ')}. ` +
        `The steps are: ${all.map((step) => step.name).join(', ')}; or all, or quick.`,
    );
  }
  return names.length ? all.filter((step) => names.includes(step.name)) : all;
}
