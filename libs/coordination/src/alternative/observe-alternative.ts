import type { Actor, Alternative, Observation, Refusal, StatusValue } from '@concord/domain';
import {
  alternativeWords,
  calledOff,
  cameLate,
  clockTime,
  confirmPlaces,
  countPlaces,
  endOfDaysWork,
  refused,
} from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { changedSince, commandInfo, nameOf, notFound } from '../command';
import { addFact } from '../incident/save-incident';
import type { Telling } from '../place/observing';
import { mayObserve, observation, wasTold } from '../place/observing';
import { keepTold, saveAlternative } from '../place/save-status';
import type { AreaTransaction, Store } from '../ports';

type About = { alternativeId: string };
type Observe = Given<CommandOf<'observeAlternative'> & About>;
type Confirm = Given<CommandOf<'confirmAlternative'> & About>;

const asSaid = (at: Alternative, { left, shut }: Observe, observed: Observation): Alternative | Refusal => {
  const counted = left === undefined ? at : countPlaces(at, left, observed);
  if (refused(counted) || shut === undefined) return counted;
  const until = endOfDaysWork(at.hours, observed.at);
  return { ...counted, shut: shut && { reason: shut.reason, until, observed } };
};

const valuesIn = ({ left, shut }: Observe): StatusValue[] => [
  ...(left === undefined ? [] : [{ of: 'places-left' as const, left }]),
  ...(shut === undefined ? [] : [{ of: 'shut' as const, reason: shut?.reason ?? null }]),
];

interface Word {
  readonly said: readonly StatusValue[];
  readonly confirmed: boolean;
  /** What it speaks of as it was known before. */
  readonly known: readonly (Observation | undefined)[];
  readonly seenRevision?: number | undefined;
  readonly after: (observed: Observation) => Alternative | Refusal;
}

/** Told twice it is answered alike; seen before what is known it is kept, and changes nothing. */
const tell = async (
  tx: AreaTransaction,
  actor: Actor,
  at: Alternative,
  telling: Telling,
  { said, confirmed, known, seenRevision, after }: Word,
): Promise<Alternative | Refusal> => {
  const no = mayObserve(actor, { placeId: at.id, lentBy: null }, telling.source);
  if (no) return no;
  const observed = observation(tx, actor, telling);
  if (refused(observed)) return observed;
  if (await wasTold(tx, at.id, said, telling, observed)) return at;
  const decision = after(observed);
  if (refused(decision)) return decision;
  if (known.some((word) => cameLate(observed.at, word))) {
    await keepTold(tx, { placeId: at.id, said, confirmed, tookEffect: false }, observed);
    return at;
  }
  return (
    changedSince(at, seenRevision, 'alternative') ?? saveAlternative(tx, { before: at, after: decision })
  );
};

/** Whoever was sent there is somebody's to think of again: it goes on the record of each. */
const tellExpected = async (
  tx: AreaTransaction,
  actor: Actor,
  before: Alternative,
  { name, shut, expected }: Alternative,
): Promise<Refusal | undefined> => {
  if (!shut || shut === before.shut || calledOff(before, tx.now)) return undefined;
  for (const { incidentId, referredAt } of expected) {
    const text = `${name}, where they were referred at ${clockTime(referredAt)}, has closed: ${shut.reason}.`;
    const noted = await addFact(tx, incidentId, nameOf(actor), { kind: 'noted', text });
    if (refused(noted)) return noted;
  }
  return undefined;
};

/**
 * Records how many places an alternative has left, or that it is shut, until the end of its day or, where that
 * never ends, until its people say otherwise, as an observation with its author, time and source. Seen earlier than what is known, it is kept and changes
 * nothing. Refuses `not-your-duty`, `time-impossible`, `changed-since-seen`, `not-allowed-in-this-state`
 * where no places are counted and `place-unfit` past those it has.
 * That it has shut is noted on the record of everybody who is expected there.
 */
export const observeAlternative = (
  store: Store,
  actor: Actor,
  input: Observe,
): Promise<Alternative | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('observe-alternative', input), async (tx) => {
    const at = await tx.get('alternative', input.alternativeId);
    if (!at) return notFound('alternative');
    const after = await tell(tx, actor, at, input, {
      said: valuesIn(input),
      confirmed: false,
      known: [
        ...(input.left === undefined ? [] : [at.capacity?.observed]),
        ...(input.shut === undefined ? [] : [at.shut?.observed]),
      ],
      seenRevision: input.seenRevision,
      after: (observed) => asSaid(at, input, observed),
    });
    return refused(after) ? after : ((await tellExpected(tx, actor, at, after)) ?? after);
  });

/** "Nothing has changed": its places are as shown, from when that was seen. Refuses as `observeAlternative` does. */
export const confirmAlternative = (
  store: Store,
  actor: Actor,
  input: Confirm,
): Promise<Alternative | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('confirm-alternative', input), async (tx) => {
    const at = await tx.get('alternative', input.alternativeId);
    if (!at) return notFound('alternative');
    const places = alternativeWords(at).filter(({ value }) => value.of === 'places-left');
    return tell(tx, actor, at, input, {
      said: places.map(({ value }) => value),
      confirmed: true,
      known: [at.capacity?.observed],
      after: (observed) => confirmPlaces(at, observed),
    });
  });
