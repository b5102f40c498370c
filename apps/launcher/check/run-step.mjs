import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 *
 * @typedef {{ ok: boolean, note?: string, counts?: Counts }} Result
 */

/**
 * Runs one step, its output shown as it comes.
 * @param {string} root
 * @param {import('./steps.mjs').Step} step
 * @returns {Promise<Result>}
 */
export async function runStep(root, step) {
  if (step.jest) return runJest(root, step, step.jest);
  const [program = '', ...options] = step.command ?? [];
  return { ok: (await run(root, program, options)) === 0 };
}

/**
 * @param {string} root
 * @param {import('./steps.mjs').Step} step
 * @param {string} project
 * @returns {Promise<Result>}
 */
async function runJest(root, step, project) {
  if (step.folder && !hasTests(join(root, step.folder))) return { ok: true, note: 'no tests yet' };
  const scratch = mkdtempSync(join(tmpdir(), 'concord-check-'));
  const report = join(scratch, 'jest.json');
  try {
    const workers = Math.min(step.workers ?? 2, availableParallelism());
    const exit = await run(root, 'jest', [
      `--selectProjects=${project}`,
      `--maxWorkers=${workers}`,
      '--ci',
      '--json',
      `--outputFile=${report}`,
    ]);
    return { ok: exit === 0, counts: countTests(report) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function hasTests(folder) {
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((file) => file.endsWith('.test.ts'))
  );
}

/**
 * @param {string} report
 * @returns {Counts}
 */
function countTests(report) {
  // A file that cannot be loaded has no tests to fail, and must not pass for zero failures.
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(report, 'utf8'));
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

/**
 * @param {string} root
 * @param {string} program
 * @param {string[]} options
 * @returns {Promise<number>}
 */
function run(root, program, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules', '.bin', program), options, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    const passOn = (/** @type {NodeJS.Signals} */ signal) => {
      child.kill(signal);
      process.exitCode = 130;
      child.once('close', () => process.exit());
    };
    process.once('SIGTERM', passOn).once('SIGINT', passOn);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGTERM', passOn).off('SIGINT', passOn);
      resolve(code ?? 1);
    });
  });
}
