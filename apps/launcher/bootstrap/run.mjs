import { spawn } from 'node:child_process';

const tail = 60;
/** @type {NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program quietly; if it fails, throws with the end of what it printed.
 * @param {string} program
 * @param {string[]} options
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, failure: string }} how
 * @returns {Promise<void>}
 */
export function runQuietly(program, options, { cwd, env, failure }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && program === 'npm',
    });
    /** @type {string[]} */
    const output = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => output.push(text));
    }
    // A signal to us alone (not Ctrl-C, which reaches the whole group) must not leave it running.
    const passOn = (/** @type {NodeJS.Signals} */ signal) => {
      child.kill(signal);
      process.exit(130);
    };
    for (const signal of signals) process.once(signal, passOn);
    child.once('error', (cause) => reject(new Error(`${failure}: ${cause.message}`, { cause })));
    child.once('close', (code, signal) => {
      for (const name of signals) process.off(name, passOn);
      if (code === 0) return resolve();
      const lines = output.join('').trimEnd().split('\n').slice(-tail).join('\n');
      reject(new Error(`${lines}\n\n${failure} (${signal ?? `exit code ${code}`}).`));
    });
  });
}
