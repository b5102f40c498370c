import type { OutcomeCode } from '@concord/domain';
import { letsGo, presentArrival } from '@concord/domain';
import { conveyanceWords, diversionWords, professionWords, vehicleReasonWords } from '../../words/codes';
import { authoriserWords } from '../../words/law-codes';
import { arrivalFields } from './arrival-fields';
import type { FormsOf } from './fact-field';
import { because, note, officer, said } from './fact-field';
import { referralForm, whereReferred, whichOne } from './elsewhere';
import { possibleOutcomes } from './possible-outcomes';
import { possiblePowers, underWarrant } from './possible-powers';

type Kinds =
  | 'advice-sought'
  | 'advice-not-practicable'
  | 'detained'
  | 'diverted'
  | 'referred'
  | 'conveyance-started'
  | 'arrived'
  | 'handed-over'
  | 'assessment-started'
  | 'retaken'
  | 'outcome'
  | 'closed';

/** The steps that an incident usually takes. */
export const courseForms: FormsOf<Kinds> = {
  'advice-sought': {
    says: 'Advice sought',
    group: 'course',
    first: { profession: 'nurse' },
    fields: [
      { kind: 'text', name: 'adviser', label: 'Who gave the advice' },
      { kind: 'choice', name: 'profession', label: 'Profession', words: professionWords },
      { kind: 'text', name: 'advice', label: 'What they advised', lines: true },
    ],
  },
  'advice-not-practicable': {
    says: 'Advice not practicable',
    group: 'course',
    fields: [{ ...because, label: 'Why it was not practicable', hint: 'MHA 1983 s136(1C)' }],
  },
  detained: {
    says: 'Detained under s136',
    group: 'course',
    first: { power: 's136-removed' },
    here: underWarrant,
    fields: [
      { kind: 'choice', name: 'power', label: 'Power', words: possiblePowers },
      { ...officer, label: 'Detaining officer' },
    ],
  },
  diverted: {
    says: 'Not detained',
    group: 'course',
    here: whereReferred,
    fields: [{ kind: 'choice', name: 'to', label: 'Where instead', words: diversionWords }, whichOne, note],
  },
  referred: referralForm,
  'conveyance-started': {
    says: 'Conveyance started',
    group: 'course',
    first: { mode: 'ambulance' },
    fields: [
      { kind: 'choice', name: 'mode', label: 'By', words: conveyanceWords },
      {
        kind: 'list',
        name: 'policeVehicleReason',
        label: 'Why a police vehicle',
        words: vehicleReasonWords,
        when: ({ mode }) => mode === 'police-vehicle',
      },
      {
        kind: 'text',
        name: 'authorisedBy.name',
        label: 'Move to another place authorised by',
        hint: 'A constable or an AMHP: MHA 1983 s136(3)',
        when: (_, { incident }) => presentArrival(incident.facts) !== undefined,
        blank: 'left-out',
      },
      {
        kind: 'choice',
        name: 'authorisedBy.role',
        label: 'They are a',
        words: authoriserWords,
        when: said('authorisedBy.name'),
      },
    ],
  },
  arrived: { says: 'Arrived at place of safety', group: 'course', fields: arrivalFields },
  'handed-over': {
    says: 'Handed over',
    group: 'course',
    fields: [
      {
        kind: 'text',
        name: 'acceptedBy',
        label: 'Accepted by',
        hint: 'Name of the member of staff who accepts the person',
      },
    ],
  },
  'assessment-started': {
    says: 'Assessment started',
    group: 'course',
    fields: [{ kind: 'text', name: 'amhp', label: 'AMHP' }],
  },
  retaken: {
    says: 'Retaken',
    group: 'course',
    explains: 'The 24 hours were not paused: they run on from where they began.',
    fields: [officer, { kind: 'text', name: 'where', label: 'Taken at' }],
  },
  outcome: {
    says: 'Outcome',
    group: 'course',
    fields: [
      { kind: 'list', name: 'code', label: 'Outcome', words: possibleOutcomes },
      {
        kind: 'text',
        name: 'doctor.name',
        label: 'Doctor who examined',
        hint: 'Nothing if none did',
        blank: 'left-out',
      },
      {
        kind: 'yes-no',
        name: 'doctor.section12',
        label: 'Approved under section 12',
        when: said('doctor.name'),
      },
      {
        kind: 'text',
        name: 'doctor.whyNot',
        label: 'Why not a section 12 doctor',
        when: (values) => said('doctor.name')(values) && values['doctor.section12'] === 'no',
      },
      {
        kind: 'list',
        name: 'voluntaryHelp.offered',
        label: 'Voluntary help offered',
        hint: 'The detention has ended: they are free to go at once. Help is offered, and holds nobody.',
        words: diversionWords,
        blank: 'left-out',
        when: ({ code }) => code !== undefined && letsGo(code as OutcomeCode),
      },
      {
        kind: 'yes-no',
        name: 'voluntaryHelp.accepted',
        label: 'Accepted',
        when: (values) => {
          const offered = values['voluntaryHelp.offered'] ?? 'no-further-need';
          return letsGo(values['code'] as OutcomeCode) && offered !== 'no-further-need';
        },
      },
      note,
    ],
  },
  closed: { says: 'Close incident', group: 'course', fields: [note] },
};
