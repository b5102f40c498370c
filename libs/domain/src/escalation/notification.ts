import type { Duty, Named } from '../duty';
import type { Instant } from '../instant';
import type { Channel, DeliveryFailure } from './channel';

/** How one message fared by one of its person's contact methods. Names the method, never its address. */
export interface Delivery {
  /** The provider's reference: the same each time this message is tried by this method. */
  readonly id: string;
  /** Null where nothing leaves the installation and the person has no contact method. */
  readonly channel: Channel | null;
  readonly methodId: string | null;
  /**
   * `recorded`: nothing leaves this installation. `handed-over`: the provider has it. `delivered`: the
   * provider says that it arrived. `failed`: see `why`.
   */
  readonly state: 'recorded' | 'handed-over' | 'delivered' | 'failed';
  readonly why: DeliveryFailure | null;
  readonly attempts: number;
  /** When it came to be so. */
  readonly at: Instant;
}

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
  /** What it is about, a colon, and what there is to know: the first part is all that a locked screen shows. */
  readonly subject: string;
  /** The ways by which its step calls. The person's others are tried only where none of these takes it. */
  readonly channels: readonly Channel[];
  /** Of a legal limit: nothing holds it back. */
  readonly statutory: boolean;
  /**
   * `sent`: some provider has it, or it was recorded. `failed`: no contact method is left to try. `withdrawn`: its
   * alarm ended before any provider took it.
   */
  readonly state: 'queued' | 'sent' | 'failed' | 'withdrawn';
  readonly queuedAt: Instant;
  /** Not tried before this; null once settled. */
  readonly tryAt: Instant | null;
  readonly sentAt: Instant | null;
  /** By contact method, in the order first tried. */
  readonly deliveries: readonly Delivery[];
  readonly revision: number;
}

/** All of a message that may be read over somebody's shoulder. */
export const glanceOf = (subject: string): string => subject.split(':')[0] ?? subject;
