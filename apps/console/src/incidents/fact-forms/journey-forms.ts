import { outsideKindWords } from '../../beds/place-words';
import { nationWords } from '../../words/law-codes';
import { ambulanceCategoryWords } from '../../words/person-codes';
import type { FormsOf } from './fact-field';
import { because, note, officer } from './fact-field';

type Kinds =
  | 'ambulance-requested'
  | 'ambulance-arrived'
  | 'outside-accepted'
  | 'outside-withdrew'
  | 'police-left'
  | 'absconded';

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
  'outside-accepted': {
    says: 'Place found outside the network',
    group: 'journey',
    timeLabel: 'Accepted at',
    explains: 'Counts as a place found: rooms asked for or held elsewhere are given back.',
    first: { placeKind: 'suite' },
    fields: [
      { kind: 'text', name: 'placeName', label: 'Place' },
      { kind: 'choice', name: 'placeKind', label: 'Kind of place', words: outsideKindWords },
      { kind: 'text', name: 'telephone', label: 'Telephone there' },
      { kind: 'text', name: 'acceptedBy', label: 'Who accepted there', hint: 'Name and post' },
      {
        kind: 'list',
        name: 'nation',
        label: 'Nation',
        hint: "The area's own unless it is over the border",
        words: nationWords,
        blank: 'left-out',
      },
    ],
  },
  'outside-withdrew': {
    says: 'Place outside takes them no longer',
    group: 'journey',
    explains: 'The search goes on, on the clock that began with the detention.',
    fields: [because],
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
