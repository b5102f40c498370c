import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './progress.mjs';
import { runQuietly } from './run.mjs';

const apps = ['api', 'worker', 'simulator', 'launcher', 'console'];
const outputs = [
  ...apps.filter((app) => app !== 'console').map((app) => join('dist', 'apps', app, 'main.js')),
  join('dist', 'apps', 'console', 'index.html'),
];
const settings = ['package.json', 'package-lock.json', 'nx.json', 'tsconfig.base.json', 'rolldown.config.js'];
const irrelevant = /\.test\.tsx?$|\.md$/;

/** Builds the apps unless nothing has changed since the last build.
 * @param {string} root */
export async function ensureBuilt(root) {
  // Nx would find the same out, but only to say so takes it seconds.
  const mark = join(root, '.concord', 'built');
  const sources = fingerprint(root);
  const missing = outputs.some((file) => !existsSync(join(root, file)));
  if (!missing && existsSync(mark) && readFileSync(mark, 'utf8') === sources) return;
  await step('Building', () =>
    runQuietly(
      process.execPath,
      [
        join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js'),
        'run-many',
        '-t',
        'build',
        `--projects=${apps.join(',')}`,
      ],
      {
        cwd: root,
        env: { NX_DAEMON: 'false', NX_TUI: 'false' },
        failure: 'The build failed',
      },
    ),
  );
  mkdirSync(join(root, '.concord'), { recursive: true });
  writeFileSync(mark, sources);
}

/** @param {string} root */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of [...settings, ...files(root, 'apps'), ...files(root, 'libs')]) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(`${file}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} directory
 * @returns {string[]}
 */
function files(root, directory) {
  return readdirSync(join(root, directory), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : files(root, path);
      return irrelevant.test(entry.name) ? [] : [path];
    });
}
