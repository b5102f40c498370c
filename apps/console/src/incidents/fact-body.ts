import type { BodyOf } from '@concord/contracts';
import { command } from '@concord/contracts';
import type { Instant } from '@concord/domain';
import type { FactValues } from './fact-fields';
import { factFields } from './fact-fields';
import type { RecordedKind } from './recorded-kinds';

export interface StationGrounds {
  readonly imminentRiskOfSeriousInjuryOrDeath: boolean;
  readonly noOtherPlaceInThePoliceArea: boolean;
  readonly healthcareProfessionalThroughout: boolean;
  readonly authorisedBy: { readonly name: string; readonly rank: string };
}

export type FactBody =
  { readonly body: BodyOf<'recordFact'> } | { readonly problems: Readonly<Record<string, string>> };

const inWords = (message: string): string =>
  /expected string|Too small|Invalid option|Invalid input|Invalid UUID/i.test(message)
    ? 'This is needed.'
    : message;

/** What a form holds, as the command its route takes; or what is wrong, field by field, by the route's own schema. */
export const factBody = (
  kind: RecordedKind,
  values: FactValues,
  more: { happenedAt?: Instant; policeStation?: StationGrounds },
): FactBody => {
  const asked = factFields[kind].filter((field) =>
    field.kind !== 'choice' && field.kind !== 'list' ? true : (field.when?.(values) ?? true),
  );
  const given = Object.fromEntries(
    asked.flatMap(({ name }) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
  const candidate = { kind, ...given, ...more };
  const read = command.recordFact.safeParse(candidate);
  const missing = asked.find((field) => field.kind === 'list' && field.when && !values[field.name]);
  if (missing) return { problems: { [missing.name]: 'Choose one.' } };
  if (read.success) return { body: candidate as BodyOf<'recordFact'> };
  return {
    problems: Object.fromEntries(
      read.error.issues.map(({ path, message }) => [String(path[0] ?? 'form'), inWords(message)]),
    ),
  };
};
