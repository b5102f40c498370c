import { nationReached } from '@concord/domain';
import { ageBasisWords, riskWords, sexWords } from '../../words/codes';
import { searchPowerWords } from '../../words/law-codes';
import {
  confidenceWords,
  ethnicityWords,
  observedEthnicityWords,
  restraintWords,
} from '../../words/person-codes';
import { moreLanguages } from '../../words/practice-words';
import type { FactField, FormsOf } from './fact-field';
import { because, officer } from './fact-field';

type Kinds =
  | 'person-described'
  | 'risk-noted'
  | 'searched'
  | 'interpreter-arranged'
  | 'fitness-told'
  | 'rights-given'
  | 'property-listed'
  | 'restrained'
  | 'noted';

const blank = 'unsaid' as const;

/** What may be said of somebody; a blank unsays it. */
const description: readonly FactField[] = [
  { kind: 'number', name: 'said.ageYears', label: 'Age', blank },
  { kind: 'choice', name: 'said.ageBasis', label: 'Age is', words: ageBasisWords, blank: 'left-out' },
  { kind: 'yes-no', name: 'said.appearsUnder18', label: 'Appears under 18', blank: 'left-out' },
  { kind: 'choice', name: 'said.sex', label: 'Sex', words: sexWords, blank: 'left-out' },
  { kind: 'text', name: 'said.gender', label: 'Gender, in their words', blank },
  { kind: 'list', name: 'said.ethnicity', label: 'Ethnicity, as they say', words: ethnicityWords, blank },
  {
    kind: 'list',
    name: 'said.observedEthnicity',
    label: 'Ethnicity, as an officer saw',
    words: observedEthnicityWords,
    blank,
  },
  { kind: 'text', name: 'said.interpreter', label: 'Interpreter for', blank },
  {
    kind: 'text',
    name: 'said.communicationNeeds',
    label: 'Communication needs',
    lines: true,
    blank: 'left-out',
  },
];

/** The person, and what was done to and for them. */
export const careForms: FormsOf<Kinds> = {
  'person-described': { says: 'Describe the person', group: 'where-it-is-about', fields: description },
  'risk-noted': {
    says: 'Note a risk',
    group: 'where-it-is-about',
    first: { 'risk.confidence': 'reported', 'risk.expiresInHours': '72' },
    fields: [
      { kind: 'list', name: 'risk.kind', label: 'Risk', words: riskWords },
      { kind: 'text', name: 'risk.note', label: 'What is known' },
      { kind: 'text', name: 'risk.source', label: 'Source' },
      { kind: 'choice', name: 'risk.confidence', label: 'How sure', words: confidenceWords },
      { kind: 'number', name: 'risk.expiresInHours', label: 'Forget it after how many hours' },
    ],
  },
  searched: {
    says: 'Searched',
    group: 'care',
    first: { power: 's136c' },
    explains: 'Outer coat, jacket, gloves and mouth only: MHA 1983 s136C.',
    fields: [
      { kind: 'choice', name: 'power', label: 'Power of search', words: searchPowerWords },
      { kind: 'text', name: 'grounds', label: 'Grounds', lines: true },
      { ...officer, label: 'Officer who searched' },
      { kind: 'text', name: 'found', label: 'Found', hint: 'Nothing, if nothing was' },
    ],
  },
  restrained: {
    says: 'Restraint used',
    group: 'care',
    fields: [
      { kind: 'list', name: 'restraint', label: 'Restraint', words: restraintWords },
      { ...because, label: 'Why it was needed' },
      { kind: 'number', name: 'minutes', label: 'For how many minutes' },
      {
        kind: 'text',
        name: 'injuries',
        label: 'Injuries',
        hint: 'Blank if none was seen',
        blank: 'left-out',
      },
    ],
  },
  'interpreter-arranged': {
    says: 'Interpreter found',
    group: 'care',
    fields: [
      { kind: 'text', name: 'interpreter', label: 'Who interprets' },
      { kind: 'text', name: 'how', label: 'How', hint: 'In the room, by video, by telephone' },
    ],
  },
  'fitness-told': {
    says: 'Fit to be assessed',
    group: 'care',
    fields: [
      { kind: 'yes-no', name: 'fit', label: 'Fit to be assessed now' },
      { kind: 'text', name: 'saidBy', label: 'Who says so' },
      { kind: 'text', name: 'note', label: 'Why not, and when it is looked at again', blank: 'left-out' },
    ],
  },
  'rights-given': {
    says: 'Rights and information given',
    group: 'care',
    explains: ({ incident, places }) => {
      const nation = nationReached(incident.facts, places);
      return nation && moreLanguages(nation);
    },
    fields: [
      { kind: 'text', name: 'givenBy', label: 'Given by' },
      { kind: 'text', name: 'how', label: 'How', hint: 'By word, leaflet, interpreter…' },
      { kind: 'yes-no', name: 'understood', label: 'Understood' },
    ],
  },
  'property-listed': {
    says: 'Property listed',
    group: 'care',
    fields: [
      { kind: 'text', name: 'items', label: 'Items', lines: true },
      { kind: 'text', name: 'heldBy', label: 'Held by' },
    ],
  },
  noted: {
    says: 'Note',
    group: 'care',
    fields: [{ kind: 'text', name: 'text', label: 'Note', lines: true }],
  },
};
