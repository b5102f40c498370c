import { z } from 'zod';
import { channel, deliveryFailure } from './codes';
import { route } from './route';
import { id, shortText, storedInstant } from './scalars';

/** As people write it; kept in one form, so that one number is one number. */
const telephone = z
  .string()
  .trim()
  .max(30)
  .transform((text) =>
    text
      .replace('(0)', '')
      .replace(/[\s().-]/g, '')
      .replace(/^0(?=[1-9])/, '+44')
      .replace(/^00/, '+'),
  )
  .pipe(z.string().regex(/^\+\d{10,15}$/, 'a telephone number such as 07700 900123'));

const base64url = (bytes: number) =>
  z
    .string()
    .regex(new RegExp(`^[\\w-]{${Math.ceil((bytes * 4) / 3)}}=*$`), `${bytes} bytes in URL-safe base64`);

const address = z.discriminatedUnion('channel', [
  z.strictObject({ channel: z.literal('sms'), number: telephone }),
  z.strictObject({ channel: z.literal('email'), email: z.email().max(254).toLowerCase() }),
  z.strictObject({ channel: z.literal('webhook'), recipient: shortText }),
  z.strictObject({
    channel: z.literal('push'),
    endpoint: z.url().max(2000),
    p256dh: base64url(65),
    auth: base64url(16),
  }),
]);

/** A way to reach the person who asks, as they see it. Of a browser only the name that they gave it. */
export const contactMethod = z.object({
  id,
  channel,
  label: z.string(),
  addedAt: storedInstant,
  /** Null until its code has come back: until then nothing but codes is sent there. */
  verifiedAt: storedInstant.nullable(),
  /** Why the last message there was not taken; null when it was, or none has been sent. */
  failing: deliveryFailure.nullable(),
});

export const myContacts = z.object({
  /** In the order in which they are tried. */
  methods: z.array(contactMethod),
  /** What this installation can send by. */
  channels: z.array(channel),
  /** With which a browser subscribes to pushes. */
  pushKey: z.string().nullable(),
  /** False where nothing leaves the installation: a demo. */
  reachesPeople: z.boolean(),
});

/** `wouldHaveSent`: in a demo, where nothing leaves, the text that would have. */
const contactsAfterSending = myContacts.extend({ wouldHaveSent: z.string().nullable() });

const code = z
  .string()
  .trim()
  .regex(/^\d{6}$/, 'the six digits of the code');
const mine = '/me/contact-methods';

/** Each person's own ways to be reached. Nobody else may read or change them. */
export const contactRoutes = {
  myContacts: route({
    method: 'GET',
    path: mine,
    summary: 'My contact methods, in the order in which they are tried',
    allowed: 'signed-in',
    reply: myContacts,
  }),
  addContact: route({
    method: 'POST',
    path: mine,
    summary: 'Add a contact method: a code goes there at once',
    allowed: 'signed-in',
    body: z.strictObject({ address, label: shortText.optional() }),
    reply: contactsAfterSending,
  }),
  sendContactCode: route({
    method: 'POST',
    path: `${mine}/:methodId/code`,
    summary: 'Send a new code; the one before is worth nothing',
    allowed: 'signed-in',
    body: z.strictObject({}),
    reply: contactsAfterSending,
  }),
  verifyContact: route({
    method: 'POST',
    path: `${mine}/:methodId/verify`,
    summary: 'Give the code that came: from now on alarms go there',
    allowed: 'signed-in',
    body: z.strictObject({ code }),
    reply: myContacts,
  }),
  orderContacts: route({
    method: 'POST',
    path: `${mine}/order`,
    summary: 'Say in which order my contact methods are tried',
    allowed: 'signed-in',
    body: z.strictObject({ methodIds: z.array(id).max(20) }),
    reply: myContacts,
  }),
  testContact: route({
    method: 'POST',
    path: `${mine}/:methodId/test`,
    summary: 'Send a test message there, and say what its provider answered',
    allowed: 'signed-in',
    body: z.strictObject({}),
    reply: contactsAfterSending,
  }),
  removeContact: route({
    method: 'POST',
    path: `${mine}/:methodId/remove`,
    summary: 'Take a contact method away',
    allowed: 'signed-in',
    body: z.strictObject({}),
    reply: myContacts,
  }),
  notifyReceipt: route({
    method: 'POST',
    path: '/callbacks/notify',
    summary: 'What GOV.UK Notify says became of a message; with its bearer token',
    allowed: 'public',
    // Notify sends more than this, the address among it, and may add to it: what is not named here is dropped.
    body: z.object({ reference: id.nullable(), status: z.string().max(60) }),
    reply: z.object({ heard: z.boolean() }),
  }),
} as const;
