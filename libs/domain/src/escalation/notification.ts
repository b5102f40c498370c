import type { Duty, Named } from '../duty';
import type { Instant } from '../instant';

/** A message owed to one person, because of a step of an escalation or of something they must know. Carries no personal data. */
export interface Notification {
  readonly id: string;
  readonly areaId: string;
  /** The escalation whose step it is of; null where something is told rather than escalated. */
  readonly escalationId: string | null;
  /** One of the two: the incident or the place that it is about. */
  readonly incidentId: string | null;
  readonly placeId: string | null;
  readonly duty: Duty;
  readonly to: Named;
  readonly subject: string;
  readonly state: 'queued' | 'sent';
  readonly queuedAt: Instant;
  readonly sentAt: Instant | null;
  readonly revision: number;
}
