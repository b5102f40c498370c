import { type Temporal } from 'temporal-polyfill';
import type { ApiClient } from '../api/client';
import type { Arrival } from '../arrivals';
import { arrivalsOn, londonDateAt } from '../arrivals';
import type { Asked } from '../asked';
import { dateCalls } from '../calls/date-calls';
import { readCallsFile } from '../calls/read-calls';
import { seededChance } from '../chance';
import { closingTable, kept } from '../report/closing-table';
import { progressBar } from '../report/progress';
import { liveThrough } from './days';
import type { DaysAsked } from './days';

const DAY = 86_400_000;
/** A year of a large city: moving time for every minute in which somebody does something would double its length. */
const REPLAY_STEP_MINUTES = 5;

function* daysFrom(
  startsAt: number,
  until: number,
  arrivals: (date: Temporal.PlainDate) => Arrival[],
): Generator<Arrival> {
  for (let date = londonDateAt(startsAt); ; date = date.add({ days: 1 })) {
    const today = arrivals(date);
    if (date.toZonedDateTime('Europe/London').epochMilliseconds >= until) return;
    for (const arrival of today) if (arrival.at >= startsAt && arrival.at < until) yield arrival;
  }
}

interface Plan {
  readonly what: string;
  readonly plan: DaysAsked['plan'];
}

const monthPlan = (asked: Extract<Asked, { kind: 'month' }>): Plan => {
  const chance = seededChance(asked.seed);
  return {
    what: `${asked.days} days of Harrowdale and Vale, seed ${asked.seed}${asked.busy > 1 ? `, ${asked.busy} times as busy as the mean force` : ''}`,
    plan: (startsAt) => {
      const until = startsAt + asked.days * DAY;
      return { until, arrivals: daysFrom(startsAt, until, (date) => arrivalsOn(date, chance, asked.busy)) };
    },
  };
};

const replayPlan = async (asked: Extract<Asked, { kind: 'replay' }>): Promise<Plan> => {
  const { calls, unreadable } = await readCallsFile(asked.file);
  for (const { line, why } of unreadable) console.error(`line ${line} skipped: ${why}`);
  const arrivals = dateCalls(calls, seededChance(asked.seed));
  const last = arrivals.at(-1);
  if (!last) throw new Error(`${asked.file} holds no calls that can be read.`);
  console.error(`${calls.length} calls to live again, ${unreadable.length} rows skipped.`);
  return {
    what: `${calls.length} real calls of ${asked.file.split('/').at(-1) ?? ''}; ${unreadable.length} unreadable rows skipped. One city's calls on nine rooms: the emergency departments take the overflow, as in life.`,
    // A day more, so that the last of them comes to an end.
    plan: () => ({ arrivals, until: last.at + DAY }),
  };
};

/** Lives days as fast as they go, and prints the closing table. False when an escalation was not as promised. */
export const simulate = async (api: ApiClient, asked: Exclude<Asked, { kind: 'demo' }>): Promise<boolean> => {
  const { what, plan } = asked.kind === 'month' ? monthPlan(asked) : await replayPlan(asked);
  const bar = progressBar(process.stderr);
  const begun = performance.now();
  const lived = await liveThrough({
    api,
    plan,
    chance: seededChance(asked.seed),
    leaveDesks: false,
    everyMinutes: asked.kind === 'replay' ? REPLAY_STEP_MINUTES : 1,
    progress: (at) => bar({ ...at, commands: api.commands }),
  });
  const wallSeconds = (performance.now() - begun) / 1000;
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(closingTable({ what, lived, wallSeconds, commands: api.commands, peakMegabytes }));
  return kept(lived);
};
