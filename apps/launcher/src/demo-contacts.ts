import type { Named } from '@concord/domain';
import { openIdentity } from '@concord/postgres';
import type { DataSource } from 'typeorm';

/** Those of the demo whom nobody can reach, so that there is something to put right. */
const UNREACHED: readonly string[] = ['night-director', 'hazel-nurse', 'doctor-3'];

/** Of the numbers kept for drama, which ring nowhere: 07700 900000 to 900999. */
const numberOf = (place: number): string => `+447700900${String(place).padStart(3, '0')}`;

/**
 * Gives each person of the demo a number, as if they had given it and its code had come back; in a demo
 * nothing leaves. Whoever has any contact method is left alone.
 */
export async function addDemoContacts(
  source: DataSource,
  people: Readonly<Record<string, Named>>,
): Promise<void> {
  const { contacts } = openIdentity(source);
  const reached = await contacts.reachable(Object.values(people).map(({ userId }) => userId));
  for (const [place, [key, { userId }]] of Object.entries(people).entries()) {
    if (UNREACHED.includes(key) || reached.has(userId)) continue;
    const number = numberOf(place);
    const method = await contacts.add(userId, { channel: 'sms', number }, number);
    if (method) await contacts.tryCode(userId, method.id, await contacts.newCode(method.id));
  }
}
