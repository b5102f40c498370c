import * as fc from 'fast-check';
import { after, blankIncident, called, details, factKinds, lived } from '../examples';
import type { Fact, FactDetail, FactKind } from '../incident/fact';
import type { OutcomeCode, PoliceStationGrounds, Power } from '../incident/fact-codes';
import { standing } from '../incident/history';
import type { Incident } from '../incident/incident';
import { factsAllowedNow, isWrittenByCommand } from '../incident/allowed-now';
import type { PersonSaidOf } from '../incident/person';
import { recordFact } from '../incident/record-fact';
import { isTwoSided } from '../incident/two-agencies';
import { plusMinutes } from '../instant';
import { statutoryLimit } from '../law/statutory-limit';
import type { PlaceKind } from '../place/place';
import { refused } from '../refusal';

/** One try at telling something: of a kind, of any that the table allows, or a correction of something told. */
export interface Attempt {
  readonly what: FactKind | 'what may be said now' | 'correct' | 'take back';
  /** Minutes since the try before. */
  readonly wait: number;
  /** How long ago it is said to have been. */
  readonly ago: number;
  /** Chooses among what could be said. */
  readonly pick: number;
}

export const grounds: PoliceStationGrounds = {
  imminentRiskOfSeriousInjuryOrDeath: true,
  noOtherPlaceInThePoliceArea: true,
  healthcareProfessionalThroughout: true,
  authorisedBy: { name: 'Insp. Hale', rank: 'inspector' },
};

const powers: readonly Power[] = ['s136-removed', 's136-kept', 's135-1-removed', 's135-1-kept', 's135-2'];
const placeKinds: readonly PlaceKind[] = ['suite', 'emergency-department', 'police-station', 'dwelling'];
const descriptions: readonly Partial<PersonSaidOf>[] = [
  { ageYears: 34, ageBasis: 'known' },
  { ageYears: 15, ageBasis: 'known' },
  { ageYears: 25, ageBasis: 'estimated', appearsUnder18: false },
  { ageYears: 16, ageBasis: 'estimated' },
  { appearsUnder18: true },
  { ageYears: null, ageBasis: 'unknown' },
  { sex: 'female', interpreter: 'BSL' },
];
const outcomes: readonly OutcomeCode[] = [
  'section-2',
  'no-mental-disorder',
  'discharged-with-follow-up',
  'criminal-justice',
  'expired-unassessed',
  'released-before-arrival',
  'absconded-not-retaken',
];

const oneOf = <Thing>(things: readonly Thing[], pick: number): Thing | undefined =>
  things.length === 0 ? undefined : things[pick % things.length];

/** A detail of this kind that would make sense in this incident, as far as there is one. */
export const detailFor = (kind: FactKind, { facts }: Pick<Incident, 'facts'>, pick: number): FactDetail => {
  const none = 'nothing like it';
  switch (kind) {
    case 'detained':
      return { ...details.detained, power: oneOf(powers, pick) ?? 's136-removed' };
    case 'warrant-entered':
      return { ...details[kind], warrant: pick % 3 === 0 ? 's135-2' : 's135-1' };
    case 'arrived': {
      const placeKind = oneOf(placeKinds, pick) ?? 'suite';
      const dwelling = { personAgrees: pick % 7 > 0, occupier: null };
      const station =
        pick % 5 > 0 ? { policeStation: grounds } : pick % 3 > 0 ? {} : { unlawfulBecause: 'In haste.' };
      return { ...details.arrived, placeKind, ...station, dwelling };
    }
    case 'extended':
      return {
        ...details.extended,
        minutes: oneOf([60, 360, 720], pick) ?? 60,
        ...(pick % 4 > 0 && { evidence: 'Drug chart', superintendent: 'Supt. Oka' }),
        ground: pick % 6 === 0 ? 'no-bed' : 'persons-condition',
      };
    case 'station-review':
      return { ...details[kind], conditionsStillMet: pick % 3 > 0 };
    case 'person-described':
      return { kind, said: oneOf(descriptions, pick) ?? {} };
    case 'outcome':
      return { ...details.outcome, code: oneOf(outcomes, pick) ?? 'criminal-justice' };
    case 'confirmed':
    case 'disputed': {
      const about = oneOf(
        standing(facts).filter((fact) => isTwoSided(fact.kind)),
        pick,
      );
      const said = { factId: about?.id ?? none };
      return kind === 'confirmed'
        ? { kind, ...said }
        : { ...details.disputed, ...said, saysAt: plusMinutes(about?.happenedAt ?? after(0), -(pick % 40)) };
    }
    case 'reading-adopted': {
      const readings = statutoryLimit(facts)?.readings ?? [];
      return { ...details[kind], startFactId: oneOf(readings, pick)?.startedBy ?? none };
    }
    default:
      return details[kind];
  }
};

/** What an attempt says, once it is known to what incident and when. */
export const factFor = (incident: Incident, { what, ago, pick }: Attempt, now: number, id: string): Fact => {
  const told = { id, recordedAt: after(now), by: called('Morgan Reyes') };
  const side = pick % 2 === 0 ? ('police' as const) : ('health' as const);
  const happenedAt = after(Math.max(0, now - ago));
  if (what !== 'correct' && what !== 'take back') {
    const allowed = factsAllowedNow(incident).filter((kind) => !ends.includes(kind));
    const kind = what === 'what may be said now' ? (oneOf(allowed, pick) ?? 'noted') : what;
    const detail = detailFor(kind, incident, pick);
    return { ...detail, ...told, side, happenedAt: isWrittenByCommand(kind) ? after(now) : happenedAt };
  }
  const old = oneOf(incident.facts, pick);
  const corrects = { factId: old?.id ?? 'nothing', reason: 'Wrong in the book.' };
  if (what === 'take back' || !old)
    return { ...told, kind: 'recorded-in-error', happenedAt: after(now), corrects };
  const moved = plusMinutes(old.happenedAt, (ago % 21) - 10);
  const detail = detailFor(old.kind, incident, pick);
  return { ...detail, ...told, side, happenedAt: moved > after(now) ? after(now) : moved, corrects };
};

/** The steps are tried more often than the rest, and what ends an incident less, or few lives would get far. */
const steps: readonly FactKind[] = [
  'detained',
  'conveyance-started',
  'arrived',
  'arrived',
  'handed-over',
  'assessment-started',
  'retaken',
  'retaken',
];
const ends: readonly FactKind[] = ['diverted', 'outcome', 'closed', 'incident-in-error', 'merged-into'];
const legal: readonly FactKind[] = [
  'extended',
  'start-contested',
  'reading-adopted',
  'station-check',
  'station-review',
  'consent-withdrawn',
  'person-described',
  'confirmed',
  'disputed',
];

export const anAttempt: fc.Arbitrary<Attempt> = fc.record({
  what: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...steps) },
    { weight: 8, arbitrary: fc.constantFrom(...legal) },
    { weight: 3, arbitrary: fc.constantFrom(...factKinds.filter((kind) => !ends.includes(kind))) },
    { weight: 10, arbitrary: fc.constant('what may be said now' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...ends) },
    { weight: 5, arbitrary: fc.constantFrom('correct' as const, 'correct' as const, 'take back' as const) },
  ),
  wait: fc.oneof(
    { weight: 4, arbitrary: fc.nat({ max: 20 }) },
    { weight: 1, arbitrary: fc.nat({ max: 400 }) },
  ),
  ago: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.nat({ max: 30 }) },
    { weight: 1, arbitrary: fc.nat({ max: 200 }) },
  ),
  pick: fc.nat({ max: 10_000 }),
});

export interface Told {
  readonly before: Incident;
  readonly fact: Fact;
  readonly after: Incident;
  /** Minutes after the start of the test's time. */
  readonly now: number;
}

/** Everything of what was tried that the rules allowed, one after the other. */
export const livedThrough = (start: Incident, attempts: readonly Attempt[]): Told[] => {
  let now = 10;
  let incident = start;
  return attempts.flatMap((attempt, index) => {
    now += attempt.wait;
    const fact = factFor(incident, attempt, now, `told-${index}`);
    const before = incident;
    const next = recordFact(before, fact);
    if (refused(next)) return [];
    incident = next;
    return [{ before, fact: next.facts.at(-1) ?? fact, after: next, now }];
  });
};

const by = (power: Power) => ({ ...details.detained, power });
const warrant = details['warrant-entered'];

/** An incident just opened, and one under each power. */
export const beginnings: readonly Incident[] = [
  lived(blankIncident, 'opened', 'person-described', 'advice-sought'),
  lived(blankIncident, 'opened', 'person-described', 'advice-sought', 'detained'),
  lived(blankIncident, 'opened', 'advice-not-practicable', by('s136-kept')),
  lived(blankIncident, 'opened', 'person-described', warrant, by('s135-1-removed')),
  lived(blankIncident, 'opened', warrant, by('s135-1-kept')),
  lived(blankIncident, 'opened', 'person-described', { ...warrant, warrant: 's135-2' }, by('s135-2')),
];

/** Any life that the rules let an incident have, from `start` on or from any beginning. */
export const anyLife = (start?: Incident, maxLength = 50): fc.Arbitrary<Told[]> =>
  fc
    .tuple(
      start ? fc.constant(start) : fc.constantFrom(...beginnings),
      fc.array(anAttempt, { minLength: 15, maxLength }),
    )
    .map(([from, attempts]) => livedThrough(from, attempts))
    .filter((life) => life.length > 0);
