import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chown, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries';
import { identity } from './server-account';
import type { ServerHome } from './server-home';

const majorVersion = '18';
const partialPrefix = 'data.partial-';

/**
 * Makes the cluster on the first start. UTF-8 with PostgreSQL's own C.UTF-8, so that sorting does
 * not depend on the operating system's locales; page checksums; passwords by SCRAM only.
 */
export async function ensureCluster(
  home: ServerHome,
  binaries: Binaries,
  options: { durable: boolean; onProgress: (message: string) => void },
): Promise<void> {
  if (existsSync(home.data)) {
    requireVersion(home);
    return;
  }
  options.onProgress('Creating the database (first start only)');
  await clearPartials(home);
  const partial = join(home.directory, `${partialPrefix}${process.pid}`);
  await writePassword(home);
  await run(
    binaries.initdb,
    [
      `--pgdata=${partial}`,
      '--username=postgres',
      `--pwfile=${home.passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--text-search-config=english',
      '--data-checksums',
      ...(options.durable ? [] : ['--no-sync']),
    ],
    home,
  );
  // Renamed when whole: a start interrupted in mid-initdb leaves nothing that looks like data.
  await rename(partial, home.data);
}

/** The superuser's password. */
export function readPassword(home: ServerHome): string {
  try {
    return readFileSync(home.passwordFile, 'utf8').trim();
  } catch (cause) {
    throw new Error(
      `There is data in ${home.data}, but its password file ${home.passwordFile} cannot be read. ` +
        'Start as the user who made it, or start with --reset to begin afresh.',
      { cause },
    );
  }
}

/** The environment PostgreSQL programs get: nothing of ours, no PG* settings of the user's. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}

function requireVersion(home: ServerHome): void {
  let version: string;
  try {
    version = readFileSync(join(home.data, 'PG_VERSION'), 'utf8').trim();
  } catch (cause) {
    throw new Error(
      `The data in ${home.data} belongs to another user or is damaged. ` +
        'Start as the user who made it, or start with --reset to begin afresh.',
      { cause },
    );
  }
  if (version !== majorVersion) {
    throw new Error(
      `The data in ${home.data} is of PostgreSQL ${version}; this is PostgreSQL ${majorVersion}. ` +
        'Dump it with its own version, or start with --reset to begin afresh.',
    );
  }
}

// An initdb whose start was interrupted may still be busy in its own directory, clearing up: hence a
// name for each attempt, and one that cannot be deleted yet is left to the next start.
async function clearPartials({ directory }: ServerHome): Promise<void> {
  const names = await readdir(directory);
  const partials = names.filter((name) => name.startsWith(partialPrefix));
  await Promise.allSettled(
    partials.map((name) => rm(join(directory, name), { recursive: true, force: true })),
  );
}

async function writePassword({ passwordFile, account }: ServerHome): Promise<void> {
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
}

function run(program: string, options: string[], home: ServerHome): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, {
      cwd: home.directory,
      env: serverEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...identity(home.account),
    });
    const kill = (): void => void child.kill();
    process.once('exit', kill);
    const output: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('exit', kill);
      if (code === 0) resolve();
      else reject(new Error(`initdb failed (${signal ?? `code ${code}`}):\n${output.join('').trim()}`));
    });
  });
}
