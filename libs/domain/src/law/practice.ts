import type { Nation } from '../area';
import type { Fact } from '../incident/fact';
import type { Power } from '../incident/fact-codes';
import { lastOf } from '../incident/history';

export type Language = 'english' | 'welsh';

/**
 * What the nation of a place of safety fixes besides the rule on police stations: whose Code of Practice
 * staff there follow, which returns the record feeds, and in which languages the person may need their
 * rights and this record. The clock of detention is the same in both nations.
 */
export interface Practice {
  /** The Code of Practice to the Mental Health Act 1983, by its name. */
  readonly code: string;
  /** What the Code says of the start of the permitted period, and where; no paragraph is given unread. */
  readonly startOfPeriod: { readonly paragraph: string | null; readonly says: string };
  /** The Home Office's annual data requirement of ss135 and 136: every force of England and Wales. */
  readonly policeReturn: string;
  /** The health return, with the code of its legal status for each power; null where none is known. */
  readonly healthReturn: {
    readonly name: string;
    readonly legalStatus: Readonly<Record<'s135' | 's136', string>>;
  } | null;
  /** Those in which the person may ask to be told their rights and to have this record. */
  readonly languages: readonly Language[];
  /** What nobody here has been able to verify: for the area's own lawyers, before anybody relies on it. */
  readonly unverified: readonly string[];
}

const policeReturn = 'Home Office annual data requirement, sections 135 and 136';
const newCode = 'A new Code is expected to follow the Mental Health Act 2025: check which is in force.';

/**
 * By nation. England: Code of 2015, paragraph 16.26 on the start of the 24 hours; Mental Health Services
 * Data Set legal status 19 (s135) and 20 (s136). Wales: a Code of its own, of 2016, whose wording on
 * emergency departments was reported to differ; the data set is England's.
 */
export const practiceIn: Readonly<Record<Nation, Practice>> = {
  england: {
    code: 'Mental Health Act 1983: Code of Practice (England, 2015)',
    startOfPeriod: {
      paragraph: '16.26',
      says: 'counted from the first place of safety, an emergency department included',
    },
    policeReturn,
    healthReturn: {
      name: 'Mental Health Services Data Set (MHSDS)',
      legalStatus: { s135: '19', s136: '20' },
    },
    languages: ['english'],
    unverified: ['Paragraph 16.26 was read as others quote it, not in the Code.', newCode],
  },
  wales: {
    code: 'Mental Health Act 1983: Code of Practice for Wales (2016)',
    startOfPeriod: {
      paragraph: null,
      says: 'its wording on emergency departments was reported to differ from England’s; the guidance of 2017 covers both nations',
    },
    policeReturn,
    healthReturn: null,
    languages: ['english', 'welsh'],
    unverified: [
      'The final wording of the Welsh Code and its paragraphs have not been read.',
      'Which Welsh health return takes these detentions is not known; MHSDS is England’s.',
      newCode,
    ],
  },
};

/** The nation of the place of safety reached last; undefined before the first, and where it is not known. */
export const nationReached = (
  facts: readonly Fact[],
  places: { readonly get: (placeId: string) => { readonly nation: Nation } | undefined },
): Nation | undefined => {
  const arrival = lastOf(facts, 'arrived');
  return arrival && places.get(arrival.placeId)?.nation;
};

/** The section a power is of, as the returns count it; undefined for s135(2), which is not an assessment. */
export const sectionCounted = (power: Power): 's135' | 's136' | undefined =>
  power === 's135-2' ? undefined : power.startsWith('s136') ? 's136' : 's135';
