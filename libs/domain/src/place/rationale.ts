import type { Refusal } from '../refusal';
import { refuse } from '../refusal';
import type { RefusalReason } from './hold';
import { saysMore } from './rationale-remainder';
import {
  anybodyWords,
  clinicalWords,
  intoxicationWords,
  isWell,
  noneOf,
  ownMatter,
  policyWords,
} from './rationale-words';

/** Letters and digits, with one space between words: "Full" says nothing that the code does not. */
const SHORTEST_RATIONALE = 10;

const says = (words: RegExp | undefined, text: string): boolean =>
  words !== undefined && text.search(words) >= 0;

/** What is said in one breath: a rule of the house in one takes nothing from the need in the next. */
const clausesOf = (rationale: string): string[] =>
  rationale
    .split(
      /[.,](?!\d)|[;!?\n()]|(?:\s[-–—]+\s|:)(?!\s*(?:\d|no\b|nil\b|none\b|normal\b|clear\b|ok\b))|\b(?:but|however|although|though|yet|also)\b|\band (?=(?:s?he|they|has|had|is|needs?|with|his|her|their)\b)/iu,
    )
    .map((clause) => clause.trim())
    .filter(Boolean);

/** Whether a clause names a clinical need and does not itself say that there is none ("no head injury", "airway clear"). */
const namesClinicalNeed = (clause: string): boolean =>
  [...clause.matchAll(clinicalWords)].some(
    ({ 0: need, index }) =>
      !noneOf.test(clause.slice(0, index)) && !isWell.test(clause.slice(index + need.length)),
  );

/** Said of anybody who comes, not of this person: a rule of the house, or of people who are intoxicated. */
const isOfAnybody = (clause: string): boolean =>
  says(policyWords, clause) || (says(anybodyWords, clause) && says(intoxicationWords, clause));

/** Codes whose reason is this person: under these, a rule of the house is none. */
const aboutThem: readonly RefusalReason[] = [
  'intoxication-clinical',
  'needs-emergency-department',
  'risk-beyond-safe-staffing',
];

const isOfAnotherCode = (clause: string): boolean =>
  Object.values(ownMatter).some((matter) => says(matter, clause));

/**
 * Whether a clause says something individual once the intoxication is out of it. Of a house that is full, shut or
 * short of staff it has to be said by itself ("no staff trained for alcohol" is about alcohol), and a clinical
 * reason for refusing the intoxicated is none of those.
 */
const saysMoreUnder = (reason: RefusalReason, clause: string): boolean => {
  if (!saysMore(clause)) return false;
  if (reason === 'intoxication-clinical') return !isOfAnotherCode(clause);
  return aboutThem.includes(reason) || reason === 'age' || !says(intoxicationWords, clause);
};

/**
 * Whether a rationale that is about intoxication, by its words or by its code, or that only states a rule
 * of the house, says nothing of this person beside it. It does where some clause, said of this person and not
 * of anybody who comes, names a clinical need of theirs, names what the reason's own code is about without a
 * word of intoxication, or says anything else once the words for intoxication are out of it.
 */
const isBlanket = (reason: RefusalReason, rationale: string): boolean => {
  const clauses = clausesOf(rationale);
  const isAboutIt =
    reason === 'intoxication-clinical' ||
    clauses.some(
      (one) => says(intoxicationWords, one) || (aboutThem.includes(reason) && says(policyWords, one)),
    );
  return (
    isAboutIt &&
    !clauses.some(
      (clause) =>
        !isOfAnybody(clause) &&
        (namesClinicalNeed(clause) ||
          (says(ownMatter[reason], clause) && !says(intoxicationWords, clause)) ||
          saysMoreUnder(reason, clause)),
    )
  );
};

/**
 * What is wrong with what a suite says of its refusal, under any code; undefined where nothing is. A
 * blanket exclusion for intoxication is no reason (Crisis Care Concordat; Lamb letter 2015): refuses
 * `blanket-refusal`. What is too short to be about this person: refuses `reason-needed`.
 */
export const wrongRationale = ({
  reason,
  rationale,
}: {
  readonly reason: RefusalReason;
  readonly rationale: string;
}): Refusal | undefined => {
  const details = { field: 'rationale' };
  if (isBlanket(reason, rationale))
    return refuse(
      'blanket-refusal',
      'Intoxication alone is not a reason to refuse, under any code. Say what this person needs, has done or was found with that the suite cannot meet.',
      { rule: 'Crisis Care Concordat: no blanket exclusion for intoxication', details },
    );
  const said = rationale.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return said.length < SHORTEST_RATIONALE
    ? refuse('reason-needed', 'Say in a few words why this person cannot be taken.', { details })
    : undefined;
};
