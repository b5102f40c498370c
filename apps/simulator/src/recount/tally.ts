import { Temporal } from 'temporal-polyfill';
import type { Incident, OutcomeCode, PlaceKind } from '@concord/domain';
import { firstOf, lastOf } from '@concord/domain';

const count = <Key extends string>(counts: Partial<Record<Key, number>>, key: Key): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

/** What became of the people: counted from each incident as it ended. */
export class Tally {
  incidents = 0;
  detentions = 0;
  /** Used on somebody who was already in a place of safety: they were not conveyed. */
  kept = 0;
  readonly firstPlace: Record<string, number> = {};
  readonly conveyance: Record<string, number> = {};
  readonly outcomes: Partial<Record<OutcomeCode, number>> = {};
  readonly hourly = Array.from({ length: 24 }, () => 0);
  readonly daily = Array.from({ length: 7 }, () => 0);
  refusedBySuites = 0;
  /** Would have gone to a suite, but none had or took a room in time. */
  overflowed = 0;

  add({ facts }: Incident, wanted: PlaceKind): void {
    this.incidents += 1;
    const opened = firstOf(facts, 'opened');
    if (opened) {
      const local = Temporal.Instant.from(opened.happenedAt).toZonedDateTimeISO('Europe/London');
      this.hourly[local.hour] = (this.hourly[local.hour] ?? 0) + 1;
      this.daily[local.dayOfWeek - 1] = (this.daily[local.dayOfWeek - 1] ?? 0) + 1;
    }
    const detained = firstOf(facts, 'detained');
    if (!detained) return;
    this.detentions += 1;
    if (detained.power === 's136-kept') this.kept += 1;
    const arrived = firstOf(facts, 'arrived');
    if (arrived) count(this.firstPlace, arrived.placeKind);
    if (arrived && wanted === 'suite' && arrived.placeKind !== 'suite') this.overflowed += 1;
    const left = firstOf(facts, 'conveyance-started');
    if (left) {
      const { mode } = left;
      count(this.conveyance, mode === 'ambulance' || mode === 'police-vehicle' ? mode : 'other');
    }
    const outcome = lastOf(facts, 'outcome');
    if (outcome) count(this.outcomes, outcome.code);
    this.refusedBySuites += facts.filter(({ kind }) => kind === 'hold-refused').length;
  }
}
