import type { Instant } from '../instant';
import { instantFromMs, msOf } from '../instant';
import type { Notification } from './notification';

/** After a message, what follows to the same person within a minute waits and goes as one. */
const BUNDLE_SECONDS = 60;
/** Of messages that no law asks for. Past it they come together, when the first of them is an hour old. */
const MOST_AN_HOUR = 10;
const HOUR_SECONDS = 3_600;

const plusSeconds = (at: Instant, seconds: number): Instant => instantFromMs(msOf(at) + seconds * 1000);

/**
 * Until when a person's messages are held, of those that may be, given when they were last sent any but of a
 * legal limit; null when they may go now.
 */
export const heldUntil = (sentAt: readonly Instant[], now: Instant): Instant | null => {
  const lately = [...new Set(sentAt)].filter((at) => plusSeconds(at, HOUR_SECONDS) > now).sort();
  const last = lately.at(-1);
  if (last === undefined) return null;
  const [tenth] = lately.slice(-MOST_AN_HOUR);
  const full = lately.length >= MOST_AN_HOUR && tenth !== undefined;
  const until = full ? plusSeconds(tenth, HOUR_SECONDS) : plusSeconds(last, BUNDLE_SECONDS);
  return until > now ? until : null;
};

/**
 * Whether a message may be held for those before it. Never one of a legal limit, nor one to somebody who is asked
 * to an assessment or no longer is: an offer that is held lapses unread.
 */
export const mayBeHeld = ({ statutory, escalationId, incidentId, duty }: Notification): boolean => {
  const ofACall = escalationId === null && incidentId !== null;
  return !statutory && !(ofACall && (duty === 'amhp' || duty === 'section-12-doctor'));
};

/** The ways by which a message is to go, whatever the order in which they were named. */
const waysOf = ({ channels }: Notification): string => [...channels].sort().join();

/**
 * What goes to one person at once: each message that nothing holds by itself, of the others together those
 * that are to go by the same ways.
 */
export const bundlesOf = (queued: readonly Notification[]): readonly (readonly Notification[])[] => {
  const bundles = new Map<string, Notification[]>();
  for (const one of queued.filter(mayBeHeld))
    bundles.set(waysOf(one), [...(bundles.get(waysOf(one)) ?? []), one]);
  return [...queued.filter((one) => !mayBeHeld(one)).map((one) => [one]), ...bundles.values()];
};
