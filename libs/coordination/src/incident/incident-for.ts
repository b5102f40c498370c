import type { Actor, Incident, Refusal } from '@concord/domain';
import { viewFor, viewerOf } from '@concord/contracts';
import { notFound } from '../command';

/** Whether this person's board shows the incident: what they may not see, they may not act on. */
export const isSeenBy = (actor: Actor, incident: Incident): boolean => {
  const viewer = viewerOf(actor);
  return viewer !== undefined && viewFor(viewer, 'incident', incident) !== null;
};

/** The incident, or `not-found` for somebody who may not know that it exists. */
export const seenIncident = (actor: Actor, incident: Incident | undefined): Incident | Refusal =>
  incident && isSeenBy(actor, incident) ? incident : notFound('incident');
