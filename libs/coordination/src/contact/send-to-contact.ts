import type { DeliveryFailure, Named, Refusal } from '@concord/domain';
import { refuse, refused } from '@concord/domain';
import { notFound } from '../command';
import type { Outgoing, Sender } from '../ports';
import type { ContactBook, ContactMethod } from './contact-book';

export interface ContactParts {
  readonly book: ContactBook;
  readonly sender: Sender;
  /** A demo offers every channel though nothing leaves, and shows what would have gone out. */
  readonly demo: boolean;
  readonly newId: () => string;
}

const inWords: Readonly<Record<DeliveryFailure, string>> = {
  'address-refused': 'The provider does not know this address, or may not send to it.',
  'subscription-gone': 'This browser no longer takes pushes from Concord. Add it again.',
  'message-refused': 'The provider would not carry the message.',
  'daily-limit': 'The installation has sent all that it may today.',
  'too-fast': 'The provider asks us to wait. Try again in a minute.',
  'provider-down': 'The provider does not answer. Try again later.',
  'not-let-in': 'The provider does not accept this installation’s key. Tell whoever runs it.',
  'not-delivered': 'The provider could not deliver it.',
};

/** Refuses `channel-not-offered` where this installation would not send there. */
export const refuseUnlessOffered = (
  { sender, demo }: ContactParts,
  address: ContactMethod['address'],
): Refusal | undefined =>
  (sender.reachesPeople || demo) && sender.takes(address)
    ? undefined
    : refuse('channel-not-offered', 'This installation does not send there.', {
        details: { channel: address.channel },
      });

interface Message {
  readonly glance: string;
  readonly subject: string;
  readonly body: string;
}

/**
 * Sends a person a message that they asked for, and keeps what its provider answered. Refuses `too-soon`
 * and `provider-failed`. Answers with the text where nothing leaves.
 */
export const sendAsked = async (
  parts: ContactParts,
  who: Named,
  method: ContactMethod,
  message: () => Promise<Message> | Message,
): Promise<{ wouldHaveSent: string | null } | Refusal> => {
  const { book, sender, newId } = parts;
  const notOffered = refuseUnlessOffered(parts, method.address);
  if (notOffered) return notOffered;
  const { waitSeconds } = await book.maySend(who.userId);
  if (waitSeconds > 0)
    return refuse('too-soon', `Too many messages at once. Wait ${Math.ceil(waitSeconds / 60)} min.`, {
      details: { waitSeconds },
    });
  const { glance, subject, body } = await message();
  const outgoing: Outgoing = { id: newId(), to: who.name, role: 'self', glance, subject, body };
  const handed = await sender.send(outgoing, method.address);
  await book.heard(method.id, 'why' in handed ? handed.why : null);
  if ('why' in handed)
    return refuse('provider-failed', inWords[handed.why], { details: { why: handed.why } });
  return { wouldHaveSent: handed.outcome === 'recorded' ? `${subject}\n${body}` : null };
};

/** The caller's own method; anybody else's does not exist for them. */
export const findMine = async (
  { book }: ContactParts,
  who: Named,
  methodId: string,
): Promise<ContactMethod | Refusal> =>
  (await book.of(who.userId)).find(({ id }) => id === methodId) ?? notFound('contact method');

/** Sends a new code there. */
export const sendCode = async (
  parts: ContactParts,
  who: Named,
  methodId: string,
): Promise<{ wouldHaveSent: string | null } | Refusal> => {
  const method = await findMine(parts, who, methodId);
  if (refused(method)) return method;
  return sendAsked(parts, who, method, async () => {
    const code = await parts.book.newCode(method.id);
    return {
      glance: `Code ${code}`,
      subject: `Concord: your code is ${code}`,
      body: 'It is good for 15 minutes. If you did not ask for it, somebody mistook your address for theirs.',
    };
  });
};

/** Sends a test there. Refuses `not-allowed-in-this-state` before the address is verified. */
export const sendTest = async (
  parts: ContactParts,
  who: Named,
  methodId: string,
): Promise<{ wouldHaveSent: string | null } | Refusal> => {
  const method = await findMine(parts, who, methodId);
  if (refused(method)) return method;
  if (method.verifiedAt === null)
    return refuse('not-allowed-in-this-state', 'Give the code that was sent there first.');
  return sendAsked(parts, who, method, () => ({
    glance: 'Test',
    subject: 'Concord: this is a test',
    body: 'Nothing has happened. An alarm would reach you here.',
  }));
};
