import type { z } from 'zod';
import type { FieldFault } from '@concord/domain';

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

const expected: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

const formats: Readonly<Record<string, string>> = {
  uuid: 'must be a UUID',
  email: 'must be an e-mail address',
  date: 'must be a date, such as 2026-11-22',
  datetime: 'must be a date and time with its offset',
};

const size = (issue: RawIssue, bound: number | bigint, word: 'least' | 'most'): string => {
  const unit = issue['origin'] === 'string' ? ' characters' : issue['origin'] === 'array' ? ' entries' : '';
  return `must be at ${word} ${bound}${unit}`;
};

/** Each complaint in words that follow a field's name: "person.ageYears must be at most 120". */
const inWords = (issue: RawIssue): string => {
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${expected[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return formats[issue.format] ?? 'does not have the right form';
    case 'too_big':
      return size(issue, issue.maximum, 'most');
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'must not be empty'
        : size(issue, issue.minimum, 'least');
    case 'invalid_union':
      return Array.isArray(issue.options)
        ? `must be one of: ${issue.options.map(String).join(', ')}`
        : 'does not have the right shape';
    default:
      return 'is not valid';
  }
};

const fieldOf = (path: readonly PropertyKey[], whole: string): string =>
  path.length === 0 ? whole : path.map(String).join('.');

/** A schema's own words name the thing wanted: "a date and time with its offset". */
const asPredicate = (message: string): string =>
  /^(must|is|does) /.test(message) ? message : `must be ${message}`;

const faultsOf = (issue: z.core.$ZodIssue, whole: string): FieldFault[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({
        field: fieldOf([...issue.path, key], whole),
        message: 'is not a field of this request',
      }))
    : [{ field: fieldOf(issue.path, whole), message: asPredicate(issue.message) }];

const DEEPEST = 32;

/** What no record can keep, wherever in the input it stands: a NUL, or half of a character. */
const unkeepable = (input: unknown, path: readonly PropertyKey[], whole: string): FieldFault[] => {
  if (typeof input === 'string')
    return /[\0\p{Surrogate}]/u.test(input)
      ? [{ field: fieldOf(path, whole), message: 'holds a character that cannot be kept' }]
      : [];
  if (typeof input !== 'object' || input === null) return [];
  if (path.length === DEEPEST) return [{ field: whole, message: `is nested more than ${DEEPEST} deep` }];
  return Object.entries(input).flatMap(([key, value]) => [
    ...unkeepable(key, path, whole),
    ...unkeepable(value, [...path, key], whole),
  ]);
};

const MOST_LISTED = 20;

const firstOfEach = (faults: readonly FieldFault[]): FieldFault[] =>
  faults
    .filter(({ field }, i) => faults.findIndex((fault) => fault.field === field) === i)
    .slice(0, MOST_LISTED);

/** The parsed value, or each field at fault and what it needs. `whole` names the thing itself, for faults of no field. */
export const readAs = <Value>(
  schema: z.ZodType<Value>,
  input: unknown,
  whole: string,
): { readonly value: Value } | { readonly faults: readonly FieldFault[] } => {
  const odd = unkeepable(input, [], whole);
  if (odd.length > 0) return { faults: firstOfEach(odd) };
  const read = schema.safeParse(input, { error: inWords });
  return read.success
    ? { value: read.data }
    : { faults: firstOfEach(read.error.issues.flatMap((issue) => faultsOf(issue, whole))) };
};
