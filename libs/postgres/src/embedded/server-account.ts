import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** The operating system account the server runs as. */
export interface ServerAccount {
  uid: number;
  gid: number;
  name: string;
}

const unprivileged = ['postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root, so root lends it an unprivileged account: the owner of the
 * data when there is data already, else `postgres`, else `nobody`. Undefined: run as ourselves.
 */
export function chooseAccount(existingData: string): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(existingData, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) {
    return { uid: owner.uid, gid: owner.gid, name: nameOf(owner.uid) };
  }
  for (const name of unprivileged) {
    const account = accounts().find((candidate) => candidate.name === name && candidate.uid !== 0);
    if (account) return account;
  }
  throw new Error(
    'PostgreSQL cannot run as root, and /etc/passwd names neither "postgres" nor "nobody". ' +
      'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL 18 server.',
  );
}

/** Asks the system itself, as that account, so that access lists and odd mounts count too. */
export function canReach(
  account: ServerAccount | undefined,
  paths: { executable: string[]; readable: string[] },
): boolean {
  const tests = [
    ...paths.executable.flatMap((path) => ['-x', path]),
    ...paths.readable.flatMap((path) => ['-r', path]),
  ];
  const script = 'while [ $# -gt 0 ]; do test "$1" "$2" || exit 1; shift 2; done';
  const asked = spawnSync('/bin/sh', ['-c', script, 'sh', ...tests], {
    cwd: '/',
    stdio: 'ignore',
    ...identity(account),
  });
  if (asked.error) throw new Error(cannotSwitch(account, asked.error), { cause: asked.error });
  return asked.status === 0;
}

/** The part of spawn's options that makes a child run as the account. */
export function identity(account: ServerAccount | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

function cannotSwitch(account: ServerAccount | undefined, cause: Error): string {
  return account
    ? `Running as root, but this system does not let it start a process as "${account.name}" (${cause.message}).`
    : `Could not start a shell to check the PostgreSQL files (${cause.message}).`;
}

function nameOf(uid: number): string {
  return accounts().find((account) => account.uid === uid)?.name ?? String(uid);
}

function accounts(): ServerAccount[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }));
}
