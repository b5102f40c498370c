import { runStep } from './run-step.mjs';
import { ensureSystemPrograms } from './system-programs.mjs';

/**
 * Runs every step, going on after one that fails so that all is reported at once. The last line counts tests.
 * @param {string} root
 * @param {import('./steps.mjs').Step[]} steps
 * @returns {Promise<boolean>} whether everything ran and passed
 */
export async function checkEverything(root, steps) {
  const missing = await ensureSystemPrograms([
    ...new Set(steps.flatMap((step) => (step.needs ? [step.needs] : []))),
  ]);
  const total = { passed: 0, failed: 0, skipped: 0 };
  const summary = [];
  let ok = true;

  for (const step of steps) {
    console.log(`\n── ${step.title} ${'─'.repeat(Math.max(3, 70 - step.title.length))}`);
    const started = performance.now();
    const absent = step.needs && missing.has(step.needs) ? step.needs : undefined;
    const result = absent
      ? { ok: false, note: `could not run: ${absent} is missing` }
      : await runStep(root, step);
    const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
    const counts = 'counts' in result ? result.counts : undefined;
    for (const key of /** @type {const} */ (['passed', 'failed', 'skipped']))
      total[key] += counts?.[key] ?? 0;
    ok &&= result.ok;
    const mark = !result.ok ? '✘' : result.note ? '–' : '✔';
    const outcome = result.note ?? `${seconds}${counts ? `, ${describe(counts)}` : ''}`;
    const line = `${mark} ${step.title}: ${outcome}`;
    console.log(line);
    summary.push(line);
  }

  console.log(`\n── Result ${'─'.repeat(64)}`);
  for (const line of summary) console.log(line);
  console.log(describe(total));
  return ok;
}

/** @param {import('./run-step.mjs').Counts} counts */
function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
