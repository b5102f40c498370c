import type { Deadline } from '@concord/domain';
import { clockName, deadlineKey } from '@concord/domain';

/** The name under which a deadline's timer is armed. */
export const keyOf = ({ clock, subject, point }: Deadline): string => deadlineKey(clock, subject, point);

/** Whether two are of the same run of the same clock. */
export const isAbout = (
  one: Pick<Deadline, 'subject' | 'clock'>,
  other: Pick<Deadline, 'subject' | 'clock'>,
): boolean => one.subject === other.subject && clockName(one.clock) === clockName(other.clock);
