import type { BodyOf } from '@concord/contracts';
import { command } from '@concord/contracts';
import type { Fact, Instant, LateEntry } from '@concord/domain';
import { minutesBetween } from '@concord/domain';
import type { Asking, FactField, FactValues } from './fact-forms/fact-field';
import type { FormKind, RecordedKind } from './fact-forms/forms';
import { factForms } from './fact-forms/forms';
import { at, withAt } from './fact-forms/path';
import { readField, writeField } from './fact-forms/typed';

/** When it happened if not now, on whose word, and why it is entered late. */
export interface Telling {
  readonly happenedAt?: Instant | undefined;
  readonly source?: string | undefined;
  readonly late?: LateEntry | undefined;
}

export type Problems = Readonly<Record<string, string>>;
type Made<Body> = { readonly body: Body } | { readonly problems: Problems };

const inWords = (message: string): string =>
  /expected (string|boolean|number)|Too small|Invalid option|Invalid input|Invalid UUID/i.test(message)
    ? 'This is needed.'
    : message;

/** The fields that are asked, given what has been filled in so far. */
export const fieldsAsked = (kind: FormKind, values: FactValues, asking: Asking): FactField[] =>
  factForms[kind].fields.filter(({ when }) => when?.(values, asking) ?? true);

type Issues = readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];

const problemsOf = (issues: Issues): Problems =>
  Object.fromEntries(issues.map(({ path, message }) => [path.join('.') || 'form', inWords(message)]));

/** The fact as a form holds it; what cannot be read is a problem of its field. */
const saidBy = (
  kind: FormKind,
  values: FactValues,
  asking: Asking,
  told: Telling,
): { candidate: Record<string, unknown>; problems: Problems } => {
  let candidate: Record<string, unknown> = { kind, ...told };
  const problems: Record<string, string> = {};
  for (const field of fieldsAsked(kind, values, asking)) {
    const read = readField(field, values[field.name]);
    if (!read) {
      if (field.kind === 'list' && !field.blank) problems[field.name] = 'Choose one.';
    } else if ('problem' in read) problems[field.name] = read.problem;
    else candidate = withAt(candidate, field.name, read.value);
  }
  return { candidate, problems };
};

const any = (problems: Problems): boolean => Object.keys(problems).length > 0;

/** What a form holds, as the command its route takes; or what is wrong, field by field, by the route's own schema. */
export const factBody = (
  kind: RecordedKind,
  values: FactValues,
  asking: Asking,
  told: Telling = {},
): Made<BodyOf<'recordFact'>> => {
  const { candidate, problems } = saidBy(kind, values, asking, told);
  const read = command.recordFact.safeParse(candidate);
  if (read.success && !any(problems)) return { body: candidate as BodyOf<'recordFact'> };
  return { problems: { ...(read.success ? {} : problemsOf(read.error.issues)), ...problems } };
};

/** The same for a correction, which needs a reason. */
export const correctionBody = (
  kind: FormKind,
  values: FactValues,
  asking: Asking,
  { reason, told }: { reason: string; told: Telling },
): Made<BodyOf<'correctFact'>> => {
  const { candidate, problems } = saidBy(kind, values, asking, told);
  const body = { reason, fact: candidate };
  const read = command.correctFact.safeParse(body);
  if (read.success && !any(problems)) return { body: body as BodyOf<'correctFact'> };
  const ofFact = (read.error?.issues ?? []).flatMap(({ path: [first, ...path], message }) =>
    first === 'fact' ? [{ path, message }] : [],
  );
  return {
    problems: {
      ...problemsOf(ofFact),
      ...problems,
      ...(reason.trim() ? {} : { correctionReason: 'Say why it is put right.' }),
    },
  };
};

/** What the form of a fact would hold had somebody typed what it says: where a correction begins. */
export const valuesOf = (fact: Fact, kind: FormKind): FactValues => {
  const flat =
    fact.kind === 'risk-noted'
      ? withAt({ ...fact }, 'risk.expiresInHours', minutesBetween(fact.happenedAt, fact.risk.expiresAt) / 60)
      : fact;
  return Object.fromEntries(
    factForms[kind].fields.flatMap((field) => {
      const typed = writeField(field, at(flat, field.name));
      return typed === undefined ? [] : [[field.name, typed]];
    }),
  );
};
