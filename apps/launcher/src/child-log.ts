import { createWriteStream, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** The log of one child: a file, and its warnings and errors on the terminal. */
export interface ChildLog {
  file: string;
  follow: (output: Readable) => void;
  write: (line: string) => void;
  lastLines: () => string;
}

const remembered = 20;
const windowMs = 10_000;
const linesPerWindow = 8;
const warning = 40;

/** Opens `<name>.log`, putting the log of the run before aside as `<name>.previous.log`. */
export function openChildLog(directory: string, name: string, echo: (line: string) => void): ChildLog {
  const file = join(directory, `${name}.log`);
  if (existsSync(file)) renameSync(file, join(directory, `${name}.previous.log`));
  const stream = createWriteStream(file, { flags: 'a', mode: 0o600 });
  const recent: string[] = [];
  const limited = limit(echo, `more in ${file}`);
  const write = (line: string): void => {
    stream.write(`${line}\n`);
    recent.push(line);
    if (recent.length > remembered) recent.shift();
    const worthSaying = alarming(line);
    if (worthSaying) limited(`  ${name}: ${worthSaying}`);
  };
  return {
    file,
    write,
    follow: (output) => void createInterface({ input: output }).on('line', write),
    lastLines: () => recent.map(readable).join('\n'),
  };
}

interface LogLine {
  level?: number;
  msg?: string;
  err?: { message?: string };
}

// Notices of Node's that are for developers, e.g. that a library uses something deprecated.
const developersOnly = /^\(node:\d+\) |^\(Use `node --trace-/;

// What is not one of our JSON lines comes from Node itself or a library: never without a reason.
function alarming(line: string): string | undefined {
  const entry = parsed(line);
  if (!entry) return developersOnly.test(line) ? undefined : line.trim() || undefined;
  return (entry.level ?? 0) >= warning ? readable(line) : undefined;
}

function readable(line: string): string {
  const entry = parsed(line);
  if (!entry) return line;
  const cause = entry.err?.message;
  return [entry.msg, cause === entry.msg ? undefined : cause].filter(Boolean).join(': ') || line;
}

function parsed(line: string): LogLine | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as LogLine;
  } catch {
    return undefined;
  }
}

// A child in distress can write thousands of lines a second; the terminal is for people.
function limit(echo: (line: string) => void, note: string): (line: string) => void {
  let windowEnds = 0;
  let count = 0;
  return (line) => {
    const now = performance.now();
    if (now > windowEnds) {
      windowEnds = now + windowMs;
      count = 0;
    }
    count += 1;
    if (count <= linesPerWindow) echo(line);
    else if (count === linesPerWindow + 1) echo(`  … ${note}`);
  };
}
