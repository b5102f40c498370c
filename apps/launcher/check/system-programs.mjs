import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { say, step } from '../bootstrap/progress.mjs';
import { runQuietly } from '../bootstrap/run.mjs';

/** @typedef {'redis-server' | 'chromium'} Program */

/** Where each may be found, and the variable through which tests are told. */
const programs = {
  'redis-server': { setting: 'REDIS_SERVER', names: ['redis-server'] },
  chromium: {
    setting: 'CHROMIUM',
    names: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
  },
};

// Another apt-get may be running, as it does by itself on a freshly started machine.
const waitForLock = ['-o', 'DPkg::Lock::Timeout=120'];

/**
 * Finds the programs that tests need and npm cannot install, with apt-get when that is allowed, and tells
 * tests where they are. Says plainly what is missing.
 * @param {Program[]} wanted
 * @returns {Promise<Set<Program>>} those that are still missing
 */
export async function ensureSystemPrograms(wanted) {
  const missing = wanted.filter((program) => !find(program));
  if (missing.length) await install(missing);
  for (const program of wanted) {
    const path = find(program);
    if (path) process.env[programs[program].setting] = path;
  }
  return new Set(missing.filter((program) => !find(program)));
}

/** @param {Program[]} missing */
async function install(missing) {
  const names = missing.join(' and ');
  const aptGet = spawnSync('apt-get', ['--version']).status === 0;
  if (!aptGet || process.getuid?.() !== 0) {
    const why = aptGet ? 'only root may install it here' : 'there is no apt-get here';
    say(
      `Missing: ${names}; ${why}. Install it (Debian: apt-get install ${missing.join(' ')}) and run again.`,
    );
    return;
  }
  const how = {
    cwd: '/',
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    failure: `apt-get could not install ${names}`,
  };
  try {
    await step(`Installing ${names} with apt-get, for the tests that need it`, async () => {
      await runQuietly('apt-get', ['update', ...waitForLock], how);
      await runQuietly(
        'apt-get',
        ['install', '-y', '--no-install-recommends', ...waitForLock, ...missing],
        how,
      );
    });
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
}

/** @param {Program} program */
function find(program) {
  const { setting, names } = programs[program];
  const told = process.env[setting];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...(told ? [told] : []), ...names]
    .flatMap((name) => (isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name))))
    .find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
