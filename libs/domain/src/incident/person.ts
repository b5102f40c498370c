import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../instant';
import type { Need } from '../place/fitness';

export type Sex = 'female' | 'male' | 'not-known';

/** Where an age comes from. Only a `known` age outweighs an officer's judgement that somebody appears under 18. */
export type AgeBasis = 'known' | 'estimated' | 'unknown';

export type RiskKind =
  | 'violence'
  | 'self-harm'
  | 'drugs-or-alcohol'
  | 'weapons'
  | 'physical-health'
  | 'medication'
  | 'safeguarding'
  | 'absconding'
  | 'communication';

/** How sure its source is: seen by who says it, on a record, or only reported. */
export type Confidence = 'witnessed' | 'recorded' | 'reported';

/** A risk as somebody says it. */
export interface RiskSaid {
  readonly kind: RiskKind;
  readonly note: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly expiresAt: Instant;
}

/** "Need to know" for this incident: with a source, and gone when it expires. Never a lifelong label. */
export interface RiskMarker extends RiskSaid {
  readonly recordedAt: Instant;
}

/** Self-defined ethnicity in the 18 + 1 categories of the 2021 census (England and Wales), kept raw and mapped on export. */
export type Ethnicity =
  | 'A1'
  | 'A2'
  | 'A3'
  | 'A4'
  | 'A9'
  | 'B1'
  | 'B2'
  | 'B9'
  | 'M1'
  | 'M2'
  | 'M3'
  | 'M9'
  | 'O2'
  | 'O9'
  | 'W1'
  | 'W2'
  | 'W3'
  | 'W4'
  | 'W9'
  | 'NS';

/** Ethnic appearance as an officer sees it (police codes IC0 to IC6, IC9): another thing than what somebody says of themselves. */
export type ObservedEthnicity = 'IC1' | 'IC2' | 'IC3' | 'IC4' | 'IC5' | 'IC6' | 'IC9';

/**
 * What a live board may hold about a person. Name, date of birth and NHS number are not here:
 * they live in the `person` table, so that retention can erase them without touching the journal.
 */
export interface PersonOutline {
  readonly ageYears: number | null;
  readonly ageBasis: AgeBasis;
  /** An officer's judgement; with an unproven age it is decisive (MHA 1983 s136A: treat as under 18). */
  readonly appearsUnder18: boolean;
  readonly sex: Sex;
  /** In the person's own words; null while nobody has asked. */
  readonly gender: string | null;
  readonly ethnicity: Ethnicity | null;
  readonly observedEthnicity: ObservedEthnicity | null;
  /** The language an interpreter is needed for, signed ones included. */
  readonly interpreter: string | null;
  readonly communicationNeeds: string;
  /** What they need of a room: a place that cannot meet it is not offered. */
  readonly needs: readonly Need[];
  readonly risks: readonly RiskMarker[];
}

/** What a description may say: everything but risks, which are noted one by one. */
export type PersonSaidOf = Omit<PersonOutline, 'risks'>;

/** Somebody of whom nothing is known yet. */
export const unknownPerson: PersonSaidOf = {
  ageYears: null,
  ageBasis: 'unknown',
  appearsUnder18: false,
  sex: 'not-known',
  gender: null,
  ethnicity: null,
  observedEthnicity: null,
  interpreter: null,
  communicationNeeds: '',
  needs: [],
};

/** Risks that have not expired: an old one is history, in the facts, not something to act on. */
export const currentRisks = (person: PersonOutline, now: Instant): RiskMarker[] =>
  person.risks.filter(({ expiresAt }) => expiresAt > now);

/** Identity, kept apart from the journal and erased on its own terms. */
export interface PersonIdentity {
  readonly id: string;
  readonly areaId: string;
  readonly name: string | null;
  readonly dateOfBirth: string | null;
  readonly nhsNumber: string | null;
}

/**
 * Whether the law on children applies (MHA 1983 s136A; domain brief section 8 case 5): under 18,
 * or of unproven age and appearing so, or of no known age at all.
 */
export const mustTreatAsUnder18 = (person: Pick<PersonOutline, AgeSaid>): boolean =>
  person.ageYears === null || isSaidToBeUnder18(person);

/** Whether somebody has said so, rather than nobody having said anything. */
export const isSaidToBeUnder18 = ({
  ageYears,
  ageBasis,
  appearsUnder18,
}: Pick<PersonOutline, AgeSaid>): boolean =>
  ageYears !== null && ageBasis === 'known'
    ? ageYears < 18
    : appearsUnder18 || (ageYears !== null && ageYears < 18);

type AgeSaid = 'ageYears' | 'ageBasis' | 'appearsUnder18';

/**
 * What is known of a person after one more description. An age said without its basis is of unknown
 * basis. Of somebody who has been said to be under 18 only a known age says otherwise: no later estimate
 * or glance opens a police station to them (domain brief section 8 case 5). To withdraw the first word,
 * correct it.
 */
export const personAfter = (before: PersonSaidOf, said: Partial<PersonSaidOf>): PersonSaidOf => {
  const after: PersonSaidOf = {
    ...before,
    ...(said.ageYears === undefined ? {} : { ageBasis: 'unknown' }),
    ...said,
  };
  const { ageYears, ageBasis, appearsUnder18 } = before;
  const knownNow = after.ageYears !== null && after.ageBasis === 'known';
  return isSaidToBeUnder18(before) && !isSaidToBeUnder18(after) && !knownNow
    ? { ...after, ageYears, ageBasis, appearsUnder18 }
    : after;
};

/**
 * Whole years since birth, by the calendar in London on that day: what "under 18" is decided by. -1 of
 * somebody not born by then. Who was born on a leap day is a year older on 1 March.
 */
export const ageOn = (dateOfBirth: string, at: Instant): number => {
  const today = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London').toPlainDate();
  const born = Temporal.PlainDate.from(dateOfBirth);
  return Temporal.PlainDate.compare(born, today) > 0 ? -1 : born.until(today, { largestUnit: 'years' }).years;
};
