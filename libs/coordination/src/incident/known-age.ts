import type { Instant, PersonSaidOf, Refusal } from '@concord/domain';
import { ageOn, refuse } from '@concord/domain';

const OLDEST = 120;

/** What a date of birth makes known of somebody's age; nothing without one. Refuses a date on which nobody now alive was born. */
export const knownAge = (dateOfBirth: string | null, now: Instant): Partial<PersonSaidOf> | Refusal => {
  if (dateOfBirth === null) return {};
  const ageYears = ageOn(dateOfBirth, now);
  return ageYears >= 0 && ageYears <= OLDEST && dateOfBirth <= now
    ? { ageYears, ageBasis: 'known' }
    : refuse('time-impossible', 'Nobody now alive was born then.', {
        details: { field: 'dateOfBirth', dateOfBirth },
      });
};
