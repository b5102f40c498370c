import type { Fact, FactOf } from '../incident/fact';
import { allOf, firstOf, rootOf } from '../incident/history';
import { presentArrival } from '../incident/incident';
import { isTwoSided } from '../incident/two-agencies';
import type { PersonOutline } from '../incident/person';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import { impossibleEnding } from './end-of-detention';
import type { LawInForce } from './law-in-force';
import { unlawfulArrival } from './police-station';
import { ASLEEP_REVIEW_MINUTES, retakeClock, REVIEW_MINUTES } from './statutory-clocks';
import { LONGEST_EXTENSION_MINUTES, statutoryLimit } from './statutory-limit';

interface Around {
  /** All that was ever told, so that a fact can be known by what it corrects. */
  readonly facts: readonly Fact[];
  /** Who it is, and the law there: asked only of an arrival being recorded now. */
  readonly now?: { readonly person: PersonOutline; readonly law: LawInForce };
}

/**
 * s136(1C): before deciding, the constable consults if practicable; advice sought afterwards is no
 * consultation. s135: only under a warrant, whose execution is recorded first.
 */
const unlawfulDetention = (
  before: readonly Fact[],
  { power, happenedAt }: FactOf<'detained'>,
  facts: readonly Fact[],
): Refusal | undefined => {
  if (power === 's136-removed' || power === 's136-kept') {
    const consulted =
      // Why it was not practicable may be written down afterwards.
      firstOf(facts, 'advice-not-practicable') ??
      allOf(before, 'advice-sought').find((advice) => advice.happenedAt <= happenedAt);
    if (consulted) return undefined;
    return refuse(
      'unlawful',
      'Record whom the officer consulted before the detention, or why that was not practicable.',
      {
        rule: 'Mental Health Act 1983 s136(1C)',
        details: { record: ['advice-sought', 'advice-not-practicable'], notAfter: happenedAt },
      },
    );
  }
  const warrant = power === 's135-2' ? 's135-2' : 's135-1';
  if (firstOf(before, 'warrant-entered')?.warrant === warrant) return undefined;
  return refuse(
    'unlawful',
    'Record first when the premises were entered under that warrant, and with whom.',
    {
      rule: warrant === 's135-2' ? 'Mental Health Act 1983 s135(2)' : 'Mental Health Act 1983 s135(1)',
      details: { record: ['warrant-entered'], warrant },
    },
  );
};

const unlawfulMove = (before: readonly Fact[], fact: FactOf<'conveyance-started'>): Refusal | undefined => {
  if (fact.mode === 'police-vehicle' && !fact.policeVehicleReason) {
    return refuse('reason-needed', 'Say why a police vehicle was used.', {
      details: { field: 'policeVehicleReason' },
    });
  }
  const limit = statutoryLimit(before);
  if (!limit || fact.happenedAt < limit.endsAt) return undefined;
  return refuse(
    'unlawful',
    `Nobody may be moved after the permitted period, which ended at ${limit.endsAt}: record how the detention ended.`,
    {
      rule: 'Mental Health Act 1983 s136(3)',
      details: { field: 'happenedAt', endedAt: limit.endsAt },
    },
  );
};

const unlawfulDwelling = (fact: FactOf<'arrived'>): Refusal | undefined =>
  fact.placeKind === 'dwelling' && fact.dwelling?.personAgrees !== true
    ? refuse(
        'unlawful',
        'A home is a place of safety only if the person agrees, and an occupier unless they live there alone.',
        {
          rule: 'Mental Health Act 1983 s135(7)',
          details: { field: 'dwelling', unmet: ['personAgrees'] },
        },
      )
    : undefined;

const extension = (message: string, rule: string, details: Record<string, unknown>): Refusal =>
  refuse('unlawful', message, { rule: `Mental Health Act 1983 ${rule}`, details });

/** s136B: by the doctor responsible for the examination, in time, for the person's condition, 12 hours at most. */
const unlawfulExtension = (before: readonly Fact[], fact: FactOf<'extended'>): Refusal | undefined => {
  const limit = statutoryLimit(before);
  if (!limit)
    return refuse('not-allowed-in-this-state', 'The 24 hours have not started, so they cannot be extended.', {
      rule: 'Mental Health Act 1983 s136B',
    });
  if (fact.ground !== 'persons-condition') {
    return extension(
      "Only the person's condition can extend the 24 hours: not the lack of a bed, an AMHP or a doctor.",
      's136B(2)',
      { field: 'ground', ground: fact.ground },
    );
  }
  const unextendedEnd = limit.endsAt;
  if (fact.happenedAt >= unextendedEnd) {
    return extension(
      `The period ended at ${unextendedEnd}: an extension given then or later has no effect.`,
      's136B(1)',
      { field: 'happenedAt', notAfter: unextendedEnd },
    );
  }
  if (fact.recordedAt >= unextendedEnd && !fact.evidence) {
    return refuse(
      'reason-needed',
      'The period has ended: say what shows that the extension was given in time.',
      {
        rule: 'Mental Health Act 1983 s136B(1)',
        details: { field: 'evidence' },
      },
    );
  }
  const left = LONGEST_EXTENSION_MINUTES - limit.extendedByMinutes;
  if (fact.minutes > left) {
    return extension(`At most 12 hours in all: ${left} minutes are left.`, 's136B(1)', {
      field: 'minutes',
      atMost: left,
    });
  }
  if (presentArrival(before)?.placeKind === 'police-station' && !fact.superintendent) {
    return extension('At a police station a superintendent must approve it.', 's136B(4)', {
      field: 'superintendent',
    });
  }
  return undefined;
};

const lateRetake = (before: readonly Fact[], fact: FactOf<'retaken'>): Refusal | undefined => {
  const retake = retakeClock(before);
  if (!retake || fact.happenedAt < retake.endsAt) return undefined;
  return refuse('unlawful', `The power to retake ended at ${retake.endsAt}.`, {
    rule: 'Mental Health Act 1983 s138(3)',
    details: { field: 'happenedAt', notAfter: retake.endsAt },
  });
};

const impossibleReview = (fact: FactOf<'station-review'>): Refusal | undefined => {
  const atMost = fact.asleepNoRiskFlagged ? ASLEEP_REVIEW_MINUTES : REVIEW_MINUTES;
  if (!fact.conditionsStillMet || fact.nextWithinMinutes <= atMost) return undefined;
  return refuse('unlawful', `The next review is due within ${atMost} minutes.`, {
    rule: 'SI 2017/1036 reg 5',
    details: { field: 'nextWithinMinutes', atMost },
  });
};

const noSuchReading = (facts: readonly Fact[], fact: FactOf<'reading-adopted'>): Refusal | undefined => {
  const readings = statutoryLimit(facts)?.readings ?? [];
  const start = facts.find(({ id }) => id === fact.startFactId);
  const root = start && rootOf(facts, start);
  if (readings.length > 1 && readings.some(({ startedBy }) => startedBy === root)) return undefined;
  return refuse(
    'not-allowed-in-this-state',
    'Adopt one of the readings of the start that have been recorded.',
    {
      details: { field: 'startFactId', readings },
    },
  );
};

const notTheirsToAttest = (
  before: readonly Fact[],
  fact: FactOf<'confirmed' | 'disputed'>,
): Refusal | undefined => {
  const about = before.find(({ id }) => id === fact.factId);
  if (!about || !isTwoSided(about.kind)) {
    return refuse('not-found', 'There is no arrival, handover or release by that id that stands.', {
      details: { field: 'factId' },
    });
  }
  return about.side === fact.side
    ? refuse(
        'not-allowed-in-this-state',
        `The ${fact.side} side recorded that: the other side confirms it.`,
        { details: { field: 'factId', side: fact.side } },
      )
    : undefined;
};

/** The rule of law that forbids a fact after those `before` it, if one does. */
export const unlawful = (
  before: readonly Fact[],
  fact: Fact,
  { facts, now }: Around,
): Refusal | undefined => {
  switch (fact.kind) {
    case 'detained':
      return unlawfulDetention(before, fact, facts);
    case 'conveyance-started':
      return unlawfulMove(before, fact);
    case 'arrived':
      return unlawfulDwelling(fact) ?? (now && unlawfulArrival(now.person, fact, now.law));
    case 'extended':
      return unlawfulExtension(before, fact);
    case 'retaken':
      return lateRetake(before, fact);
    case 'station-review':
      return impossibleReview(fact);
    case 'reading-adopted':
      return noSuchReading(facts, fact);
    case 'confirmed':
    case 'disputed':
      return notTheirsToAttest(before, fact);
    case 'outcome':
      return impossibleEnding(before, fact);
    default:
      return undefined;
  }
};
