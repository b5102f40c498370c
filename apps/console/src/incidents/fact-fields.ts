import {
  conveyanceWords,
  diversionWords,
  outcomeWords,
  professionWords,
  vehicleReasonWords,
} from '../words/codes';
import type { RecordedKind } from './recorded-kinds';

export type FactValues = Readonly<Record<string, string>>;

export type FactField =
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly label: string;
      readonly hint?: string;
      readonly lines?: boolean;
    }
  | {
      readonly kind: 'choice' | 'list';
      readonly name: string;
      readonly label: string;
      readonly words: Readonly<Record<string, string>>;
      readonly when?: (values: FactValues) => boolean;
    }
  | { readonly kind: 'place'; readonly name: string; readonly label: string };

const note = { kind: 'text', name: 'note', label: 'Note', lines: true } as const;

/** What each fact asks for after its time. The contracts' schema, not this table, says what is valid. */
export const factFields: Readonly<Record<RecordedKind, readonly FactField[]>> = {
  'advice-sought': [
    { kind: 'text', name: 'adviser', label: 'Who gave the advice' },
    { kind: 'choice', name: 'profession', label: 'Profession', words: professionWords },
    { kind: 'text', name: 'advice', label: 'What they advised', lines: true },
  ],
  'advice-not-practicable': [
    {
      kind: 'text',
      name: 'reason',
      label: 'Why it was not practicable',
      lines: true,
      hint: 'MHA 1983 s136(1C)',
    },
  ],
  detained: [
    {
      kind: 'choice',
      name: 'power',
      label: 'Power',
      words: { 's136-removed': 'Removed to a place of safety', 's136-kept': 'Kept where they are' },
    },
    { kind: 'text', name: 'officer', label: 'Detaining officer' },
  ],
  diverted: [{ kind: 'choice', name: 'to', label: 'Where instead', words: diversionWords }, note],
  'conveyance-started': [
    { kind: 'choice', name: 'mode', label: 'By', words: conveyanceWords },
    {
      kind: 'list',
      name: 'policeVehicleReason',
      label: 'Why a police vehicle',
      words: vehicleReasonWords,
      when: ({ mode }) => mode === 'police-vehicle',
    },
  ],
  arrived: [{ kind: 'place', name: 'placeId', label: 'Place of safety' }],
  'handed-over': [
    {
      kind: 'text',
      name: 'acceptedBy',
      label: 'Accepted by',
      hint: 'Name of the member of staff who accepts the person',
    },
  ],
  'assessment-started': [{ kind: 'text', name: 'amhp', label: 'AMHP' }],
  outcome: [{ kind: 'list', name: 'code', label: 'Outcome', words: outcomeWords }, note],
  closed: [note],
};

export const firstValues: Readonly<Partial<Record<RecordedKind, FactValues>>> = {
  'advice-sought': { profession: 'nurse' },
  detained: { power: 's136-removed' },
  'conveyance-started': { mode: 'ambulance' },
};
