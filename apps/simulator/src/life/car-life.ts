import { type Temporal } from 'temporal-polyfill';
import type { ResourceState, TriageResource } from '@concord/domain';
import { lastOf, msOf, stateOf } from '@concord/domain';
import { londonDateAt, londonMs } from '../arrivals';
import type { World } from '../world/world';
import type { Step } from './step';
import { MINUTE, after } from './step';

/** Synthetic: hours on duty, London time; a car that ends before it begins works past midnight. */
const shifts: Readonly<Record<string, readonly [from: number, to: number]>> = {
  T1: [7, 6],
  T2: [8, 2],
  T3: [10, 1],
  T4: [16, 4],
};

/** The car's last handover before an instant, and the next: when, and whether it is on duty from then. */
const dutyAround = (callsign: string, ms: number) => {
  const [from, to] = shifts[callsign] ?? [0, 24];
  const today = londonDateAt(ms);
  const changes = [-1, 0, 1].flatMap((days) => {
    const date: Temporal.PlainDate = today.add({ days });
    return [
      { at: londonMs(date, from, 0), on: true },
      { at: londonMs(date, to % 24, 0), on: false },
    ];
  });
  changes.sort((a, b) => a.at - b.at);
  return {
    onDuty: changes.findLast(({ at }) => at <= ms)?.on ?? true,
    nextChange: changes.find(({ at }) => at > ms)?.at ?? Infinity,
  };
};

const becomes = (resource: TriageResource, crew: string, at: number, state: ResourceState): Step => ({
  at,
  act: {
    kind: 'call',
    route: 'markResource',
    as: crew,
    params: { areaId: resource.areaId, resourceId: resource.id },
    body: { state },
  },
});

const atTheJob = (world: World, resource: TriageResource, crew: string): Step[] => {
  const incident = resource.incidentId ? world.mirror.get('incident', resource.incidentId) : undefined;
  const since = resource.observed.at;
  const name = `${resource.callsign}/${resource.incidentRef ?? since}`;
  const leaves = after(world, since, [20, 45, 80, 120], name, 'leaves');
  if (!incident) return [becomes(resource, crew, msOf(since) + 2 * MINUTE, 'available')];
  const left = lastOf(incident.facts, 'conveyance-started');
  const state = stateOf(incident.facts);
  if (resource.state === 'on-scene' && state === 'conveying' && left?.mode === 'police-vehicle') {
    return [becomes(resource, crew, Math.max(msOf(left.recordedAt), msOf(since) + MINUTE), 'conveying')];
  }
  if (resource.state === 'conveying' && state === 'conveying') return [];
  if (resource.state === 'conveying') {
    const arrived = lastOf(incident.facts, 'arrived');
    const from = arrived?.recordedAt ?? since;
    return [becomes(resource, crew, after(world, from, [5, 20, 40, 60], name, 'clears'), 'available')];
  }
  return [becomes(resource, crew, leaves, 'available')];
};

/** What a crew says next about its car: on its way, there, clear again, off duty, or just that it is still so. */
export const carSteps = (world: World, resource: TriageResource): Step[] => {
  const crew = world.cast.crewOf(resource.id);
  if (!crew) return [];
  const since = resource.observed.at;
  const name = `${resource.callsign}/${since}`;
  const steps = ((): Step[] => {
    switch (resource.state) {
      case 'off-duty': {
        const { onDuty, nextChange } = dutyAround(resource.callsign, msOf(since));
        return [becomes(resource, crew, onDuty ? msOf(since) + 5 * MINUTE : nextChange, 'available')];
      }
      case 'available': {
        const { onDuty, nextChange } = dutyAround(resource.callsign, msOf(since));
        if (!onDuty) return [becomes(resource, crew, msOf(since) + 5 * MINUTE, 'off-duty')];
        const again = after(world, since, [50, 75, 100, 150], name, 'still');
        return again < nextChange
          ? [becomes(resource, crew, again, 'available')]
          : [becomes(resource, crew, nextChange, 'off-duty')];
      }
      case 'en-route':
        return [
          becomes(resource, crew, after(world, since, [5, 13, 25, 40], name, 'gets there'), 'on-scene'),
        ];
      case 'on-scene':
      case 'conveying':
        return atTheJob(world, resource, crew);
      case 'advising':
      case 'unavailable':
        return [becomes(resource, crew, after(world, since, [20, 40, 60, 90], name, 'back'), 'available')];
    }
  })();
  const notBefore = world.manners.notBefore(resource.id);
  return steps.map((step) => ({ ...step, at: Math.max(step.at, notBefore) }));
};
