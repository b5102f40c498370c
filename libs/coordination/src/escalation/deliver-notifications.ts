import { createHash } from 'node:crypto';
import type { Address, Handed, Instant, Method, Notification, Try } from '@concord/domain';
import {
  afterTries,
  alarmDuties,
  bundlesOf,
  glanceOf,
  heldUntil,
  mayBeHeld,
  nextMethod,
  plusMinutes,
  roundOf,
  withTry,
} from '@concord/domain';
import type { ContactBook, ContactMethod } from '../contact/contact-book';
import type { Outgoing, Sender, Store } from '../ports';
import { sayNobodyReached } from './nobody-reached';

export interface CourierParts {
  readonly store: Store;
  readonly sender: Sender;
  readonly contacts: Pick<ContactBook, 'reachable' | 'heard'>;
}

/** Longer than a person's five methods may take to answer; after a crash, this long until the next try. */
const LEASE_SECONDS = 60;

/** Whether it is of an alarm that its person sees, and can take on. */
const isTheirs = ({ duty, placeId, escalationId }: Notification): boolean =>
  escalationId !== null && (alarmDuties.includes(duty) || (duty === 'suite-nurse' && placeId !== null));

/** How a message leaves: by a contact method, or by none where nothing leaves at all. */
interface Way extends Method {
  readonly address: Address | null;
}

/** Same message, same method: same reference, in whatever process and after whatever crash. */
const referenceOf = (notificationId: string, { id: methodId }: Method): string => {
  if (methodId === null) return notificationId;
  const hash = createHash('sha256').update(`${notificationId} ${methodId}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
};

/** Several messages as one. Each is named by its reference; what it says stays in Concord. */
const outgoing = (id: string, bundle: readonly [Notification, ...Notification[]]): Outgoing => {
  const [first] = bundle;
  const about = [...new Set(bundle.map(({ subject }) => glanceOf(subject)))].join(', ');
  const lines = bundle.map(({ subject }) => subject);
  const whatToDo = `Open Concord to see it${bundle.some(isTheirs) ? ' and to own it' : ''}.`;
  return {
    id,
    to: first.to.name,
    role: first.duty,
    glance: about,
    subject: bundle.length === 1 ? first.subject : `${about}: ${bundle.length} messages`,
    body: bundle.length === 1 ? whatToDo : [...lines, whatToDo].join('\n'),
  };
};

const waysTo = (sender: Sender, methods: readonly ContactMethod[]): readonly Way[] => {
  const ways = methods
    .filter(({ address }) => sender.takes(address))
    .map(({ id, address }) => ({ id, channel: address.channel, address }));
  return ways.length === 0 && !sender.reachesPeople ? [{ id: null, channel: null, address: null }] : ways;
};

/** The person's methods, those that its step calls by first. */
const asAsked = ({ channels }: Notification, methods: readonly ContactMethod[]): readonly ContactMethod[] => {
  const isAsked = ({ address }: ContactMethod): boolean => channels.includes(address.channel);
  return [...methods.filter(isAsked), ...methods.filter((method) => !isAsked(method))];
};

/** A sender that breaks is a provider that is down: the next method is tried, and this one another time. */
const handedTo = async (sender: Sender, message: Outgoing, address: Address | null): Promise<Handed> => {
  try {
    return await sender.send(message, address);
  } catch {
    return { outcome: 'try-later', why: 'provider-down' };
  }
};

/** Tries the person's methods in their order until one is taken, or all have been tried this round. */
const handOver = async (
  { sender, contacts }: CourierParts,
  bundle: readonly [Notification, ...Notification[]],
  ways: readonly Way[],
  now: Instant,
): Promise<readonly Try[]> => {
  const [first] = bundle;
  const round = roundOf(first, ways);
  const tries: Try[] = [];
  let { deliveries } = first;
  for (;;) {
    const method = nextMethod(deliveries, ways, round);
    const way = ways.find(({ id }) => id === method?.id);
    if (!way) return tries;
    const id = referenceOf(first.id, way);
    const handed = await handedTo(sender, outgoing(id, bundle), way.address);
    const one = { id, method: { id: way.id, channel: way.channel }, handed };
    tries.push(one);
    if (way.id !== null) await contacts.heard(way.id, 'why' in handed ? handed.why : null);
    if (handed.outcome === 'handed-over' || handed.outcome === 'recorded') return tries;
    deliveries = withTry(deliveries, one, now);
  }
};

type Settle = (notification: Notification, now: Instant) => Notification;
type Note = (bundle: readonly Notification[], settle: Settle) => Promise<void>;

/** A message that somebody else has settled meanwhile is left alone. */
const write = async (store: Store, areaId: string, settles: ReadonlyMap<string, Settle>): Promise<void> => {
  const ids = [...settles.keys()];
  await store.change(areaId, null, { name: 'deliver-notifications' }, async (tx) => {
    const tried: Notification[] = [];
    for (const one of await tx.list('notification', { id: ids, state: 'queued' })) {
      const settled = settles.get(one.id)?.(one, tx.now) ?? one;
      await tx.put('notification', settled);
      tried.push(settled);
    }
    await sayNobodyReached(tx, tried);
  });
  await store.releaseMessages(ids);
};

/** What came of messages, written per area: all that came while the write before was under way goes together. */
export const notesOf = (store: Store): Note => {
  const waiting = new Map<string, { settles: Map<string, Settle>; written: Promise<void> }>();
  const busy = new Map<string, Promise<void>>();
  return (bundle, settle) => {
    const areaId = bundle[0]?.areaId ?? '';
    let next = waiting.get(areaId);
    if (!next) {
      const settles = new Map<string, Settle>();
      const written = (busy.get(areaId) ?? Promise.resolve())
        .catch(() => undefined)
        .then(() => {
          waiting.delete(areaId);
          return write(store, areaId, settles);
        });
      next = { settles, written };
      waiting.set(areaId, next);
      busy.set(areaId, written);
    }
    for (const { id } of bundle) next.settles.set(id, settle);
    return next.written;
  };
};

/** What was held or tried before, and whose alarm has ended meanwhile, would send somebody to what is over. */
const isOvertaken = async (
  store: Store,
  { areaId, escalationId, queuedAt, tryAt }: Notification,
): Promise<boolean> =>
  escalationId !== null &&
  tryAt !== queuedAt &&
  ((await store.get(areaId, 'escalation', escalationId))?.resolvedAt ?? null) !== null;

const deliver = async (
  parts: CourierParts,
  claimed: readonly Notification[],
  methods: readonly ContactMethod[],
  note: Note,
): Promise<void> => {
  const { store, sender } = parts;
  const overtaken = await Promise.all(claimed.map((one) => isOvertaken(store, one)));
  const ended = claimed.filter((_, i) => overtaken[i]);
  if (ended.length > 0) await note(ended, (one) => ({ ...one, state: 'withdrawn', tryAt: null }));
  const [first, ...rest] = claimed.filter((_, i) => !overtaken[i]);
  if (!first) return;
  const bundle = [first, ...rest] as const;
  const now = await store.now();
  if (mayBeHeld(first)) {
    const sent = await store.ordinarySentTo(first.areaId, first.to.userId, plusMinutes(now, -60));
    const until = heldUntil(sent, now);
    if (until !== null) return note(bundle, (one) => ({ ...one, tryAt: until }));
  }
  const ways = waysTo(sender, asAsked(first, methods));
  const tries = await handOver(parts, bundle, ways, now);
  return note(bundle, (one, at) => afterTries(one, tries, ways, at));
};

const byPerson = (claimed: readonly Notification[]): readonly Notification[][] => {
  const people = new Map<string, Notification[]>();
  for (const one of claimed) {
    const key = `${one.areaId} ${one.to.userId}`;
    people.set(key, [...(people.get(key) ?? []), one]);
  }
  return [...people.values()];
};

/**
 * Takes in hand messages whose time has come, at most this many, and hands them to their senders outside any
 * area's lock. Answers as soon as they are claimed; each promise settles when what came of its message is
 * written. At least once: a crash between handing over and writing sends again, under the same reference.
 */
export const takeMessages = async (
  parts: CourierParts,
  note: Note,
  limit: number,
  only?: 'statutory',
): Promise<readonly Promise<void>[]> => {
  const claimed = await parts.store.claimMessages(limit, LEASE_SECONDS, only);
  if (claimed.length === 0) return [];
  const methods = await parts.contacts.reachable([...new Set(claimed.map(({ to }) => to.userId))]);
  return byPerson(claimed).flatMap((messages) =>
    bundlesOf(messages).map((bundle) =>
      deliver(parts, bundle, methods.get(bundle[0]?.to.userId ?? '') ?? [], note),
    ),
  );
};
