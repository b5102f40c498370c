import type { AgreementTerms } from '@concord/domain';

/** What every part of the form is given: the terms as typed, how to change them, and what is wrong where. */
export interface PartProps {
  readonly terms: AgreementTerms;
  readonly onChange: (part: Partial<AgreementTerms>) => void;
  /** What is wrong at any of these paths, to stand beside their control. */
  readonly wrong: (...fields: readonly string[]) => string | undefined;
}
