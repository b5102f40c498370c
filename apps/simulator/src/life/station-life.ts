import type { FactOf, Incident } from '@concord/domain';
import { lastOf, msOf } from '@concord/domain';
import type { World } from '../world/world';
import type { Step } from './step';
import { MINUTE, after, tell } from './step';

// Synthetic: what a custody suite does in the name of the Regulations, now and then a few minutes late.
const asleep = 0.3;
const ceases = 0.3;

const since = (arrived: FactOf<'arrived'>, seen: { happenedAt: string } | undefined): string =>
  seen && seen.happenedAt >= arrived.happenedAt ? seen.happenedAt : arrived.happenedAt;

/** A healthcare professional looks in every half hour. */
const check = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step => {
  const { ref, facts } = incident;
  const from = since(arrived, lastOf(facts, 'station-check'));
  const at = after(world, from, [18, 23, 29, 36], ref, from, 'check');
  const as = world.cast.control(at, ref);
  const professional = 'Custody nurse Teasel';
  return tell(incident, as, at, { kind: 'station-check', professional, note: 'Calm, breathing normally' });
};

/** The custody officer asks every hour whether they may still be there. */
const review = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step[] => {
  const { ref, facts } = incident;
  const last = lastOf(facts, 'station-review');
  if (last && last.happenedAt >= arrived.happenedAt && !last.conditionsStillMet) return [];
  const from = since(arrived, last);
  const until = (last?.nextWithinMinutes ?? 60) - 60;
  const at = after(world, from, [40, 53, 59, 66], ref, from, 'review') + Math.max(0, until) * MINUTE;
  const sleeps = world.chance(ref, from, 'asleep') < asleep;
  const conditionsStillMet = world.chance(ref, from, 'ceases') >= ceases;
  return [
    tell(incident, world.cast.control(at, ref), at, {
      kind: 'station-review',
      custodyOfficer: 'PS 88 Mallow',
      conditionsStillMet,
      asleepNoRiskFlagged: sleeps && conditionsStillMet,
      nextWithinMinutes: sleeps && conditionsStillMet ? 180 : 60,
    }),
  ];
};

/** Checks and reviews for as long as somebody is at the station. */
export const stationStay = (world: World, incident: Incident, arrived: FactOf<'arrived'>): Step[] =>
  arrived.placeKind === 'police-station'
    ? [check(world, incident, arrived), ...review(world, incident, arrived)]
    : [];

/** Since when they should have been gone. */
export const toLeaveSince = (facts: Incident['facts'], arrived: FactOf<'arrived'>): number | undefined => {
  const last = lastOf(facts, 'station-review');
  return last && !last.conditionsStillMet && last.happenedAt >= arrived.happenedAt
    ? msOf(last.recordedAt)
    : undefined;
};
