import type { Alternative, Freshness, FreshnessRule, Instant } from '@concord/domain';
import { countedBeforeShut, freshnessOf, placesLeft } from '@concord/domain';
import { hoursWords, isOpenNow } from '../alternative/hours-words';
import { age } from '../time/span';
import type { OfferStanding } from './site-offer';

/** What an alternative can take now, in words, and why. */
export interface AlternativeOffer {
  readonly standing: OfferStanding;
  readonly open: boolean;
  readonly fresh: Freshness;
  readonly says: string;
  readonly why: string;
}

const count = (left: number): string => (left === 1 ? '1 place left' : `${left} places left`);

/**
 * Open by its hours and not called off, with places that were counted within the agreed time. A count that
 * nobody has confirmed since is not one: the answer is unknown, and says what was last said.
 */
export const alternativeOffer = (at: Alternative, rule: FreshnessRule, now: Instant): AlternativeOffer => {
  const open = isOpenNow(at, now);
  const hours = hoursWords(at, now);
  const counts = at.places !== null;
  const fresh = at.capacity ? freshnessOf(at.capacity.observed, rule, now) : counts ? 'unknown' : 'fresh';
  const answer = (standing: OfferStanding, says: string, why = hours): AlternativeOffer => ({
    standing,
    open,
    fresh,
    says,
    why,
  });
  if (!open) return answer('none', 'closed');
  if (!counts) return answer('takes', 'open');
  const left = placesLeft(at);
  if (left === null || !at.capacity) return answer('unknown', 'places not said');
  if (fresh === 'unknown' || countedBeforeShut(at)) {
    const old = age(at.capacity.observed.at, now);
    return answer('unknown', `unknown ${old}`, `last: ${count(left)}, ${old} ago; ${hours}`);
  }
  return left === 0 ? answer('none', 'full') : answer('takes', count(left), `of ${at.places}, ${hours}`);
};

export interface AlternativeRow {
  readonly at: Alternative;
  readonly offer: AlternativeOffer;
}

/** Every alternative of the area, by name, whoever runs it. */
export const alternativeRows = (
  alternatives: ReadonlyMap<string, Alternative>,
  rule: FreshnessRule,
  now: Instant,
): AlternativeRow[] =>
  [...alternatives.values()]
    .map((at) => ({ at, offer: alternativeOffer(at, rule, now) }))
    .sort((a, b) => a.at.name.localeCompare(b.at.name, 'en'));
