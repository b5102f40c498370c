import type { Incident } from '@concord/domain';
import { firstOf } from '@concord/domain';
import type { World } from '../world/world';
import type { Step } from './step';
import { after, has, tell } from './step';

/** Synthetic: how often two people ring about one person, and two records are opened. */
const rungTwice = 0.015;

export const secondCallAbout = ({ ref }: Incident): string => `Second caller: may be ${ref}`;

const calledBy = ({ facts }: Incident): string => firstOf(facts, 'opened')?.calledBy ?? '';

/** The incident that this is a second record of, while it is open. */
const firstRecord = (world: World, incident: Incident): Incident | undefined =>
  world.mirror.find('incident', (other) => secondCallAbout(other) === calledBy(incident));

export const isSecondRecord = (incident: Incident): boolean =>
  calledBy(incident).startsWith(secondCallAbout({ ref: '' } as Incident));

const secondRecord = (world: World, incident: Incident): Incident | undefined =>
  world.mirror.find('incident', (other) => calledBy(other) === secondCallAbout(incident));

/** Another caller, a few minutes after the first. */
export const secondCall = (world: World, incident: Incident): Step[] => {
  const { ref, facts } = incident;
  const opened = firstOf(facts, 'opened');
  if (!opened || world.chance(ref, 'rung twice') >= rungTwice) return [];
  if (has(facts, 'merged-in') || secondRecord(world, incident)) return [];
  const at = after(world, opened.happenedAt, [1, 3, 5, 8], ref, 'second call');
  const as = world.cast.control(at, `${ref} again`);
  return [{ at, act: { kind: 'second-record', incidentId: incident.id, as } }];
};

/** Somebody sees that it is the same person: the records are merged, or this one is marked as made in error. */
export const joinRecords = (world: World, incident: Incident): Step[] => {
  const opened = firstOf(incident.facts, 'opened');
  if (!opened) return [];
  const at = after(world, opened.happenedAt, [3, 8, 20, 40], incident.ref, 'seen to be the same');
  const as = world.cast.control(at, incident.ref);
  const first = firstRecord(world, incident);
  if (!first)
    return [
      tell(incident, as, at, {
        kind: 'incident-in-error',
        reason: 'Already dealt with under the first record',
      }),
    ];
  const params = { areaId: incident.areaId, incidentId: first.id };
  const body = { otherIncidentId: incident.id, reason: 'Same person at the same place, two callers' };
  return [{ at, act: { kind: 'call', route: 'mergeIncidents', as, params, body } }];
};
