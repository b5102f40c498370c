import { setTimeout as pause } from 'node:timers/promises';
import type { JournalEntry } from '@concord/contracts';
import { firstOf } from '@concord/domain';
import type { ApiClient } from '../api/client';
import type { Cast } from '../api/cast';
import { assemble, NARRATOR } from '../api/cast';
import type { Arrival } from '../arrivals';
import { arrivalsOn, londonDateAt } from '../arrivals';
import { seededChance } from '../chance';
import type { Chance } from '../chance';
import { toronto } from '../figures/toronto';
import { MINUTE } from '../life/step';
import { Agenda } from '../world/agenda';
import { Mirror } from '../world/mirror';
import { Touched } from '../world/touched';
import type { Manners, World } from '../world/world';
import { liveThrough } from './days';
import { enterWrongly, setFirstSight } from './first-sight';
import { catchUp } from './journal';
import { draftNextAgreement } from './next-agreement';
import { openIncident } from './open';
import { perform } from './perform';

const SEED = 136;
/** A demo day is busier than an average force's, so that there is something to see. */
const BUSY = 4;
const HISTORY = 8 * 60 * MINUTE;
/** Of that, after a first word that is found to be wrong. */
const SINCE_THE_WRONG_WORD = 9 * MINUTE;
/** The area was set up, and its neighbour lent it places. */
const SET_UP_REVISIONS = 2;
const LOOK_EVERY_MS = 500;
/** Calls that fell into a stretch of time that somebody skipped were never made. */
const SKIPPED = 10 * MINUTE;

const arrivalsFor = (chance: Chance, from: number, until: number): Arrival[] => {
  const dates = [londonDateAt(from), londonDateAt(until)];
  const days = dates[0]?.equals(dates[1] ?? '') ? dates.slice(0, 1) : dates;
  return days.flatMap((date) => arrivalsOn(date, chance, BUSY)).filter(({ at }) => at > from && at <= until);
};

/** Some hours of the area's life, lived before anybody looks, so that the board is alive at first sight. */
const liveOn = async (api: ApiClient, chance: Chance, forMs: number): Promise<number> => {
  const { endsAt } = await liveThrough({
    api,
    chance,
    leaveDesks: true,
    everyMinutes: 1,
    progress: () => undefined,
    plan: (startsAt) => {
      const until = startsAt + forMs;
      return { until, arrivals: arrivalsFor(chance, startsAt, until) };
    },
  });
  return endsAt;
};

/** Leaves alone what people have touched, and gives them time to answer what is addressed to them. */
const besidePeople = (cast: Cast, chance: Chance, touched: Touched): Manners => ({
  mine: ({ id, facts }) =>
    cast.isControl(firstOf(facts, 'opened')?.by.userId ?? '') || touched.isAbandoned(id),
  notBefore: (id) => touched.freeFrom(id),
  courtesy: (persona, about) =>
    persona === 'escalation' || (persona !== undefined && cast.isAlsoPlayedByPeople(persona))
      ? 4 + Math.floor(chance(about, 'courtesy') * 4)
      : undefined,
});

/** A demo day beside whoever uses the demo: it keeps the demo's time, and waits while that stands still. */
export const liveBeside = async (api: ApiClient): Promise<never> => {
  const chance = seededChance(SEED);
  const begun = await api.signIn(NARRATOR);
  const areaId = begun.areas[0]?.areaId ?? '';
  const board = await api.must('board', { as: NARRATOR, params: { areaId } });
  const isNew = board.revision <= SET_UP_REVISIONS;
  const cast = await assemble(api, { leaveDesks: true });
  if (isNew) {
    const wrong = await enterWrongly(api, cast, await liveOn(api, chance, HISTORY - SINCE_THE_WRONG_WORD));
    const at = await liveOn(api, chance, SINCE_THE_WRONG_WORD);
    await setFirstSight(api, cast, at, wrong);
    await draftNextAgreement(api, cast, at);
  }
  let { now, rate } = await readClock(api);
  if (rate === 0) ({ now, rate } = await readClock(api, { rate: 1 }));

  const ours = new Set<number>();
  const touched = new Touched();
  const world: World = {
    mirror: new Mirror(),
    cast,
    chance,
    manners: besidePeople(cast, chance, touched),
    tried: { rooms: new Map(), cars: new Set(), alternatives: new Set() },
    detains: ({ ref }) => chance(ref, 'detained') < toronto.apprehended,
  };
  const agenda = new Agenda(world);
  world.mirror.load(await api.must('board', { as: NARRATOR, params: { areaId } }));
  agenda.begin();
  const notice = (entry: JournalEntry): void => {
    if (entry.actor !== null && !ours.has(entry.revision)) touched.by(entry);
    ours.delete(entry.revision - 1);
  };

  for (let seenUntil = now; ;) {
    await pause(LOOK_EVERY_MS);
    ({ now } = await readClock(api));
    await catchUp(api, world, agenda, notice);
    const notOurs = world.mirror.all('incident').filter((incident) => !world.manners.mine(incident));
    if (touched.lookForAbandoned(notOurs, now)) agenda.begin();
    for (const arrival of arrivalsFor(chance, Math.max(seenUntil, now - SKIPPED), now)) {
      ours.add((await openIncident(api, world, arrival, now)).revision);
    }
    seenUntil = now;
    for (const step of agenda.due(now)) {
      const { problem, revisions } = await perform(api, world, step, now);
      for (const revision of revisions) ours.add(revision);
      if (problem) agenda.refused(step, now);
      else agenda.taken(step);
    }
  }
};

const readClock = async (api: ApiClient, body?: { rate: number }): Promise<{ now: number; rate: number }> => {
  const clock = body
    ? await api.must('setDemoClock', { as: NARRATOR, body })
    : await api.must('demoClock', { as: NARRATOR });
  return { now: Date.parse(clock.now), rate: clock.rate };
};
