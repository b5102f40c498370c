import type { JournalEntry } from '@concord/contracts';
import { entitySchemas } from '@concord/contracts';
import type { Agreement, Escalation, Incident } from '@concord/domain';
import { calledFor, nameOf, runOf } from './clocks';
import { OwnRotas } from './own-rotas';
import { PlaceBook, placeRunOf } from './place-clocks';
import { SentOn } from './sent-on';
import type { Fired, Judge } from './watch';
import { Watch } from './watch';

export interface ClockCount {
  /** Steps that had to be fired, by the facts as they were known. */
  owed: number;
  /** Of those, the breach itself. */
  breached: number;
  /** Ladder steps found in the journal. */
  fired: number;
  missed: number;
  late: number;
  doubled: number;
  /** Fired though nothing called for it. */
  uncalledFor: number;
}

const nothing = (): ClockCount => ({
  owed: 0,
  breached: 0,
  fired: 0,
  missed: 0,
  late: 0,
  doubled: 0,
  uncalledFor: 0,
});

interface FiredFor extends Fired {
  /** The incident or the place. */
  readonly about: string;
}

/**
 * Counts escalations again, from the journal alone: which steps the facts called for at each moment
 * they were known, against the steps that were fired. Takes entries in order, as they come, and of
 * incidents that are over keeps only what was fired, in case they are opened again.
 */
export class Recount {
  readonly clocks = new Map<string, ClockCount>();
  escalations = 0;
  /** Steps that called somebody who was not on call, or nobody where somebody was. */
  miscalled = 0;
  /** Moments at which an alternative expected others than the facts sent there. */
  misexpected = 0;
  readonly sentOn = new SentOn();
  private readonly rotas = new OwnRotas();
  private readonly agreements = new Map<string, Agreement>();
  private readonly watched = new Map<string, Watch>();
  private readonly open = new Map<string, Incident>();
  private readonly ended = new Set<string>();
  private readonly stepsSeen = new Map<string, number>();
  /** What the revision in hand tells: one moment, whatever the order in which it is written down. */
  private told: Incident[] = [];
  private readonly places = new PlaceBook();
  private inForce: Agreement | undefined;
  private fired: FiredFor[] = [];
  private revision = 0;
  private at = 0;

  constructor(private readonly onEnd: (incident: Incident) => void = () => undefined) {}

  take(entry: JournalEntry): void {
    if (entry.revision !== this.revision) this.settle();
    this.revision = entry.revision;
    this.at = Date.parse(entry.at);
    if (entry.kind === 'agreement') {
      const agreement = entitySchemas.agreement.parse(entry.image);
      this.agreements.set(agreement.id, agreement);
    } else if (entry.kind === 'rota') this.rotas.told(entitySchemas.rota.safeParse(entry.image).data);
    else if (entry.kind === 'place') {
      const place = entitySchemas.place.parse(entry.image);
      // A neighbour's place is asked about in its own area.
      if (!place.lentBy) this.places.place(place);
    } else if (entry.kind === 'room') {
      const room = entitySchemas.room.parse(entry.image);
      if (!room.lentBy) this.places.room(room);
    } else if (entry.kind === 'incident') this.told.push(entitySchemas.incident.parse(entry.image));
    else if (entry.kind === 'alternative') {
      const alternative = entitySchemas.alternative.parse(entry.image);
      this.sentOn.shows(alternative);
      this.places.alternative(alternative);
    } else if (entry.kind === 'escalation') this.climbed(entitySchemas.escalation.parse(entry.image));
  }

  /** Counts what is still open as far as it has come. */
  finish(now: number): void {
    this.settle();
    for (const watch of this.watched.values()) watch.close(now);
    for (const incident of this.open.values()) this.end(incident);
    this.open.clear();
  }

  total(): ClockCount {
    const sum = nothing();
    for (const count of this.clocks.values()) {
      for (const name of Object.keys(sum) as (keyof ClockCount)[]) sum[name] += count[name];
    }
    return sum;
  }

  private climbed({ id, clock, subject, incidentId, placeId, steps }: Escalation): void {
    const seen = this.stepsSeen.get(id);
    if (seen === undefined) this.escalations += 1;
    this.stepsSeen.set(id, steps.length);
    for (const step of steps.slice(seen ?? 0)) {
      const { afterMinutes, level } = step;
      if (this.rotas.miscalled(step, placeId)) this.miscalled += 1;
      this.countOf(clock.label).fired += 1;
      const run = placeId === null ? runOf(nameOf(clock), subject) : placeRunOf(placeId, level);
      this.fired.push({ about: incidentId ?? placeId ?? '', run, afterMinutes, clock: clock.label });
    }
  }

  /** The engine may have fired before or after what else was written in one revision: either is right. */
  private settle(): void {
    const { at, told, fired } = this;
    [this.told, this.fired] = [[], []];
    const before = fired.filter((step) => this.watched.get(step.about)?.callsFor(step, at));
    const after = fired.filter((step) => !before.includes(step));
    for (const step of before) this.fire(step, at);
    for (const incident of told) {
      this.know(incident, at);
      this.sentOn.told(incident);
    }
    this.misexpected += this.sentOn.wrong();
    this.govern(at);
    this.knowPlaces(at);
    for (const step of after) this.fire(step, at);
  }

  private fire(step: FiredFor, at: number): void {
    const watch = this.watched.get(step.about);
    if (watch) watch.fired(step, at);
    else this.judge('uncalled-for', { ...step, breach: false });
  }

  private know(incident: Incident, at: number): void {
    const agreement = this.agreements.get(incident.agreementId);
    if (!agreement)
      throw new Error(`${incident.ref} is stamped with an agreement that the journal does not have`);
    const watch = this.watched.get(incident.id) ?? new Watch(this.judge);
    const { running, over } = calledFor(incident.facts, agreement);
    watch.known(running, at);
    this.watched.set(incident.id, watch);
    this.open.set(incident.id, incident);
    if (!over) return;
    this.open.delete(incident.id);
    watch.forget();
    this.end(incident);
  }

  /** Of the approved versions that have taken effect by then, the last to do so. */
  private governing(at: number): Agreement | undefined {
    return [...this.agreements.values()]
      .filter(({ state, effectiveFrom }) => state === 'approved' && Date.parse(effectiveFrom) <= at)
      .sort((a, b) => Date.parse(b.effectiveFrom) - Date.parse(a.effectiveFrom) || b.version - a.version)[0];
  }

  /** A version takes effect at its own instant, whether or not anything is written then. */
  private govern(at: number): void {
    const now = this.governing(at);
    if (!now || now.id === this.inForce?.id) return;
    this.inForce = now;
    this.places.governed();
    this.knowPlaces(Date.parse(now.effectiveFrom));
  }

  private knowPlaces(at: number): void {
    if (!this.inForce) return;
    for (const { placeId, running } of this.places.news(this.inForce)) {
      const watch = this.watched.get(placeId) ?? new Watch(this.judge);
      this.watched.set(placeId, watch);
      watch.known(running, at);
      if (running.every(({ due }) => due > at)) watch.rested();
    }
  }

  /** Told of once, however often it is opened again. */
  private end(incident: Incident): void {
    if (this.ended.has(incident.id)) return;
    this.ended.add(incident.id);
    this.onEnd(incident);
  }

  private readonly judge: Judge = (verdict, { clock, breach }) => {
    const count = this.countOf(clock);
    if (verdict === 'doubled') count.doubled += 1;
    else if (verdict === 'uncalled-for') count.uncalledFor += 1;
    else {
      count.owed += 1;
      if (breach) count.breached += 1;
      if (verdict !== 'in-time') count[verdict] += 1;
    }
  };

  private countOf(clock: string): ClockCount {
    const count = this.clocks.get(clock) ?? nothing();
    this.clocks.set(clock, count);
    return count;
  }
}
