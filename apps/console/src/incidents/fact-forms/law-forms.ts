import { presentArrival, statutoryLimit } from '@concord/domain';
import {
  admissionWords,
  competingBasisWords,
  extensionGroundWords,
  warrantWords,
} from '../../words/law-codes';
import type { FormsOf } from './fact-field';
import { because, note, officer } from './fact-field';
import { possibleReadings } from './possible-readings';

type Kinds =
  | 'warrant-entered'
  | 'start-contested'
  | 'reading-adopted'
  | 'extended'
  | 'bed-sought'
  | 'bed-found'
  | 'consent-withdrawn'
  | 'arrested';

/** What the law itself turns on, and what stands in the way of ending in time. */
export const lawForms: FormsOf<Kinds> = {
  'warrant-entered': {
    says: 'Entered under a warrant',
    group: 'law',
    timeLabel: 'When first entered',
    first: { warrant: 's135-1' },
    fields: [
      { kind: 'choice', name: 'warrant', label: 'Warrant', words: warrantWords },
      { ...officer, label: 'Constable who entered' },
      { kind: 'text', name: 'amhp', label: 'AMHP with them' },
      { kind: 'text', name: 'doctor', label: 'Doctor with them' },
    ],
  },
  extended: {
    says: 'Extend the 24 hours',
    group: 'law',
    timeLabel: 'When the doctor authorised it',
    explains: "By the doctor responsible, before the end, for the person's condition only: MHA 1983 s136B.",
    fields: [
      { kind: 'span', name: 'minutes', label: 'By how many hours', hint: '6, or 6:30. At most 12 in all' },
      { kind: 'text', name: 'doctor', label: 'Doctor responsible for the examination' },
      { kind: 'choice', name: 'ground', label: 'Ground', words: extensionGroundWords },
      { ...because, label: 'Why it cannot be done in 24 hours' },
      {
        kind: 'text',
        name: 'superintendent',
        label: 'Superintendent who approved',
        hint: 'At a police station: MHA 1983 s136B(4)',
        when: (_, { incident }) => presentArrival(incident.facts)?.placeKind === 'police-station',
      },
      {
        kind: 'text',
        name: 'evidence',
        label: 'What shows that it was given in time',
        lines: true,
        when: (_, { incident, now }) => {
          const limit = statutoryLimit(incident.facts);
          return limit !== undefined && now >= limit.endsAt;
        },
      },
    ],
  },
  'start-contested': {
    says: 'Another start is claimed',
    group: 'law',
    timeLabel: 'When the 24 hours may have begun',
    explains: 'Both readings are kept; the earlier one governs until somebody who answers for it adopts one.',
    fields: [{ kind: 'list', name: 'basis', label: 'On what ground', words: competingBasisWords }, note],
  },
  'reading-adopted': {
    says: 'Adopt a reading of the start',
    group: 'law',
    timeLabel: 'When it was decided',
    fields: [
      { kind: 'choice', name: 'startFactId', label: 'The 24 hours began', words: possibleReadings },
      because,
    ],
  },
  'bed-sought': {
    says: 'Bed sought',
    group: 'law',
    explains: 'A bed that is not found does not extend the 24 hours.',
    fields: [{ kind: 'choice', name: 'admission', label: 'For an admission', words: admissionWords }, note],
  },
  'bed-found': {
    says: 'Bed found',
    group: 'law',
    fields: [{ kind: 'text', name: 'where', label: 'Bed at' }],
  },
  'consent-withdrawn': {
    says: 'Agreement to use the home withdrawn',
    group: 'law',
    fields: [{ kind: 'text', name: 'withdrawnBy', label: 'Withdrawn by' }],
  },
  arrested: {
    says: 'Arrested for an offence',
    group: 'law',
    explains: 'An arrest does not end the detention or its clock: record the outcome if it did.',
    fields: [{ kind: 'text', name: 'offence', label: 'Offence' }, officer],
  },
};
