import type { PersonOutline } from '@concord/domain';
import { mustTreatAsUnder18 } from '@concord/domain';

const sexLetter = { female: 'F', male: 'M', 'not-known': '' } as const;

/** "M 34", "F about 16", "aged 40", "age not known": never a name. */
export const personLine = ({ ageYears, ageBasis, sex }: PersonOutline): string => {
  const about = ageBasis === 'known' ? '' : 'about ';
  const years = ageYears === null ? 'age not known' : `${about}${ageYears}`;
  return sex === 'not-known' && ageYears !== null ? `aged ${years}` : `${sexLetter[sex]} ${years}`.trim();
};

/** Why the law on children applies here, if it does. */
export const under18Line = (person: PersonOutline): string | undefined => {
  if (!mustTreatAsUnder18(person)) return undefined;
  if (person.ageYears !== null && person.ageBasis === 'known') return 'Under 18';
  return person.appearsUnder18 ? 'Appears under 18: treat so' : 'Age unproven: treat as under 18';
};
