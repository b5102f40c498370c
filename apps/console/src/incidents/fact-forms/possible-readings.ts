import { statutoryLimit } from '@concord/domain';
import { timeSeenFrom } from '../../time/london';
import { startWords } from '../../words/clock-words';
import type { Asking, Words } from './fact-field';

/** Every start of the 24 hours that somebody has claimed, by the fact that claims it. */
export const possibleReadings = ({ incident, now }: Asking): Words =>
  Object.fromEntries(
    (statutoryLimit(incident.facts)?.readings ?? []).map(({ startedBy, startedAt, basis }) => [
      startedBy,
      `${timeSeenFrom(startedAt, now)}: ${startWords[basis]}`,
    ]),
  );
