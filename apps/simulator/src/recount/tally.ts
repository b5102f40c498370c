import { Temporal } from 'temporal-polyfill';
import type { FactKind, Incident, OutcomeCode, PlaceKind } from '@concord/domain';
import { firstOf, lastOf } from '@concord/domain';

const add = <Key extends string>(counts: Partial<Record<Key, number>>, key: Key): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

const count = (facts: Incident['facts'], kind: FactKind): number =>
  facts.filter((fact) => fact.kind === kind).length;

const has = (facts: Incident['facts'], ...kinds: FactKind[]): boolean =>
  firstOf(facts, ...kinds) !== undefined;

/** What became of the people: counted from each incident as it ended. */
export class Tally {
  incidents = 0;
  detentions = 0;
  /** Under section 135: none of the published figures count them. */
  warrants = 0;
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

  /** How the record was used: facts told of a detention, by what they are. */
  readonly record = new Map<string, number>();

  add({ facts }: Incident, wanted: PlaceKind): void {
    this.note('Second records of one incident, merged', has(facts, 'merged-into'));
    // Whom it is about is counted with the other record, or was nobody.
    if (has(facts, 'merged-into', 'incident-in-error')) return;
    this.incidents += 1;
    this.withoutDetention(facts);
    const opened = firstOf(facts, 'opened');
    if (opened) {
      const local = Temporal.Instant.from(opened.happenedAt).toZonedDateTimeISO('Europe/London');
      this.hourly[local.hour] = (this.hourly[local.hour] ?? 0) + 1;
      this.daily[local.dayOfWeek - 1] = (this.daily[local.dayOfWeek - 1] ?? 0) + 1;
    }
    const detained = firstOf(facts, 'detained');
    if (!detained) return;
    this.ofRecord(facts);
    if (detained.power.startsWith('s135')) {
      this.warrants += 1;
      return;
    }
    this.detentions += 1;
    if (detained.power === 's136-kept') this.kept += 1;
    const arrived = firstOf(facts, 'arrived');
    if (arrived) add(this.firstPlace, arrived.placeKind);
    if (arrived && wanted === 'suite' && arrived.placeKind !== 'suite') this.overflowed += 1;
    const left = firstOf(facts, 'conveyance-started');
    if (left) {
      const { mode } = left;
      add(this.conveyance, mode === 'ambulance' || mode === 'police-vehicle' ? mode : 'other');
    }
    const outcome = lastOf(facts, 'outcome');
    if (outcome) add(this.outcomes, outcome.code);
    this.refusedBySuites += facts.filter(({ kind }) => kind === 'hold-refused').length;
  }

  private withoutDetention(facts: Incident['facts']): void {
    const declined = facts.filter((fact) => fact.kind === 'referral-answered' && fact.answer === 'declined');
    const named = facts.some((fact) => fact.kind === 'diverted' && fact.alternativeId !== undefined);
    this.note('Referred to an alternative', count(facts, 'referred'));
    this.note('Turned away by one', declined.length);
    this.note('Helped by one without a detention', named);
  }

  private ofRecord(facts: Incident['facts']): void {
    const stays = facts.some((fact) => fact.kind === 'arrived' && fact.placeKind === 'police-station');
    const legs = facts.filter(({ kind }) => kind === 'conveyance-started').length;
    const corrected = facts.filter(({ corrects, kind }) => corrects && kind !== 'recorded-in-error').length;
    this.note('Facts corrected', corrected);
    this.note('Facts taken back', count(facts, 'recorded-in-error'));
    this.note('Facts told late', facts.filter(({ late }) => late !== undefined).length);
    this.note('Arrivals and handovers confirmed by the other side', count(facts, 'confirmed'));
    this.note('Arrivals and handovers disputed', count(facts, 'disputed'));
    this.note('Starts contested', count(facts, 'start-contested'));
    this.note('Readings adopted', count(facts, 'reading-adopted'));
    this.note('Extensions', count(facts, 'extended'));
    this.note('Absconded', count(facts, 'absconded'));
    this.note('Retaken', count(facts, 'retaken'));
    this.note('Stays at a police station', stays);
    this.note('Moved on from a first place', Math.max(0, legs - 1));
    this.note('Beds looked for', count(facts, 'bed-sought'));
    this.note('Searches owed by suites that refused', count(facts, 'search-owed'));
    this.note('Searches handed back', count(facts, 'search-handed-back'));
    this.note('Places found outside the network', count(facts, 'outside-accepted'));
  }

  private note(what: string, times: number | boolean): void {
    this.record.set(what, (this.record.get(what) ?? 0) + Number(times));
  }
}
