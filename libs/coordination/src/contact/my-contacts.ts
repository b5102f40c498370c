import type { Address, Named, Refusal } from '@concord/domain';
import { refuse, refused } from '@concord/domain';
import type { ContactMethod } from './contact-book';
import type { ContactParts } from './send-to-contact';
import { findMine, refuseUnlessOffered, sendCode, sendTest } from './send-to-contact';

/** Each may take a provider's ten seconds, and a courier's claim on a message lasts a minute. */
const MOST = 5;

const viewOf = ({ id, address, label, addedAt, verifiedAt, failing }: ContactMethod) => ({
  id,
  channel: address.channel,
  label,
  addedAt,
  verifiedAt,
  failing,
});

/** A person's own contact methods, and what this installation can send by. */
export const myContacts = async ({ book, sender, demo }: ContactParts, who: Named) => ({
  methods: (await book.of(who.userId)).map(viewOf),
  channels: sender.reachesPeople || demo ? sender.channels : [],
  pushKey: sender.pushKey,
  reachesPeople: sender.reachesPeople,
});

export type MyContacts = Awaited<ReturnType<typeof myContacts>>;
type AfterSending = MyContacts & { readonly wouldHaveSent: string | null };

const afterSending = async (
  parts: ContactParts,
  who: Named,
  sending: Promise<{ wouldHaveSent: string | null } | Refusal>,
): Promise<AfterSending | Refusal> => {
  const sent = await sending;
  return refused(sent) ? sent : { ...(await myContacts(parts, who)), ...sent };
};

const nameOfAddress = (address: Address): string => {
  switch (address.channel) {
    case 'sms':
      return address.number;
    case 'email':
      return address.email;
    case 'webhook':
      return address.recipient;
    case 'push':
      return 'A browser';
  }
};

/** Adds a contact method and sends a code there. Refuses `channel-not-offered` and `contact-exists`. */
export const addContact = async (
  parts: ContactParts,
  who: Named,
  { address, label }: { readonly address: Address; readonly label?: string | undefined },
): Promise<AfterSending | Refusal> => {
  const notOffered = refuseUnlessOffered(parts, address);
  if (notOffered) return notOffered;
  if ((await parts.book.of(who.userId)).length >= MOST)
    return refuse('not-allowed-in-this-state', `${MOST} contact methods are enough. Take one away first.`);
  const method = await parts.book.add(who.userId, address, label ?? nameOfAddress(address));
  if (!method) return refuse('contact-exists', 'You have this contact method already.');
  return afterSending(parts, who, sendCode(parts, who, method.id));
};

export const sendContactCode = (parts: ContactParts, who: Named, { methodId }: { methodId: string }) =>
  afterSending(parts, who, sendCode(parts, who, methodId));

export const testContact = (parts: ContactParts, who: Named, { methodId }: { methodId: string }) =>
  afterSending(parts, who, sendTest(parts, who, methodId));

/** The code came back: alarms may go there. Refuses `wrong-code`. */
export const verifyContact = async (
  parts: ContactParts,
  who: Named,
  { methodId, code }: { readonly methodId: string; readonly code: string },
): Promise<MyContacts | Refusal> => {
  const method = await findMine(parts, who, methodId);
  if (refused(method)) return method;
  const verdict = await parts.book.tryCode(who.userId, methodId, code);
  if (verdict === 'verified') return myContacts(parts, who);
  return refuse(
    'wrong-code',
    verdict === 'wrong' ? 'That is not the code that was sent there.' : 'That code is spent. Send a new one.',
    { details: { field: 'code' } },
  );
};

export const orderContacts = async (
  parts: ContactParts,
  who: Named,
  { methodIds }: { readonly methodIds: readonly string[] },
): Promise<MyContacts> => {
  await parts.book.order(who.userId, methodIds);
  return myContacts(parts, who);
};

export const removeContact = async (
  parts: ContactParts,
  who: Named,
  { methodId }: { readonly methodId: string },
): Promise<MyContacts | Refusal> => {
  const method = await findMine(parts, who, methodId);
  if (refused(method)) return method;
  await parts.book.remove(who.userId, methodId);
  return myContacts(parts, who);
};
