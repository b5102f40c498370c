import type { FormGroup } from './fact-forms/fact-field';
import { factForms } from './fact-forms/forms';
import type { Step } from './next-steps';

export type GroupName = Exclude<FormGroup, 'course' | 'where-it-is-about'>;

export const groupWords: Readonly<Record<GroupName, string>> = {
  law: 'Law and clocks',
  care: 'Person and care',
  journey: 'Journey',
  station: 'Police station',
  record: 'Record',
};

/** The key of each group in the control room. */
export const groupKeys: Readonly<Record<GroupName, string>> = {
  law: 'L',
  care: 'I',
  journey: 'Y',
  station: 'D',
  record: 'R',
};

const groupOf = (step: Step): FormGroup => {
  if (step.kind === 'record') return factForms[step.fact].group;
  return step.kind === 'merge' ? 'record' : 'course';
};

export interface StepGroup {
  readonly name: GroupName;
  readonly steps: readonly Step[];
}

/** The steps of the usual course, which stay in sight, and the others by what they are about. */
export const grouped = (steps: readonly Step[]): { course: Step[]; groups: StepGroup[] } => ({
  course: steps.filter((step) => groupOf(step) === 'course'),
  groups: (Object.keys(groupWords) as GroupName[])
    .map((name) => ({ name, steps: steps.filter((step) => groupOf(step) === name) }))
    .filter(({ steps: some }) => some.length > 0),
});
