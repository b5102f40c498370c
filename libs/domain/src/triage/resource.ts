import type { Lifecycle } from '../lifecycle';
import { canMove } from '../lifecycle';
import type { Observation } from '../place/room';
import { refuse, refused } from '../refusal';
import type { Refusal } from '../refusal';

export type ResourceState =
  'off-duty' | 'available' | 'en-route' | 'on-scene' | 'conveying' | 'advising' | 'unavailable';

/** A street triage car, a desk in the control room, or a phone line: whatever the area runs. */
export interface TriageResource {
  readonly id: string;
  readonly areaId: string;
  readonly agencyId: string;
  readonly callsign: string;
  readonly kind: 'car' | 'desk' | 'phone-line';
  readonly district: string;
  readonly crew: readonly string[];
  readonly state: ResourceState;
  readonly incidentId: string | null;
  readonly incidentRef: string | null;
  readonly observed: Observation;
  readonly revision: number;
}

export const resourceLifecycle: Lifecycle<ResourceState> = {
  'off-duty': ['available'],
  available: ['en-route', 'on-scene', 'advising', 'unavailable', 'off-duty'],
  'en-route': ['on-scene', 'available', 'unavailable'],
  'on-scene': ['conveying', 'available', 'unavailable'],
  conveying: ['on-scene', 'available', 'unavailable'],
  advising: ['available', 'en-route', 'unavailable'],
  unavailable: ['available', 'off-duty'],
};

/** States that mean the crew is on a job: leaving them for any other clears the car from its incident. */
const onJob: readonly ResourceState[] = ['en-route', 'on-scene', 'conveying', 'advising'];

export const resourceMoves = (resource: TriageResource): readonly ResourceState[] =>
  resourceLifecycle[resource.state];

export const isOnJob = (state: ResourceState): boolean => onJob.includes(state);

/** Refuses `not-allowed-in-this-state`. Saying the same state again confirms it. */
export const markResource = (
  resource: TriageResource,
  state: ResourceState,
  observed: Observation,
): TriageResource | Refusal => {
  if (state !== resource.state && !canMove(resourceLifecycle, resource.state, state)) {
    return refuse(
      'not-allowed-in-this-state',
      `${resource.callsign} is ${resource.state}: it cannot become ${state} directly.`,
      {
        details: { state: resource.state, allowed: resourceMoves(resource) },
      },
    );
  }
  const keepsJob = isOnJob(state);
  return {
    ...resource,
    state,
    observed,
    incidentId: keepsJob ? resource.incidentId : null,
    incidentRef: keepsJob ? resource.incidentRef : null,
  };
};

/** Refuses `not-allowed-in-this-state` when the car is off duty, unavailable or on another job. */
export const commitResource = (
  resource: TriageResource,
  job: { incidentId: string; incidentRef: string; observed: Observation },
): TriageResource | Refusal => {
  if (resource.incidentId !== null && resource.incidentId !== job.incidentId) {
    return refuse(
      'not-allowed-in-this-state',
      `${resource.callsign} is committed to ${resource.incidentRef ?? 'another incident'}.`,
      {
        details: { incidentId: resource.incidentId, incidentRef: resource.incidentRef },
      },
    );
  }
  const marked = markResource(resource, 'en-route', job.observed);
  return refused(marked) ? marked : { ...marked, incidentId: job.incidentId, incidentRef: job.incidentRef };
};
