import type { Me } from '@concord/contracts';
import type { LiveBoard } from './live-board';
import { Person } from './person';

/** Signs in as a demo persona, or as any person of the area by their key in its definition. */
export const signInAt = async (
  address: string,
  areaId: string,
  persona: string,
  boards: Set<LiveBoard> = new Set(),
): Promise<Person> => {
  const response = await fetch(`${address}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  if (response.status >= 300) throw new Error(`nobody can sign in as "${persona}": ${await response.text()}`);
  const me = (await response.json()) as Me;
  const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  return new Person(address, areaId, me.userId, me.name, cookie, boards);
};
