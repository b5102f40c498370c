import type { Agreement, Alternative, Place, Room } from '@concord/domain';
import type { Running } from './clocks';
import { runOf } from './clocks';
import { openFrom } from './doors';

const MINUTE = 60_000;
const CLOCK = 'place-status';
const LABEL = 'Status confirmed';

/** Which of the two steps of a place's clock, as the journal names it: `due` when asked, `over` when unknown. */
export const placeRunOf = (placeId: string, level: string): string => runOf(`${CLOCK} ${level}`, placeId);

const times = (place: Place, rooms: readonly Room[]): number[] => {
  const words = [place.staffing?.observed, place.pressure?.observed];
  for (const { placeId, state, incidentId, observed } of rooms) {
    const known = state === 'held' || (state === 'occupied' && incidentId !== null);
    if (placeId === place.id && !known) words.push(observed);
  }
  return words.flatMap((word) => (word ? [Date.parse(word.at)] : []));
};

/** What a place's own word calls for, worked out again from the words of the agreement alone: see `Line` for why. */
export const calledOfPlace = (place: Place, rooms: readonly Room[], { freshness }: Agreement): Running[] => {
  const since = Math.min(...times(place, rooms));
  if (since === Infinity) return [];
  return (['due', 'over'] as const).map((level) => {
    const minutes = level === 'due' ? freshness.confirmAfterMinutes : freshness.unknownAfterMinutes;
    return {
      run: placeRunOf(place.id, level),
      point: minutes,
      afterMinutes: minutes,
      clock: LABEL,
      due: since + minutes * MINUTE,
      breach: level === 'over',
    };
  });
};

/** The same of an alternative, which is asked only while its doors are open. */
export const calledOfAlternative = (at: Alternative, { freshness }: Agreement): Running[] => {
  const said = at.capacity ? Date.parse(at.capacity.observed.at) : NaN;
  const shutUntil = at.shut?.until;
  if (at.places === null || Number.isNaN(said) || shutUntil === null) return [];
  const steps = [
    ['due', freshness.confirmAfterMinutes],
    ['over', freshness.unknownAfterMinutes],
  ] as const;
  return steps.flatMap(([level, minutes]) => {
    const wait = minutes * MINUTE;
    const wanted = Math.max(said + wait, shutUntil === undefined ? 0 : Date.parse(shutUntil));
    const open = openFrom(at.hours, wanted);
    const run = placeRunOf(at.id, level);
    const about = { run, point: minutes, afterMinutes: minutes, clock: LABEL, breach: level === 'over' };
    return Number.isNaN(open) ? [] : [{ ...about, due: open === said + wait ? open : open + wait }];
  });
};

/** What places and alternatives have said of themselves and which agreement governs them, as far as the journal has told. */
export class PlaceBook {
  private readonly places = new Map<string, Place>();
  private readonly rooms = new Map<string, Room>();
  private readonly alternatives = new Map<string, Alternative>();
  private readonly touched = new Set<string>();

  place(place: Place): void {
    this.places.set(place.id, place);
    this.touched.add(place.id);
  }

  room(room: Room): void {
    this.rooms.set(room.id, room);
    this.touched.add(room.placeId);
  }

  alternative(at: Alternative): void {
    this.alternatives.set(at.id, at);
    this.touched.add(at.id);
  }

  /** Another agreement governs them: every place's clock may be another. */
  governed(): void {
    for (const id of [...this.places.keys(), ...this.alternatives.keys()]) this.touched.add(id);
  }

  /** What is called for of each place that has been told of since this was last asked. */
  news(agreement: Agreement): { placeId: string; running: Running[] }[] {
    const news = [...this.touched].flatMap((placeId) => {
      const alternative = this.alternatives.get(placeId);
      if (alternative) return [{ placeId, running: calledOfAlternative(alternative, agreement) }];
      const place = this.places.get(placeId);
      return place ? [{ placeId, running: calledOfPlace(place, [...this.rooms.values()], agreement) }] : [];
    });
    this.touched.clear();
    return news;
  }
}
