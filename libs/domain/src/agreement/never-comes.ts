import type { FactKind } from '../incident/fact';
import { canStandAfter, factMoves } from '../incident/incident-moves';
import type { HoldState } from '../place/hold';
import { holdLifecycle, LONGEST_HOLD_MINUTES } from '../place/hold';
import type { AgreedThreshold, AgreementTerms } from './agreement';
import type { ClockEvent } from './clock-event';

const eventOf = (state: HoldState): ClockEvent => (state === 'arrived' ? 'arrived' : `hold-${state}`);

/** Everything that a request for a room can come to: one of these it does. */
const endsOfRequest: readonly ClockEvent[] = holdLifecycle.requested.map(eventOf);

/**
 * The longest that a wait can run, in minutes. A suite's answer is waited for no longer than the hold is kept: the
 * agreed time, or, where the control room keeps the room longer, twelve hours. Only a wait that every end of
 * the request stops for good is bounded by that; every other may run for ever.
 */
export const longestWait = (
  { startsOn, stopsOn, resumesOn }: AgreedThreshold,
  { holdAnswerMinutes }: Pick<AgreementTerms, 'holdAnswerMinutes'>,
): number =>
  startsOn === 'hold-requested' &&
  resumesOn.length === 0 &&
  endsOfRequest.every((end) => stopsOn.includes(end))
    ? Math.max(holdAnswerMinutes, LONGEST_HOLD_MINUTES)
    : Infinity;

const isKind = (event: ClockEvent): event is ClockEvent & FactKind => event in factMoves;

/**
 * Whether all that stops a wait can only have come before what starts it. Where a stop can be undone, what came
 * before counts too, and it is never so.
 */
export const neverStops = ({ startsOn, stopsOn, resumesOn }: AgreedThreshold): boolean =>
  stopsOn.length > 0 &&
  resumesOn.length === 0 &&
  isKind(startsOn) &&
  stopsOn.every((event) => isKind(event) && !canStandAfter(event, startsOn));
