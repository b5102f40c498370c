import type { Incident } from '@concord/domain';
import { useState } from 'react';
import { instantToSend } from '../kit/time-field';
import { useAll, useLive, useNow } from '../live/live-context';
import { placesFor } from './around';
import type { Problems, Telling } from './fact-body';
import { fieldsAsked } from './fact-body';
import type { Asking, FactField, FactValues } from './fact-forms/fact-field';
import type { FormKind } from './fact-forms/forms';
import type { Told } from './told';
import { onMyWord, toldToSend } from './told';

export interface EntryStart {
  readonly when?: string;
  readonly values: FactValues;
  readonly told?: Told;
}

/** What somebody is entering of one fact: its time as typed, its fields, and how they know. */
export interface FactEntry {
  readonly kind: FormKind;
  readonly when: string;
  readonly setWhen: (typed: string) => void;
  readonly values: FactValues;
  readonly set: (name: string, value: string) => void;
  readonly told: Told;
  readonly setTold: (told: Told) => void;
  readonly asking: Asking;
  readonly fields: readonly FactField[];
  readonly problems: Problems;
  readonly setProblems: (problems: Problems) => void;
  /** The time and its telling as they would be sent now; or what is wrong with the time. */
  readonly telling: () => { readonly told: Telling } | { readonly problem: string };
}

export const useFactEntry = (incident: Incident, kind: FormKind, start: EntryStart): FactEntry => {
  const { clock } = useLive();
  const places = useAll('place');
  const alternatives = useAll('alternative');
  const [when, setWhen] = useState(start.when ?? 'now');
  const [values, setValues] = useState<FactValues>(start.values);
  const [told, setTold] = useState<Told>(start.told ?? onMyWord);
  const [problems, setProblems] = useState<Problems>({});
  const rooms = useAll('room');
  const about = { incident, places: placesFor(incident, places), alternatives, rooms };
  const asking: Asking = { ...about, now: useNow() };
  return {
    kind,
    when,
    setWhen,
    values,
    set: (name, value) => setValues((before) => ({ ...before, [name]: value })),
    told,
    setTold,
    asking,
    fields: fieldsAsked(kind, values, asking),
    problems,
    setProblems,
    telling: () => {
      const time = instantToSend(when, clock.now());
      if ('problem' in time) return time;
      return { told: { ...time, ...toldToSend(told, when, clock.now()) } };
    },
  };
};
