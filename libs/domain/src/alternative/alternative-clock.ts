import type { AgreedFreshness } from '../agreement/agreement';
import type { Duty } from '../duty';
import type { Instant } from '../instant';
import { later, plusMinutes } from '../instant';
import type { StatusDeadline, StatusPoint } from '../place/status-clock';
import { STATUS_CLOCK } from '../place/status-clock';
import type { Alternative } from './alternative';
import { openStateAt } from './opening-hours';

/** So long after a word, or after the doors open next if they are shut then; null where they stay shut. */
const whileOpen = ({ hours, shut }: Alternative, saidAt: Instant, minutes: number): Instant | null => {
  const wanted = plusMinutes(saidAt, minutes);
  if (shut?.until === null) return null;
  const from = shut ? later(wanted, shut.until) : wanted;
  const state = openStateAt(hours, from);
  if (!state.open) return state.opensAt && plusMinutes(state.opensAt, minutes);
  return from === wanted ? wanted : plusMinutes(from, minutes);
};

/** Who is asked to confirm an alternative: its own staff before whoever the agreement has asked of a place. */
export const alternativeConfirmDuties = ({ confirmDuties }: AgreedFreshness): Duty[] => [
  'alternative-staff',
  ...confirmDuties.filter((duty) => duty !== 'suite-nurse'),
];

/**
 * What must be fired for an alternative, and exactly when, by the freshness settings of the agreement in force:
 * a question to its own staff, or else to whoever the agreement has asked, then word that its places are
 * unknown. Nobody is asked of one that is shut. None where it counts no places.
 */
export const alternativeDeadlines = (at: Alternative, rule: AgreedFreshness): StatusDeadline[] => {
  const anchorAt = at.capacity?.observed.at;
  if (at.places === null || anchorAt === undefined) return [];
  const step = (
    point: StatusPoint,
    afterMinutes: number,
    duties: AgreedFreshness['confirmDuties'],
  ): StatusDeadline[] => {
    const dueAt = whileOpen(at, anchorAt, afterMinutes);
    if (dueAt === null) return [];
    const level = point === 'unknown' ? 'over' : 'due';
    return [
      { clock: STATUS_CLOCK, subject: at.id, point, anchorAt, step: { afterMinutes, duties }, level, dueAt },
    ];
  };
  return [
    ...step('confirm', rule.confirmAfterMinutes, alternativeConfirmDuties(rule)),
    ...step('unknown', rule.unknownAfterMinutes, rule.unknownDuties),
  ];
};
