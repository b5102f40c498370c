import type { Incident } from '@concord/domain';
import type { Cast } from '../api/cast';
import type { Chance } from '../chance';
import type { Mirror } from './mirror';

/** How the simulator behaves towards people who use the same board. */
export interface Manners {
  /** Whether the simulator drives this incident, or somebody else does. */
  mine(incident: Incident): boolean;
  /** Not before this instant: somebody else has had a hand in this thing. */
  notBefore(id: string): number;
  /** The persona's own chance to answer first, in minutes. */
  courtesy(persona: string | undefined, about: string): number | undefined;
}

/** What the simulator tried in vain: the board does not show that nobody had a room. */
export interface Tried {
  readonly rooms: Map<string, number>;
  readonly cars: Set<string>;
  /** Incidents for which no alternative was open. */
  readonly alternatives: Set<string>;
}

export interface World {
  readonly mirror: Mirror;
  readonly cast: Cast;
  readonly chance: Chance;
  readonly manners: Manners;
  readonly tried: Tried;
  /** Whether this incident leads to a detention: a real call says so, otherwise chance does. */
  detains(incident: Incident): boolean;
}

export const aloneInTheArea: Manners = {
  mine: () => true,
  notBefore: () => 0,
  courtesy: () => undefined,
};
