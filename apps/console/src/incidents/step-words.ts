import type { Incident } from '@concord/domain';
import { formOf } from './fact-forms/forms';
import type { Step } from './next-steps';

/** What the button of a step says. */
export const stepWords = (step: Step, incident: Incident): string => {
  switch (step.kind) {
    case 'record':
      return formOf(step.fact, incident).says;
    case 'correct':
      return 'Correct';
    case 'take-back':
      return 'Take back';
    case 'dispute':
      return 'We have another time';
    case 'hold':
      return 'Hold a place';
    case 'release':
      return 'Give the room back';
    case 'amhp':
      return 'Request an AMHP';
    case 'car':
      return 'Commit a car';
    case 'merge':
      return 'Same incident as another';
    case 'unmerge':
      return 'Take apart again';
  }
};
