import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './progress.mjs';
import { runQuietly } from './run.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} Package
 */

/** Installs the packages of package-lock.json unless exactly those are there already.
 * @param {string} root */
export async function ensureInstalled(root) {
  const reason = whyInstall(root);
  if (!reason) return;
  await step(`Installing packages (${reason})`, () => {
    const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
    const npm = process.env.npm_execpath;
    const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []];
    return runQuietly(program, [...first, ...options], {
      cwd: root,
      failure: 'The packages could not be installed',
    });
  });
}

/**
 * npm writes node_modules/.package-lock.json last, so it says what a finished install left. Comparing
 * it with the lockfile also notices `npm ci --omit=dev`, which a remembered hash would not.
 * @param {string} root
 * @returns {string | undefined}
 */
function whyInstall(root) {
  const wanted = packages(join(root, 'package-lock.json'));
  const present = packages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted) return undefined;
  if (!present) return 'first start';
  for (const [path, wish] of Object.entries(wanted)) {
    if (path === '' || wish.link) continue;
    const found = present[path];
    if (!found && wish.optional) continue;
    if (!found || found.version !== wish.version || found.integrity !== wish.integrity) {
      return `${path.replace(/^.*node_modules\//, '')} is missing or has changed`;
    }
  }
  return undefined;
}

/**
 * @param {string} file
 * @returns {Record<string, Package> | undefined}
 */
function packages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
