import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const startProcess = (name: string, ...args: string[]): ChildProcess =>
  fork(join('dist/load', `${name}.js`), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });

export const heard = async <Message>(child: ChildProcess): Promise<Message> => {
  const [message] = (await once(child, 'message')) as [Message];
  return message;
};
