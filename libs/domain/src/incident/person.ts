import type { Instant } from '../instant';

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

/** "Need to know" for this incident: with a source, and gone when it expires. Never a lifelong label. */
export interface RiskMarker {
  readonly kind: RiskKind;
  readonly note: string;
  readonly source: string;
  readonly recordedAt: Instant;
  readonly expiresAt: Instant;
}

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
  readonly risks: readonly RiskMarker[];
}

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
export const mustTreatAsUnder18 = (person: PersonOutline): boolean => {
  if (person.ageYears !== null && person.ageBasis === 'known') return person.ageYears < 18;
  if (person.appearsUnder18) return true;
  return person.ageYears === null || person.ageYears < 18;
};
