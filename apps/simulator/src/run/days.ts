import type { Problem } from '@concord/contracts';
import { isOpen } from '@concord/domain';
import type { ApiClient } from '../api/client';
import { NARRATOR, assemble } from '../api/cast';
import type { Arrival } from '../arrivals';
import type { Chance } from '../chance';
import { toronto } from '../figures/toronto';
import { wantedPlace } from '../life/destination';
import { MINUTE } from '../life/step';
import { Recount } from '../recount/recount';
import { Tally } from '../recount/tally';
import type { Planned } from '../world/agenda';
import { Agenda } from '../world/agenda';
import { Mirror } from '../world/mirror';
import type { World } from '../world/world';
import { aloneInTheArea } from '../world/world';
import { catchUp } from './journal';
import { openIncident } from './open';
import { perform } from './perform';

export interface DaysAsked {
  readonly api: ApiClient;
  readonly chance: Chance;
  /** The day desks are left to people: see `assemble`. */
  readonly leaveDesks: boolean;
  /** Time moves on in steps of at least so many minutes; what fell between is done late, and dated as it was. */
  readonly everyMinutes: number;
  /** The calls to live through from this instant on, in order, and when to stop. */
  readonly plan: (startsAt: number) => { arrivals: Iterable<Arrival>; until: number };
  readonly progress: (at: { now: number; startsAt: number; until: number; incidents: number }) => void;
}

export interface DaysLived {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly opened: number;
  readonly tally: Tally;
  readonly recount: Recount;
  /** Refusals the simulated people met, by code: part of life, but worth seeing. */
  readonly refusals: ReadonlyMap<string, number>;
}

const LONGEST_STEP = 31 * 24 * 60;

/** Said of different things by different people at one minute: whoever is heard first, the day is the same. */
const inAnyOrder = ({ act }: Planned): boolean =>
  act.kind === 'call' &&
  (act.route === 'confirmRooms' ||
    act.route === 'confirmAlternative' ||
    act.route === 'markResource' ||
    act.route === 'ownEscalation');

/**
 * Lives whole days against a clock that stands still until it is moved: everything due at a minute
 * is done, then time goes straight to the next minute at which anything is.
 */
export const liveThrough = async ({
  api,
  chance,
  leaveDesks,
  everyMinutes,
  plan,
  progress,
}: DaysAsked): Promise<DaysLived> => {
  const cast = await assemble(api, { leaveDesks });
  const detained = new Map<string, boolean>();
  const world: World = {
    mirror: new Mirror(),
    cast,
    chance,
    manners: aloneInTheArea,
    tried: { rooms: new Map(), cars: new Set(), alternatives: new Set() },
    detains: ({ id, ref }) => detained.get(id) ?? chance(ref, 'detained') < toronto.apprehended,
  };
  const agenda = new Agenda(world);
  const tally = new Tally();
  const recount = new Recount((incident) => tally.add(incident, wantedPlace(world, incident)));
  const refusals = new Map<string, number>();
  let opened = 0;

  const refused = (problem: Problem) => refusals.set(problem.code, (refusals.get(problem.code) ?? 0) + 1);
  const forget = (incidentId: string) => {
    detained.delete(incidentId);
    world.tried.rooms.delete(incidentId);
    world.tried.cars.delete(incidentId);
    world.tried.alternatives.delete(incidentId);
  };
  const read = () =>
    catchUp(api, world, agenda, (entry) => {
      recount.take(entry);
      if (entry.kind === 'incident' && !isOpen(entry.image as never)) forget(entry.entityId);
    });
  const moveClock = async (stepMinutes?: number): Promise<number> => {
    const body = stepMinutes === undefined ? { rate: 0 } : { rate: 0, stepMinutes };
    return Date.parse((await api.must('setDemoClock', { as: NARRATOR, body })).now);
  };

  const take = async (step: Planned): Promise<void> => {
    const { problem } = await perform(api, world, step, now);
    if (!problem) return agenda.taken(step);
    refused(problem);
    agenda.refused(step, now);
  };

  let now = await moveClock();
  const startsAt = now;
  const { arrivals, until } = plan(startsAt);
  const coming = arrivals[Symbol.iterator]();
  let next = coming.next();

  await read();
  while (now < until) {
    for (let due = agenda.due(now); due.length > 0; due = agenda.due(now)) {
      await Promise.all(due.filter(inAnyOrder).map(take));
      for (const step of due) if (!inAnyOrder(step)) await take(step);
      await read();
    }
    const before = opened;
    while (!next.done && next.value.at <= now) {
      const { id } = await openIncident(api, world, next.value, now);
      if (next.value.detained !== undefined) detained.set(id, next.value.detained);
      opened += 1;
      next = coming.next();
    }
    if (opened > before) await read();
    const soonest = Math.min(agenda.nextAt(), next.done ? Infinity : next.value.at);
    const to = Math.min(Math.max(soonest, now + everyMinutes * MINUTE), until);
    if (soonest > now) {
      now = await moveClock(Math.min(LONGEST_STEP, (to - now) / MINUTE));
      await read();
    }
    progress({ now, startsAt, until, incidents: opened });
  }
  recount.finish(now);
  return { startsAt, endsAt: now, opened, tally, recount, refusals };
};
