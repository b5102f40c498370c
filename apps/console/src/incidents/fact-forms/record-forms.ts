import type { FormsOf } from './fact-field';
import { because } from './fact-field';

type Kinds = 'opened' | 'incident-in-error' | 'confirmed' | 'disputed';

export const recordForms: FormsOf<Kinds> = {
  opened: {
    says: 'Opened',
    group: 'where-it-is-about',
    fields: [{ kind: 'text', name: 'calledBy', label: 'Called by' }],
  },
  'incident-in-error': {
    says: 'Opened in error',
    group: 'record',
    explains: 'Shuts this record. It stays readable; if it is another record’s incident, merge them instead.',
    fields: [because],
  },
  confirmed: { says: 'Confirm', group: 'where-it-is-about', fields: [] },
  disputed: {
    says: 'We have another time',
    group: 'where-it-is-about',
    timeLabel: 'Our time',
    fields: [{ ...because, label: 'Why ours is right' }],
  },
};
