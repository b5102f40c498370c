import type { Fact, FactOf } from '../incident/fact';
import { lastOf, rootOf, standing } from '../incident/history';
import { isTwoSided } from '../incident/two-agencies';
import type { PersonOutline } from '../incident/person';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import { impossibleEnding } from './end-of-detention';
import { unlawfulExtension } from './extension';
import type { LawInForce } from './law-in-force';
import { unlawfulArrival } from './police-station';
import { ASLEEP_REVIEW_MINUTES, retakeEnds, REVIEW_MINUTES, statutoryNames } from './statutory-clocks';
import type { StatutoryLimit } from './statutory-limit';
import { statutoryLimit } from './statutory-limit';
import { unlawfulDetention } from './unlawful-detention';

interface Around {
  /** All that was ever told, this fact included. */
  readonly facts: readonly Fact[];
  /** Who it is, and the law there: asked only of an arrival being recorded now. */
  readonly now?: { readonly person: PersonOutline; readonly law: LawInForce };
}

const unlawfulMove = (
  fact: FactOf<'conveyance-started'>,
  limit: StatutoryLimit | undefined,
): Refusal | undefined => {
  if (fact.mode === 'police-vehicle' && !fact.policeVehicleReason) {
    return refuse('reason-needed', 'Say why a police vehicle was used.', {
      details: { field: 'policeVehicleReason' },
    });
  }
  if (!limit || fact.happenedAt < limit.endsAt) return undefined;
  return refuse(
    'unlawful',
    `Nobody may be moved after the permitted period, which ended at ${limit.endsAt}: record how the detention ended.`,
    {
      rule: 'Mental Health Act 1983 s136(3), s135(3A)',
      details: { field: 'happenedAt', endedAt: limit.endsAt },
    },
  );
};

/** s135(7): the person agrees, and an occupier does unless they live there alone (`occupier` null). */
const unlawfulDwelling = ({ placeKind, dwelling }: FactOf<'arrived'>): Refusal | undefined => {
  if (placeKind !== 'dwelling') return undefined;
  const unmet = [
    ...(dwelling?.personAgrees ? [] : ['personAgrees']),
    ...(dwelling?.occupier?.trim() === '' ? ['occupier'] : []),
  ];
  if (unmet.length === 0) return undefined;
  return refuse(
    'unlawful',
    'A home is a place of safety only if the person agrees, and an occupier unless they live there alone.',
    { rule: 'Mental Health Act 1983 s135(7)', details: { field: 'dwelling', unmet } },
  );
};

/**
 * Asked when somebody is taken to a place. To put right when, or on whose authority, somebody came to a
 * police station takes nobody there: the record of it must stay open to correction, whatever has since
 * been learned of their age.
 */
const unlawfulPlace = (fact: FactOf<'arrived'>, { facts, now }: Around): Refusal | undefined => {
  if (!now) return undefined;
  const old = facts.find(({ id }) => id === fact.corrects?.factId);
  const wasThere = old?.kind === 'arrived' && old.placeKind === 'police-station';
  return unlawfulArrival(now.person, fact, now.law, { wasThere });
};

const lateRetake = (
  before: readonly Fact[],
  fact: FactOf<'retaken'>,
  limit: StatutoryLimit | undefined,
): Refusal | undefined => {
  const escape = lastOf(before, 'absconded');
  const endsAt = escape && retakeEnds(escape, limit);
  if (endsAt === undefined || fact.happenedAt < endsAt) return undefined;
  return refuse('unlawful', `The power to retake ended at ${endsAt}.`, {
    rule: 'Mental Health Act 1983 s138(3)',
    details: { field: 'happenedAt', notAfter: endsAt },
  });
};

const impossibleReview = (fact: FactOf<'station-review'>): Refusal | undefined => {
  const atMost = fact.asleepNoRiskFlagged ? ASLEEP_REVIEW_MINUTES : REVIEW_MINUTES;
  const { conditionsStillMet, nextWithinMinutes } = fact;
  if (!conditionsStillMet || (nextWithinMinutes > 0 && nextWithinMinutes <= atMost)) return undefined;
  return refuse('unlawful', `The next review is due within ${atMost} minutes.`, {
    rule: statutoryNames['station-review'].rule,
    details: { field: 'nextWithinMinutes', atMost },
  });
};

const noSuchReading = (facts: readonly Fact[], fact: FactOf<'reading-adopted'>): Refusal | undefined => {
  const readings = statutoryLimit(facts)?.readings ?? [];
  const root = rootOf(facts, { id: fact.startFactId });
  if (readings.length > 1 && readings.some(({ startedBy }) => startedBy === root)) return undefined;
  return refuse(
    'not-allowed-in-this-state',
    'Adopt one of the readings of the start that have been recorded.',
    { details: { field: 'startFactId', readings } },
  );
};

const notTheirsToAttest = (
  facts: readonly Fact[],
  { factId, side }: FactOf<'confirmed' | 'disputed'>,
): Refusal | undefined => {
  const about = standing(facts).find(({ id }) => id === factId);
  if (!about || !isTwoSided(about.kind)) {
    return refuse('not-found', 'There is no arrival, handover or release by that id that stands.', {
      details: { field: 'factId' },
    });
  }
  return side !== undefined && about.side === side
    ? refuse('not-allowed-in-this-state', `The ${side} side recorded that: the other side confirms it.`, {
        details: { field: 'factId', side },
      })
    : undefined;
};

/** The record without one fact, which does not bring back what that fact corrected. */
const without = (facts: readonly Fact[], fact: Fact): readonly Fact[] =>
  facts.flatMap((other): Fact[] => {
    if (other !== fact) return [other];
    const { id, happenedAt, recordedAt, by, corrects } = fact;
    return corrects ? [{ kind: 'recorded-in-error', id, happenedAt, recordedAt, by, corrects }] : [];
  });

/**
 * The rule of law that forbids a fact, if one does. What had been done by then is read from those
 * `before` it; whether the clock ran then, from all that is now on record.
 */
export const unlawful = (before: readonly Fact[], fact: Fact, around: Around): Refusal | undefined => {
  const limit = () => statutoryLimit(without(around.facts, fact));
  switch (fact.kind) {
    case 'detained':
      return unlawfulDetention(standing(without(around.facts, fact)), fact);
    case 'conveyance-started':
      return unlawfulMove(fact, limit());
    case 'arrived':
      return unlawfulDwelling(fact) ?? unlawfulPlace(fact, around);
    case 'extended':
      return unlawfulExtension(before, fact, limit());
    case 'retaken':
      return lateRetake(before, fact, limit());
    case 'station-review':
      return impossibleReview(fact);
    case 'reading-adopted':
      return noSuchReading(around.facts, fact);
    case 'confirmed':
    case 'disputed':
      return notTheirsToAttest(around.facts, fact);
    case 'outcome':
      return impossibleEnding(before, fact, limit());
    default:
      return undefined;
  }
};
