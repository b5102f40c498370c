import type { FreshnessRule, Instant, Lending, Place, Room } from '@concord/domain';
import { isUntold, offerOf, roomsInUse } from '@concord/domain';
import { age } from '../time/span';
import { closedReasonWords } from '../words/codes';

/** `unknown`: it may have a room, and only a telephone call will tell. */
export type OfferStanding = 'takes' | 'none' | 'unknown';

/** What a suite can take now, as every screen says it. */
export interface SiteOffer {
  readonly standing: OfferStanding;
  readonly canTake: number;
  readonly inUse: number;
  /** In a few words: "1 free", "full", "staff for 0", "unknown 1:12 h". */
  readonly says: string;
  /** What that is the lesser of, or what was last said. */
  readonly why: string;
}

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const oldest = (rooms: readonly Room[]): Room | undefined =>
  [...rooms].sort((a, b) => (a.observed.at < b.observed.at ? -1 : 1))[0];

const notFree = ['occupied', 'held', 'cleaning', 'closed'] as const;

/** "1 occupied, 1 closed (works)". */
const whatTheyAre = (rooms: readonly Room[]): string =>
  notFree
    .map((state) => [state, rooms.filter((room) => room.state === state)] as const)
    .filter(([, those]) => those.length > 0)
    .map(([state, those]) => {
      const reasons = [...new Set(those.flatMap(({ closedReason }) => closedReason ?? []))];
      const because = reasons.map((reason) => closedReasonWords[reason].toLowerCase()).join(', ');
      const then = state === 'occupied' ? 'then closes: ' : '';
      return `${those.length} ${state}${because && ` (${then}${because})`}`;
    })
    .join(', ');

/**
 * The lesser of free rooms and staff, in words. A room or a staff figure that nobody has confirmed within
 * the agreed time is never counted as free: it makes the answer unknown, and says what was last said. Of a
 * neighbour's suite no more than its lender allows at once.
 */
export const siteOffer = (
  place: Pick<Place, 'staffing'>,
  rooms: readonly Room[],
  rule: FreshnessRule,
  now: Instant,
  lending?: Lending,
): SiteOffer => {
  const offer = ownOffer(place, rooms, rule, now);
  const atMost = lending?.rules.atMost ?? null;
  if (!lending || atMost === null) return offer;
  const { areaName } = lending.other;
  const left = Math.max(0, atMost - roomsInUse(lending.id, rooms));
  if (offer.canTake <= left) return offer;
  const why = `${offer.why}; ${areaName} lends ${atMost} at once`;
  return left > 0
    ? { ...offer, canTake: left, says: `${left} free`, why }
    : {
        ...offer,
        standing: 'none',
        canTake: 0,
        says: atMost === 0 ? 'shown, not lent' : 'none left to lend',
        why,
      };
};

const ownOffer = (
  { staffing }: Pick<Place, 'staffing'>,
  rooms: readonly Room[],
  rule: FreshnessRule,
  now: Instant,
): SiteOffer => {
  const {
    freeRooms,
    unconfirmed: stale,
    inUse,
    staffLeft,
    canTake,
    freshness: staffFresh,
  } = offerOf(staffing, rooms, rule, now);
  const unconfirmed = stale.length > 0 ? `, ${stale.length} not confirmed` : '';
  const open = `${freeRooms} of ${count(rooms.length, 'room')} open${unconfirmed}`;
  const answer = (standing: OfferStanding, says: string, why: string): SiteOffer => ({
    standing,
    canTake,
    inUse,
    says,
    why,
  });

  if (canTake > 0)
    return answer(
      'takes',
      `${canTake} free`,
      staffLeft === null ? open : `${open}, staff for ${staffLeft} more`,
    );
  if (freeRooms > 0 && staffing) {
    const old = age(staffing.observed.at, now);
    return staffFresh === 'unknown'
      ? answer(
          'unknown',
          `staff unknown ${old}`,
          `${open}; last: staff for ${staffing.staffedFor}, ${old} ago`,
        )
      : answer('none', 'staff for 0', `${open}, staffed for ${staffing.staffedFor} and ${inUse} in use`);
  }
  const first = oldest(stale);
  if (first) {
    const old = age(first.observed.at, now);
    if (isUntold(first.observed)) return answer('unknown', 'unknown', 'nothing said yet');
    const free = stale.filter(({ state }) => state === 'available').length;
    const last = [free > 0 && `${free} free`, whatTheyAre(stale)].filter(Boolean).join(', ');
    return answer('unknown', `unknown ${old}`, `last: ${last}, ${old} ago`);
  }
  if (rooms.length === 0) return answer('none', 'no rooms', 'none set up');
  const closed = rooms.every(({ state }) => state === 'closed');
  return answer('none', closed ? 'closed' : 'full', whatTheyAre(rooms));
};
