import { performance } from 'node:perf_hooks';

/** The line being redrawn, if any; whatever else is printed goes above it. */
let current = '';

let hushed = false;

/** Shows no more steps: what is still under way is being abandoned. */
export function hushSteps() {
  hushed = true;
  erase();
  current = '';
}

/** Prints a line for the person at the terminal.
 * @param {string} text */
export function say(text) {
  erase();
  process.stdout.write(`${text}\n`);
  draw();
}

/**
 * Runs a step that may be slow, with its elapsed time on one line that redraws itself. A step that
 * turns out quick says nothing. Without a terminal (logs, CI) only what lasts is printed.
 * @template T
 * @param {string} label what is being done, e.g. "Installing packages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  const redraws = process.stdout.isTTY;
  const timer = setInterval(
    () => {
      if (hushed) return;
      if (redraws) {
        erase();
        current = `  ${label} … ${Math.floor(elapsed())} s`;
        draw();
      } else {
        say(`  ${label} … ${Math.floor(elapsed())} s`);
      }
    },
    redraws ? 500 : 5_000,
  );
  if (!redraws) timer.unref();
  try {
    const result = await work();
    finish(timer);
    if (elapsed() >= 0.5 && !hushed) say(`  ${label}: ${elapsed().toFixed(1)} s`);
    return result;
  } catch (error) {
    finish(timer);
    throw error;
  }
}

/** @param {NodeJS.Timeout} timer */
function finish(timer) {
  clearInterval(timer);
  erase();
  current = '';
}

function erase() {
  if (current) process.stdout.write('\r\u001b[2K');
}

function draw() {
  if (current) process.stdout.write(current);
}
