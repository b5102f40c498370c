import type { Duty, Named } from '../duty';
import type { Instant } from '../instant';

/** A message owed to one person because of one step of one escalation. Carries no personal data. */
export interface Notification {
  readonly id: string;
  readonly areaId: string;
  readonly escalationId: string;
  readonly incidentId: string;
  readonly duty: Duty;
  readonly to: Named;
  readonly subject: string;
  readonly state: 'queued' | 'sent';
  readonly queuedAt: Instant;
  readonly sentAt: Instant | null;
  readonly revision: number;
}
