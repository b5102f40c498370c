import { ambulanceCategoryWords } from '../../words/person-codes';
import type { FormsOf } from './fact-field';
import { note, officer } from './fact-field';

type Kinds = 'ambulance-requested' | 'ambulance-arrived' | 'police-left' | 'absconded';

export const journeyForms: FormsOf<Kinds> = {
  'ambulance-requested': {
    says: 'Ambulance requested',
    group: 'journey',
    fields: [{ kind: 'choice', name: 'category', label: 'Category', words: ambulanceCategoryWords }],
  },
  'ambulance-arrived': {
    says: 'Ambulance arrived',
    group: 'journey',
    fields: [{ kind: 'text', name: 'callsign', label: 'Callsign' }],
  },
  'police-left': {
    says: 'Police left',
    group: 'journey',
    explains: 'Leaving hands nothing over: until somebody accepts by name, the handover clock runs on.',
    fields: [
      { ...officer, label: 'Officer who left' },
      { kind: 'text', name: 'agreedRisk', label: 'Risk that was agreed, and with whom', lines: true },
    ],
  },
  absconded: {
    says: 'Absconded',
    group: 'journey',
    explains: 'The 24 hours run on. They may be retaken within 24 hours, and never after the limit: s138(3).',
    fields: [note],
  },
};
