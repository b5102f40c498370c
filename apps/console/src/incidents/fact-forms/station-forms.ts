import type { FormsOf } from './fact-field';
import { note } from './fact-field';

type Kinds = 'station-check' | 'station-review';

const stillMet = (values: Readonly<Record<string, string>>): boolean =>
  values['conditionsStillMet'] === 'yes';

/** What the Regulations ask for while an adult is at a police station (SI 2017/1036 regs 4 to 6). */
export const stationForms: FormsOf<Kinds> = {
  'station-check': {
    says: '30-minute check',
    group: 'station',
    fields: [{ kind: 'text', name: 'professional', label: 'Healthcare professional' }, note],
  },
  'station-review': {
    says: 'Custody review',
    group: 'station',
    first: { nextWithinMinutes: '60' },
    explains: 'Hourly; up to three hours apart while the person is asleep and no risk is flagged.',
    fields: [
      { kind: 'text', name: 'custodyOfficer', label: 'Custody officer' },
      {
        kind: 'yes-no',
        name: 'conditionsStillMet',
        label: 'The conditions of regulation 2 are still met',
        hint: 'If not, the person must be moved at once',
      },
      {
        kind: 'tick',
        name: 'asleepNoRiskFlagged',
        label: 'Asleep, and no risk is flagged',
        when: stillMet,
      },
      {
        kind: 'number',
        name: 'nextWithinMinutes',
        label: 'Next review within how many minutes',
        when: stillMet,
      },
    ],
  },
};
