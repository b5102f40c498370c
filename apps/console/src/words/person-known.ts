import type { PersonOutline } from '@concord/domain';
import { ethnicityWords, observedEthnicityWords, personNeedWords } from './person-codes';

export interface Known {
  readonly label: string;
  readonly says: string;
}

/** What is known of a person beyond age and sex, each under its name; what nobody has said is left out. */
export const personKnown = (person: PersonOutline): readonly Known[] =>
  [
    { label: 'Needs of a room', says: person.needs.map((need) => personNeedWords[need]).join(', ') },
    { label: 'Interpreter', says: person.interpreter },
    { label: 'Communication', says: person.communicationNeeds },
    { label: 'Gender, in their words', says: person.gender },
    { label: 'Ethnicity, as they say it', says: person.ethnicity && ethnicityWords[person.ethnicity] },
    {
      label: 'Ethnic appearance to an officer',
      says: person.observedEthnicity && observedEthnicityWords[person.observedEthnicity],
    },
  ].filter((known): known is Known => Boolean(known.says));
