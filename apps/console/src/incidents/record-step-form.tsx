import type { Incident } from '@concord/domain';
import { CorrectForm } from './correct-form';
import { DisputeForm } from './dispute-form';
import { hasForm } from './fact-forms/forms';
import { MergeForm } from './merge-form';
import type { Step } from './next-steps';
import { TakeBackForm } from './take-back-form';
import { UnmergeForm } from './unmerge-form';

interface Props {
  readonly step: Step;
  readonly incident: Incident;
  readonly phone?: boolean;
  readonly onStop: () => void;
}

/** The form of a step on what has already been recorded; nothing for any other step. */
export const RecordStepForm = ({ step, incident, phone = false, onStop }: Props) => {
  const fact = 'factId' in step ? incident.facts.find(({ id }) => id === step.factId) : undefined;
  const shared = { incident, phone, onStop };
  switch (step.kind) {
    case 'correct':
      return fact && hasForm(fact.kind) ? <CorrectForm fact={fact} kind={fact.kind} {...shared} /> : null;
    case 'take-back':
      return fact ? <TakeBackForm fact={fact} {...shared} /> : null;
    case 'dispute':
      return fact ? <DisputeForm fact={fact} {...shared} /> : null;
    case 'merge':
      return <MergeForm {...shared} />;
    case 'unmerge':
      return <UnmergeForm step={step} {...shared} />;
    default:
      return null;
  }
};
