import type { Duty, Named } from '../duty';
import type { Instant } from '../instant';
import { plusMinutes } from '../instant';
import { rotaKeepers } from './keepers';
import { holdersOf } from './on-call-at';
import type { ReachGap } from './reach';
import type { Period, Rota } from './rota';

const DAY = 24 * 60;
/** How far ahead a look goes: a week's rota, so that it can be put right in working hours. */
export const REACH_DAYS = 7;

/** What the last look at who would be reached found. One an area; those before it are in the journal. */
export interface ReachReport {
  readonly id: string;
  readonly areaId: string;
  readonly revision: number;
  readonly takenAt: Instant;
  /** Up to when it looked. */
  readonly until: Instant;
  /** Who asked for it; null when it is the nightly one. */
  readonly askedBy: Named | null;
  /** The night whose look this or an earlier one was; null before the first. */
  readonly night: Instant | null;
  /** By `thingOf` and `lostShiftKey`: what their rotas' owners have been told by message. */
  readonly told: readonly string[];
  /** How many steps were looked at. */
  readonly steps: number;
  readonly gaps: readonly ReachGap[];
}

/** The time that a look at an instant is about. */
export const reachWindow = (at: Instant): Period => ({ from: at, to: plusMinutes(at, REACH_DAYS * DAY) });

/** A name for what is to be put right: the same in two reports, whenever it comes. */
export const thingOf = ({ kind, duties, agencyId, channels, who, rotaIds }: ReachGap): string =>
  JSON.stringify([kind, duties, agencyId, channels, who.map(({ userId }) => userId).sort(), rotaIds]);

/** Whether it is so now or within a day: then it is said again every night until it is put right. */
export const isSoon = ({ times }: Pick<ReachGap, 'times'>, at: Instant): boolean =>
  times.some(({ from, to }) => from < plusMinutes(at, DAY) && to > at);

/**
 * What of a report its rotas' owners are told by message: what begins within a day, and what they have
 * not been told of. Whom other ways than those named would reach is for the screen alone.
 */
export const gapsToTell = (gaps: readonly ReachGap[], told: readonly string[], at: Instant): ReachGap[] =>
  gaps.filter((gap) => gap.kind !== 'other-ways-only' && (isSoon(gap, at) || !told.includes(thingOf(gap))));

/** Somebody who keeps rotas, by the duty for which they do, and what of theirs is to be put right. */
export interface KeeperToTell {
  readonly who: Named;
  readonly duty: Duty;
  readonly gaps: readonly ReachGap[];
}

/** A person of the area with the duties that they may take. */
export interface HoldsDuties extends Named {
  readonly duties: readonly Duty[];
}

/**
 * Who is told about the rotas of these duties, by the duty for which they keep them: those now on call for
 * one; where nobody is, everybody of the area who holds one.
 */
export const keepersNow = (
  of: readonly Duty[],
  rotas: readonly Rota[],
  people: readonly HoldsDuties[],
  at: Instant,
): { readonly who: Named; readonly duty: Duty }[] => {
  const duties = [...new Set(of.flatMap((duty) => rotaKeepers[duty]))];
  const onCall = duties.flatMap((duty) => holdersOf(rotas, duty, at).map((who) => ({ who, duty })));
  if (onCall.length > 0) return onCall;
  return duties.flatMap((duty) =>
    people
      .filter((person) => person.duties.includes(duty))
      .map(({ userId, name }) => ({ who: { userId, name }, duty })),
  );
};

/** Who is told of these gaps, each once. */
export const keepersToTell = (
  gaps: readonly ReachGap[],
  rotas: readonly Rota[],
  people: readonly HoldsDuties[],
  at: Instant,
): KeeperToTell[] => {
  const told = new Map<string, { who: Named; duty: Duty; gaps: ReachGap[] }>();
  for (const gap of gaps) {
    for (const { who, duty } of keepersNow(gap.duties, rotas, people, at)) {
      const theirs = told.get(who.userId) ?? { who, duty, gaps: [] };
      told.set(who.userId, theirs);
      if (!theirs.gaps.includes(gap)) theirs.gaps.push(gap);
    }
  }
  return [...told.values()];
};
