import type { RotaFault } from '@concord/domain';
import { Refused } from '../api/call';
import type { CommandState } from '../commands';

const faultsOf = (failure: Error | null): readonly RotaFault[] => {
  if (!(failure instanceof Refused)) return [];
  const { details, errors = [], detail } = failure.problem;
  const faults = details?.['faults'];
  if (Array.isArray(faults)) return faults as RotaFault[];
  const field = details?.['field'];
  return typeof field === 'string' ? [{ field, message: detail }] : errors;
};

const asSentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}.`.replace(/\.\.$/, '.');

/** What the server found wrong with a field of the command, or with anything within it, to stand beside its control. */
export const problemsOf = ({ failure }: Pick<CommandState, 'failure'>) => {
  const faults = faultsOf(failure);
  return (field: string): string | undefined => {
    const fault = faults.find((one) => one.field === field || one.field.startsWith(`${field}.`));
    return fault && asSentence(fault.message);
  };
};
