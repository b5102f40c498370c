import type { Named } from '../duty';
import { later, minutesBetween } from '../instant';
import type { Period } from '../on-call/rota';
import type { AmhpOffer, AmhpRequest } from './amhp-request';
import { requestIsLive } from './amhp-request';

/**
 * What was asked of one person over some weeks. It shows how the work falls, for the lead to spread it:
 * a declined offer is as proper an answer as an accepted one, and no figure here is a mark.
 */
export interface AmhpLoad {
  readonly who: Named;
  /** Offers made to them in the time looked at; each of the next four is some of these. */
  readonly offered: number;
  readonly accepted: number;
  readonly declined: number;
  /** No answer in the agreed time: asleep, driving, or out of signal. */
  readonly unanswered: number;
  /** Taken over before they had answered, or still open. */
  readonly other: number;
  /** Minutes from each acceptance until they were free again, as far as they fall in the time looked at. */
  readonly minutes: number;
}

/** From acceptance until they were free; for one that goes on, until now. Ends were not kept at first, and those count nothing. */
const minutesOf = (
  { answeredAt, endedAt }: AmhpOffer,
  { live, within }: { live: boolean; within: Period },
) => {
  const end = endedAt ?? (live ? within.to : answeredAt);
  if (answeredAt === null || end === null) return 0;
  const to = end < within.to ? end : within.to;
  return Math.max(0, minutesBetween(later(answeredAt, within.from), to));
};

const wasAccepted = ({ answer, endedAt }: AmhpOffer): boolean =>
  answer === 'accepted' || ((answer === 'withdrawn' || answer === 'reassigned') && endedAt !== undefined);

const counted = (load: AmhpLoad, offer: AmhpOffer, live: boolean, within: Period): AmhpLoad => {
  const attended = wasAccepted(offer) && offer.answeredAt !== offer.endedAt;
  const minutes = attended ? minutesOf(offer, { live: live && offer.answer === 'accepted', within }) : 0;
  const so = { ...load, minutes: load.minutes + minutes };
  if (offer.offeredAt < within.from || offer.offeredAt >= within.to) return so;
  const as = attended
    ? 'accepted'
    : offer.answer === 'declined'
      ? 'declined'
      : offer.answer === 'lapsed'
        ? 'unanswered'
        : 'other';
  return { ...so, offered: so.offered + 1, [as]: so[as] + 1 };
};

/**
 * The load of everybody named or offered anything, most hours first. Everybody on the team is named, so that
 * whoever was asked nothing is seen too.
 */
export const loadOf = (
  requests: readonly AmhpRequest[],
  team: readonly Named[],
  within: Period,
): AmhpLoad[] => {
  const loads = new Map<string, AmhpLoad>();
  const none = { offered: 0, accepted: 0, declined: 0, unanswered: 0, other: 0, minutes: 0 };
  for (const who of team) loads.set(who.userId, { who, ...none });
  for (const request of requests.filter(({ calls }) => calls === 'amhp')) {
    for (const offer of request.offers) {
      const load = loads.get(offer.to.userId) ?? { who: offer.to, ...none };
      loads.set(offer.to.userId, counted(load, offer, requestIsLive(request), within));
    }
  }
  return [...loads.values()].sort(
    (a, b) => b.minutes - a.minutes || b.offered - a.offered || (a.who.name < b.who.name ? -1 : 1),
  );
};
