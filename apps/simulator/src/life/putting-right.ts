import type { Fact, FactOf, Incident } from '@concord/domain';
import { allOf, leadsSomewhere, msOf, rootOf, standing } from '@concord/domain';
import { oneOf, pick } from '../chance';
import type { World } from '../world/world';
import type { Step } from './step';
import { MINUTE, after, correct, instantOf, takeBack, tell } from './step';

// Synthetic: how often one side confirms what the other recorded, gives another time for it, or says nothing.
const words = { confirms: 78, disputes: 5, silence: 17 } as const;
const corrected = 0.05;
const settled = 0.5;
export const handedOverInError = 0.012;
const reasons = [
  'Time of leaving the vehicle was entered, not of coming in',
  'The door log gives another time',
  'Read the wrong clock when writing it down',
  'Entered from memory; the pocket book says otherwise',
];

type TwoSided = FactOf<'arrived'> | FactOf<'handed-over'>;

const whose = (world: World, incident: Incident, placeId: string, at: number) => ({
  police: world.cast.control(at, incident.ref),
  // Departments have no seat of their own: the coordinator rings them and says what they say.
  health: world.cast.nurseAt(placeId) ?? world.cast.onCall('coordinator', at),
});

/** A time that was put right is asked about again; a dispute of it stays one. */
const wordOn = (facts: readonly Fact[], about: Fact): FactOf<'confirmed' | 'disputed'> | undefined =>
  allOf(facts, 'confirmed').find(({ factId }) => factId === about.id) ??
  allOf(facts, 'disputed').find(({ factId }) => rootOf(facts, { id: factId }) === rootOf(facts, about));

/** The steps on either side of one, between which its time has to stay. */
const roomFor = (facts: readonly Fact[], about: Fact): readonly [after: number, before: number] => {
  const steps = standing(facts).filter(({ kind }) => leadsSomewhere(kind));
  const nth = steps.indexOf(about);
  const [previous, next] = [steps[nth - 1], steps[nth + 1]];
  return [previous ? msOf(previous.happenedAt) : -Infinity, next ? msOf(next.happenedAt) : Infinity];
};

/** Seven to twenty minutes: the suite counts from its door, the police from the yard. */
const otherTime = (world: World, ref: string, fact: TwoSided): number => {
  const minutes = 7 + Math.floor(world.chance(ref, fact.kind, 'apart') * 14);
  const later = world.chance(ref, fact.kind, 'later') < 0.75;
  return msOf(fact.happenedAt) + (later ? minutes : -minutes) * MINUTE;
};

const otherSide = (world: World, incident: Incident, arrived: FactOf<'arrived'>, fact: TwoSided): Step[] => {
  const { ref, facts } = incident;
  if (!fact.side || arrived.placeKind === 'police-station' || wordOn(facts, fact)) return [];
  const word = pick(words, world.chance(ref, fact.kind, arrived.placeName, 'other side'));
  if (word === 'silence') return [];
  const said = after(world, fact.recordedAt, [2, 12, 50, 180], ref, fact.kind, 'other side says');
  const side = fact.side === 'police' ? 'health' : 'police';
  const as = whose(world, incident, arrived.placeId, said)[side];
  const courtesy = world.manners.courtesy(as, `${ref}/${fact.kind}`) ?? 0;
  if (word === 'confirms') {
    return [tell(incident, as, said + courtesy * MINUTE, { kind: 'confirmed', factId: fact.id })];
  }
  const saysAt = otherTime(world, ref, fact);
  const at = Math.max(said, saysAt + 2 * MINUTE) + courtesy * MINUTE;
  const reason = side === 'health' ? 'Our door log' : 'The officer’s pocket book';
  return [tell(incident, as, at, { kind: 'disputed', factId: fact.id, saysAt: instantOf(saysAt), reason })];
};

const putRight = (
  incident: Incident,
  fact: FactOf<'arrived'>,
  as: string,
  at: number,
  to: number,
  reason: string,
) => {
  const [notBefore, notAfter] = roomFor(incident.facts, fact);
  if (to <= notBefore || to >= notAfter || to === msOf(fact.happenedAt)) return [];
  const { placeId, policeStation } = fact;
  return [
    correct(incident, fact, as, at, {
      reason,
      fact: { kind: 'arrived', placeId, policeStation, happenedAt: instantOf(to) },
    }),
  ];
};

/** Some minutes later somebody sees that the time was wrong. */
const correction = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step[] => {
  const { ref } = incident;
  if (arrived.corrects || world.chance(ref, arrived.placeName, 'corrected') >= corrected) return [];
  const at = after(world, arrived.recordedAt, [4, 9, 20, 40], ref, 'corrects');
  const minutes = 3 + Math.floor(world.chance(ref, 'off by') * 12);
  const [setOff] = roomFor(incident.facts, arrived);
  const to = Math.max(msOf(arrived.happenedAt) - minutes * MINUTE, setOff + MINUTE);
  const reason = oneOf(reasons, world.chance(ref, 'why wrong'));
  return putRight(incident, arrived, world.cast.control(at, ref), at, to, reason);
};

/** Half of the disputes are settled: whoever recorded the time takes the other. */
const settlement = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step[] => {
  const { ref, facts } = incident;
  const word = wordOn(facts, arrived);
  if (word?.kind !== 'disputed' || arrived.corrects) return [];
  if (world.chance(ref, arrived.placeName, 'settled') >= settled) return [];
  const at = after(world, word.recordedAt, [15, 50, 180, 400], ref, 'settles');
  const as = world.cast.control(at, ref);
  return putRight(incident, arrived, as, at, msOf(word.saysAt), 'Agreed with the other side, from its log');
};

export const takenBackBefore = (facts: readonly Fact[], kind: Fact['kind']): boolean =>
  facts.some(
    (fact) =>
      fact.kind === 'recorded-in-error' &&
      facts.find(({ id }) => id === fact.corrects?.factId)?.kind === kind,
  );

/** The handover was of somebody else. */
const wrongHandover = (world: World, incident: Incident, handedOver: FactOf<'handed-over'>): Step[] => {
  const { ref, facts } = incident;
  if (world.chance(ref, 'handed over in error') >= handedOverInError) return [];
  if (takenBackBefore(facts, 'handed-over')) return [];
  const at = after(world, handedOver.recordedAt, [2, 6, 14, 30], ref, 'sees the error');
  const as = world.cast.personaOf(handedOver.by.userId) ?? world.cast.control(at, ref);
  return [takeBack(incident, handedOver, as, at, 'That was the person in the next room')];
};

/** What each side says of the other's word, and what is put right: of the latest arrival and handover. */
export const puttingRight = (
  world: World,
  incident: Incident,
  { arrived, handedOver }: { arrived: FactOf<'arrived'>; handedOver: FactOf<'handed-over'> | undefined },
): Step[] => [
  ...otherSide(world, incident, arrived, arrived),
  ...correction(world, incident, arrived),
  ...settlement(world, incident, arrived),
  ...(handedOver ? otherSide(world, incident, arrived, handedOver) : []),
  ...(handedOver ? wrongHandover(world, incident, handedOver) : []),
];
