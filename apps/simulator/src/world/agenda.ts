import type { EntityKind } from '@concord/contracts';
import { alternativeSteps } from '../life/alternative-life';
import { requestSteps } from '../life/amhp-life';
import { carSteps } from '../life/car-life';
import { escalationSteps } from '../life/escalation-life';
import { incidentSteps } from '../life/incident-life';
import type { Act, Step } from '../life/step';
import { MINUTE } from '../life/step';
import { statusSteps } from '../life/status-life';
import { holdSteps, roomSteps } from '../life/suite-life';
import type { Changed, Mirror } from './mirror';
import type { World } from './world';

type Subject = Extract<
  EntityKind,
  'incident' | 'hold' | 'amhp-request' | 'room' | 'place' | 'alternative' | 'resource' | 'escalation'
>;

interface Planned {
  readonly key: string;
  /** Puts what falls on one minute in an order that does not depend on random ids. */
  readonly label: string;
  readonly at: number;
  readonly act: Act;
}

/** Nobody does anything of themselves because of these. */
const isNobodysTurn = (kind: EntityKind): kind is Exclude<EntityKind, Subject> =>
  kind === 'area' ||
  kind === 'agreement' ||
  kind === 'rota' ||
  kind === 'notification' ||
  kind === 'told-status' ||
  kind === 'availability' ||
  kind === 'reach-report';

/** A refused step is looked at again after this long. */
const REST = 5 * MINUTE;

const placeName = (mirror: Mirror, placeId: string): string => mirror.get('place', placeId)?.name ?? '';

const plan = (world: World, kind: Subject, id: string): { label: string; steps: Step[] } | undefined => {
  const { mirror } = world;
  switch (kind) {
    case 'incident': {
      const incident = mirror.get('incident', id);
      return incident && { label: incident.ref, steps: incidentSteps(world, incident) };
    }
    case 'hold': {
      const hold = mirror.get('hold', id);
      return hold && { label: `${hold.incidentRef} hold`, steps: holdSteps(world, hold) };
    }
    case 'amhp-request': {
      const request = mirror.get('amhp-request', id);
      return request && { label: `${request.incidentRef} AMHP`, steps: requestSteps(world, request) };
    }
    case 'room': {
      const room = mirror.get('room', id);
      return (
        room && { label: `${placeName(mirror, room.placeId)} ${room.name}`, steps: roomSteps(world, room) }
      );
    }
    case 'place':
      return { label: placeName(mirror, id), steps: statusSteps(world, id) };
    case 'alternative': {
      const alternative = mirror.get('alternative', id);
      return alternative && { label: alternative.name, steps: alternativeSteps(world, alternative) };
    }
    case 'resource': {
      const resource = mirror.get('resource', id);
      return resource && { label: resource.callsign, steps: carSteps(world, resource) };
    }
    case 'escalation': {
      const escalation = mirror.get('escalation', id);
      return (
        escalation && {
          label: `${escalation.incidentRef ?? placeName(mirror, escalation.subject)} ${escalation.clock.label}`,
          steps: escalationSteps(world, escalation),
        }
      );
    }
  }
};

/** What each incident, hold, request, room, suite, alternative, car and escalation will do next, and when. */
export class Agenda {
  private readonly planned = new Map<string, Planned>();
  private readonly unplanned = new Set<string>();
  private readonly resting = new Map<string, number>();

  constructor(private readonly world: World) {}

  /** Everything now on the board is to be planned. */
  begin(): void {
    const { mirror } = this.world;
    const subjects: Subject[] = [
      'incident',
      'hold',
      'amhp-request',
      'room',
      'place',
      'alternative',
      'resource',
      'escalation',
    ];
    for (const kind of subjects) {
      for (const { id } of mirror.all(kind)) this.unplanned.add(`${kind}/${id}`);
    }
  }

  changed({ kind, id, image }: Changed): void {
    const { mirror } = this.world;
    if (isNobodysTurn(kind)) return;
    this.unplanned.add(`${kind}/${id}`);
    if ('incidentId' in image && image.incidentId !== null)
      this.unplanned.add(`incident/${image.incidentId}`);
    if (kind === 'room' && 'placeId' in image) this.unplanned.add(`place/${image.placeId}`);
    if (kind !== 'incident') return;
    for (const request of mirror.all('amhp-request'))
      if (request.incidentId === id) this.unplanned.add(`amhp-request/${request.id}`);
    const car = mirror.find('resource', ({ incidentId }) => incidentId === id);
    if (car) this.unplanned.add(`resource/${car.id}`);
  }

  /** A step was taken: whether or not anything changed, what comes next is to be planned. */
  taken({ key }: Planned): void {
    this.unplanned.add(key);
  }

  refused({ key }: Planned, now: number): void {
    this.resting.set(key, now + REST);
    this.unplanned.add(key);
  }

  /** The next step of everything that has one due by now, each once, in order. */
  due(now: number): Planned[] {
    this.plan();
    return [...this.planned.values()]
      .filter(({ at }) => at <= now)
      .sort((a, b) => a.at - b.at || (a.label < b.label ? -1 : 1));
  }

  nextAt(): number {
    this.plan();
    let next = Infinity;
    for (const { at } of this.planned.values()) next = Math.min(next, at);
    return next;
  }

  private plan(): void {
    for (const key of this.unplanned) {
      const slash = key.indexOf('/');
      const found = plan(this.world, key.slice(0, slash) as Subject, key.slice(slash + 1));
      const first = found?.steps.reduce<Step | undefined>(
        (best, step) => (best && best.at <= step.at ? best : step),
        undefined,
      );
      if (!found || !first) {
        this.planned.delete(key);
        this.resting.delete(key);
        continue;
      }
      const at = Math.max(first.at, this.resting.get(key) ?? 0);
      this.planned.set(key, { key, label: found.label, at, act: first.act });
    }
    this.unplanned.clear();
  }
}

export type { Planned };
