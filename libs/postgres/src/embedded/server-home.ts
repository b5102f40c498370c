import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { canReach, chooseAccount, type ServerAccount } from './server-account';

/** Everything one embedded server keeps on disk, and the account it runs as. */
export interface ServerHome {
  directory: string;
  data: string;
  passwordFile: string;
  ownerFile: string;
  account: ServerAccount | undefined;
}

const outside = '/var/lib/concord';

/**
 * Chooses and prepares the server's directory: the one asked for, or one outside the project when
 * the server's account cannot enter the project (a clone under /root, or made with umask 077).
 */
export async function prepareHome(
  dataDir: string,
  onProgress: (message: string) => void,
): Promise<ServerHome> {
  const wanted = resolve(dataDir);
  const account = chooseAccount(join(wanted, 'data'));
  await mkdir(dirname(wanted), { recursive: true });
  if (!account || canReach(account, { executable: [dirname(wanted)], readable: [] })) {
    return makeHome(wanted, account);
  }
  if (existsSync(join(wanted, 'data'))) {
    throw new Error(
      `The data in ${wanted} can no longer be reached by its account "${account.name}": ` +
        `allow it to enter ${dirname(wanted)}, or start with --reset to begin afresh.`,
    );
  }
  const directory = relocated(wanted);
  await mkdir(outside, { recursive: true });
  await chmod(outside, 0o755);
  if (!existsSync(join(directory, 'data'))) {
    onProgress(
      `PostgreSQL runs as "${account.name}", which cannot enter ${dirname(wanted)}: its data is kept in ${directory}`,
    );
  }
  return makeHome(directory, chooseAccount(join(directory, 'data')) ?? account);
}

/** Every directory in which a server for `dataDir` may have left something. */
export function homesOf(dataDir: string): string[] {
  const wanted = resolve(dataDir);
  return [wanted, relocated(wanted)].filter((directory) => existsSync(directory));
}

/** Deletes what a stopped server left: its data, its password and any private copy of its programs. */
export async function eraseHomes(dataDir: string): Promise<string[]> {
  const erased = homesOf(dataDir);
  for (const directory of erased) await rm(directory, { recursive: true, force: true });
  return erased;
}

async function makeHome(directory: string, account: ServerAccount | undefined): Promise<ServerHome> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if (account) {
    await chmod(directory, 0o700);
    await chown(directory, account.uid, account.gid);
  }
  return { ...filesOf(directory), account };
}

/** The names used inside a server's directory. */
export function filesOf(directory: string): Omit<ServerHome, 'account'> {
  return {
    directory,
    data: join(directory, 'data'),
    passwordFile: join(directory, 'password'),
    ownerFile: join(directory, 'owner.json'),
  };
}

function relocated(wanted: string): string {
  return join(outside, createHash('sha256').update(wanted).digest('hex').slice(0, 16));
}
