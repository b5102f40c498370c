import type { AgreementTerms, FieldFault } from '@concord/domain';
import { agreementFaults } from '@concord/domain';
import { Refused } from '../../api/call';

/** Figures that could not be read, each by its path. */
const unreadable = (path: string, value: unknown): FieldFault[] => {
  if (typeof value === 'number')
    return Number.isFinite(value) ? [] : [{ field: path, message: 'Write a number.' }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => unreadable(path ? `${path}.${name}` : name, inner));
};

/** The rules know a wait by its id; whoever writes it knows it by its name. */
const withNames = ({ thresholds }: AgreementTerms, { field, message }: FieldFault): FieldFault => {
  const [ids = '', ...rest] = message.split(': ');
  const names = ids.split(' and ').map((id) => thresholds.find((one) => one.id === id)?.label);
  return rest.length > 0 && names.every((name) => name !== undefined)
    ? { field, message: [names.join(' and '), ...rest].join(': ') }
    : { field, message };
};

/** What could not be kept, by the rules that the server uses; while a figure cannot be read, that alone. */
export const faultsOf = (terms: AgreementTerms): FieldFault[] => {
  const notRead = [
    ...unreadable('', terms),
    ...(terms.effectiveFrom
      ? []
      : [{ field: 'effectiveFrom', message: 'Say a date and a time that comes.' }]),
  ];
  return notRead.length > 0 ? notRead : agreementFaults(terms).map((fault) => withNames(terms, fault));
};

const sentence = (message: string): string => {
  const words = `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  return /[.!?]$/.test(words) ? words : `${words}.`;
};

/** What the server refused, by the path of its control. */
export const refusedFields = (failure: Error | null): FieldFault[] =>
  failure instanceof Refused
    ? (failure.problem.errors ?? []).map(({ field, message }) => ({
        field: field.replace(/^terms\./, ''),
        message: sentence(message),
      }))
    : [];

/** What is wrong at one control, in one sentence; undefined where nothing is. */
export const faultAt = (faults: readonly FieldFault[], ...fields: readonly string[]): string | undefined =>
  faults
    .filter(({ field }) => fields.includes(field))
    .map(({ message }) => sentence(message))
    .join(' ') || undefined;
