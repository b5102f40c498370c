import type { BodyOf } from '@concord/contracts';
import type { Incident } from '@concord/domain';
import { careForms } from './care-forms';
import { courseForms } from './course-forms';
import type { FactFormOf, FormsOf } from './fact-field';
import { journeyForms } from './journey-forms';
import { lawForms } from './law-forms';
import { recordForms } from './record-forms';
import { stationForms } from './station-forms';

/** The facts that people record by hand; the rest are written by commands on holds, requests and cars. */
export type RecordedKind = BodyOf<'recordFact'>['kind'];
/** Those that have a form: also the opening, which can be put right. */
export type FormKind = BodyOf<'correctFact'>['fact']['kind'];

/**
 * How each kind of fact is asked for, in the order in which they are offered. The contracts' schema and
 * the domain, not this table, say what is valid; a kind without a form does not compile.
 */
export const factForms: FormsOf<FormKind> = {
  ...courseForms,
  ...lawForms,
  ...careForms,
  ...journeyForms,
  ...stationForms,
  ...recordForms,
};

/** What a form says of this incident, and begins with. */
export const formOf = (kind: FormKind, incident: Incident): FactFormOf => ({
  ...factForms[kind],
  ...factForms[kind].here?.(incident),
});

export const hasForm = (kind: string): kind is FormKind => kind in factForms;
export const formKinds = Object.keys(factForms) as FormKind[];
