import type { JournalEntry } from '@concord/contracts';
import type { Area, Escalation, Place, Room, StatusDeadline } from '@concord/domain';
import { isOverdue, rulesToDate, statusDeadlines, untouched } from '@concord/domain';
import { agreement, instant, msAt, uuid } from './made-up-incident';

// A suite with two rooms whose staff tell of it as they please, and an engine that asks when they do not.

const AREA = uuid(1);
const who = { userId: uuid(2), name: 'Perrin Oakapple' };
const seen = (minute: number) => ({ at: instant(minute), by: who, source: 'site' as const });

/** What is told of one room, how many minutes after the last thing told, and how long before that it was seen. */
export interface Word {
  readonly after: number;
  readonly room: 0 | 1;
  readonly state: 'available' | 'held' | 'occupied' | 'taken';
  readonly ago: number;
}

const area: Area = {
  id: AREA,
  name: 'Made up',
  demo: true,
  nation: 'england',
  refPrefix: 'MU',
  agencies: [],
  districts: [],
  policeStationRules: rulesToDate,
  revision: 1,
};
export const suite: Place = {
  id: uuid(70),
  areaId: AREA,
  agencyId: uuid(71),
  name: 'Elm Suite',
  kind: 'suite',
  nation: 'england',
  district: 'Harrowdale',
  position: { lat: 54.95, lon: 2.4 },
  telephone: '01632 960101',
  meets: [],
  catchment: [],
  staffing: null,
  pressure: null,
  promises: { made: 0, kept: 0 },
  lentBy: null,
  lentTo: [],
  revision: 1,
};
export const room = (n: number): Room => ({
  id: uuid(72 + n),
  areaId: AREA,
  placeId: suite.id,
  name: `Elm ${n + 1}`,
  ages: 'adults',
  sexes: 'any',
  meets: [],
  state: 'available',
  observed: seen(0),
  holdId: null,
  incidentId: null,
  closedReason: null,
  promised: null,
  lentBy: null,
  lentTo: [],
  guest: null,
  revision: 1,
});

const told = (before: Room, { state, ago }: Word, minute: number): Room => ({
  ...before,
  state: state === 'taken' ? 'occupied' : state,
  holdId: state === 'held' ? uuid(80) : null,
  incidentId: state === 'taken' ? uuid(81) : null,
  // A room that is held, or given back, is as old as it was.
  observed: state === 'held' || before.state === 'held' ? before.observed : seen(minute - ago),
});

interface Timer {
  readonly state: 'armed' | 'fired';
  readonly dueAt: string;
}

/** As the engine keeps the timers and the alarm of one place. */
class Engine {
  run: Escalation | undefined;
  private timers = new Map<string, Timer>();
  private runs = 0;

  align(rooms: readonly Room[], minute: number): void {
    const now = instant(minute);
    const deadlines = statusDeadlines(suite, rooms, agreement.freshness);
    if (!isOverdue(deadlines, now)) this.run = undefined;
    const before = this.timers;
    this.timers = new Map([...before].filter(([, { state }]) => state === 'fired'));
    for (const { point, dueAt } of deadlines) {
      const timer = before.get(point);
      const isSpent = timer?.state === 'fired' && this.run && (timer.dueAt === dueAt || dueAt <= now);
      if (!isSpent) this.timers.set(point, { state: 'armed', dueAt });
    }
  }

  /** Every step due by a minute, each as the alarm stood after it. */
  fire(rooms: readonly Room[], until: number): { minute: number; image: Escalation }[] {
    const due = statusDeadlines(suite, rooms, agreement.freshness).filter(({ point, dueAt }) => {
      const timer = this.timers.get(point);
      return timer?.state === 'armed' && dueAt <= instant(until);
    });
    return due.map((deadline) => {
      this.timers.set(deadline.point, { state: 'fired', dueAt: deadline.dueAt });
      const minute = (Date.parse(deadline.dueAt) - msAt(0)) / 60_000;
      return { minute, image: this.climbed(deadline) };
    });
  }

  private climbed({ clock, subject, anchorAt, level, dueAt, step }: StatusDeadline): Escalation {
    const base: Escalation = this.run ?? {
      id: uuid(900 + this.runs++),
      areaId: AREA,
      incidentId: null,
      incidentRef: null,
      placeId: suite.id,
      clock,
      subject,
      startedAt: anchorAt,
      level,
      steps: [],
      ...untouched,
      revision: 1,
    };
    const fired = { afterMinutes: step.afterMinutes, level, dueAt, firedAt: dueAt, lateBySeconds: 0 };
    this.run = { ...base, level, steps: [...base.steps, { ...fired, called: [], nobodyFor: [] }] };
    return this.run;
  }
}

/** The journal of a suite of which this was told, with every step that was owed; `lose` leaves one out. */
export const journalOfPlace = (
  words: readonly Word[],
  until: number,
  lose?: number,
): { entries: JournalEntry[]; fired: number } => {
  const engine = new Engine();
  const rooms = [room(0), room(1)];
  const images: { minute: number; kind: string; image: { id: string } }[] = [];
  let fired = 0;
  const write = (minute: number, kind: string, image: { id: string }) => images.push({ minute, kind, image });
  const fire = (from: number, to: number) => {
    for (const { minute, image } of engine.fire(rooms, to)) {
      if (fired !== lose) write(Math.max(from, minute), 'escalation', image);
      fired += 1;
    }
  };
  write(0, 'area', area);
  write(0, 'agreement', agreement);
  write(0, 'place', suite);
  for (const one of rooms) write(0, 'room', one);
  engine.align(rooms, 0);
  let minute = 0;
  for (const word of words) {
    fire(minute, minute + word.after - 1);
    minute += word.after;
    rooms[word.room] = told(rooms[word.room] ?? room(word.room), word, minute);
    write(minute, 'room', rooms[word.room] ?? room(word.room));
    engine.align(rooms, minute);
  }
  fire(minute, until);
  const entries = images.map(({ minute: at, kind, image }, i) => ({
    revision: i + 1,
    ordinal: 0,
    at: instant(at),
    actor: null,
    command: 'made-up',
    kind,
    entityId: image.id,
    image: { ...image, revision: i + 1 },
    hash: '',
  }));
  return { entries, fired };
};
