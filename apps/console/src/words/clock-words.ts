import type { Instant, StartBasis } from '@concord/domain';
import type { IncidentClock, LegalClock, Level } from '../incidents/incident-clocks';
import { levelOf } from '../incidents/incident-clocks';
import { hourMinute } from '../time/london';
import { hoursMinutes, left } from '../time/span';
import { factLine } from './fact-line';
import { spanWords } from './line';

/** "OVER +0:12", "DUE 0:09", "SOON 0:48", "5:40": the word and the figure that a badge carries. */
export const badgeText = (level: Level, endsAt: Instant, now: Instant): string => {
  const remaining = left(endsAt, now);
  switch (level) {
    case 'over':
      return `OVER +${hoursMinutes(-remaining)}`;
    case 'due':
      return `DUE ${hoursMinutes(remaining)}`;
    case 'soon':
      return `SOON ${hoursMinutes(remaining)}`;
    case 'running':
      return hoursMinutes(remaining);
    case 'stopped':
      return 'STOPPED';
  }
};

export const clockBadge = (clock: IncidentClock, now: Instant): string =>
  badgeText(levelOf(clock, now), clock.endsAt, now);

/** "7:58 left" or "+0:12 over". */
export const remainingWords = (endsAt: Instant, now: Instant): string => {
  const remaining = left(endsAt, now);
  return remaining >= 0 ? `${hoursMinutes(remaining)} left` : `+${hoursMinutes(-remaining)} over`;
};

/** From what the 24 hours are counted, in the words of the record. */
export const startWords: Readonly<Record<StartBasis, string>> = {
  'arrived-at-first-place-of-safety': 'arrival',
  'decision-to-keep-at-a-place-of-safety': 'the decision to keep',
  'entry-under-warrant': 'entry under the warrant',
  'disputed-arrival': 'the other side’s time of arrival',
  'ambulance-outside-emergency-department': 'the ambulance queue outside the emergency department',
  'police-custody-first': 'police custody',
  other: 'another start that is claimed',
};

/** What the law counts each of its times from, where it is not the permitted period. */
export const countedFrom: Readonly<Record<Exclude<LegalClock['law'], 's136-permitted-period'>, string>> = {
  retake: '24 h from the escape, and never past the limit',
  'station-check': '30 min from the last check, or the arrival',
  'station-review': 'from the last review, or the arrival',
  'station-conditions-ceased': 'at once: the conditions are no longer met',
  'under-18': 'at once: the person must be treated as under 18',
  'dwelling-consent-withdrawn': 'at once: nobody may be kept in a home without agreement',
};

const shortRule = (rule: string): string => rule.replaceAll('Mental Health Act 1983', 'MHA 1983');

/** What a clock counts from, and the rule or agreement that sets it: for a person to check. */
export const basisWords = (clock: IncidentClock): string => {
  const from = hourMinute(clock.startedAt);
  if (clock.kind === 'agreed')
    return `${spanWords(clock.run.threshold.overAfterMinutes)} agreed, from ${from}`;
  const { limit, law } = clock;
  if (!limit || law !== 's136-permitted-period')
    return `${law === 's136-permitted-period' ? '' : countedFrom[law]} · ${shortRule(clock.rule)}`;
  const more = limit.extendedByMinutes > 0 ? ` + ${spanWords(limit.extendedByMinutes)}` : '';
  return `24 h${more} from ${startWords[limit.basis]} ${from} · ${shortRule(clock.rule)}`;
};

/** "after 0:14: Suite accepted", "0:12 over: Handed over": how long a stopped clock ran, and what stopped it. */
export const stoppedWords = ({ startedAt, endsAt, stoppedAt, stoppedBy }: IncidentClock): string => {
  if (stoppedAt === null) return '';
  const over = stoppedAt > endsAt ? `, ${hoursMinutes(left(stoppedAt, endsAt))} over` : '';
  const why = stoppedBy ? `: ${factLine(stoppedBy)}` : '';
  return `after ${hoursMinutes(left(stoppedAt, startedAt))}${over}${why}`;
};
