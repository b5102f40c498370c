import type { Incident } from '@concord/domain';
import { factsAllowedNow, firstOf } from '@concord/domain';
import type { RecordedKind } from './fact-forms/forms';
import { factForms, formKinds } from './fact-forms/forms';

/** What can be recorded now and is not said at the fact it is about, in the order of the forms. */
export const offeredNow = (incident: Incident): RecordedKind[] => {
  const allowed = factsAllowedNow(incident);
  return formKinds.filter(
    (kind): kind is RecordedKind => factForms[kind].group !== 'where-it-is-about' && allowed.includes(kind),
  );
};

export const consulted = (incident: Incident): boolean =>
  firstOf(incident.facts, 'advice-sought', 'advice-not-practicable') !== undefined;
