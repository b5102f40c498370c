import type { Instant } from '../instant';
import type { Position } from '../place/place';
import type { Fact, FactKind, FactOf } from './fact';
import { firstOf, lastOf, stateOf } from './history';
import { underDetention } from './incident-moves';
import type { PersonOutline } from './person';

export interface Incident {
  readonly id: string;
  readonly areaId: string;
  /** What people say on the radio: "MHT-1042". */
  readonly ref: string;
  readonly personId: string;
  /** As the facts describe them now: see `describedBy`. */
  readonly person: PersonOutline;
  readonly where: { readonly text: string; readonly district: string; readonly position: Position };
  /** The agreement version in force when the incident began; later versions do not touch it. */
  readonly agreementId: string;
  /** All that was ever told, in the order of telling; `standing` says what is so. */
  readonly facts: readonly Fact[];
  readonly revision: number;
}

const over = ['closed', 'diverted', 'in-error', 'merged'];

export const isOpen = ({ facts }: Pick<Incident, 'facts'>): boolean => !over.includes(stateOf(facts));

/** Under detention: from the constable's decision to the outcome, absent or not. */
export const isDetained = (facts: readonly Fact[]): boolean => underDetention.includes(stateOf(facts));

/** The decision under which the person is detained. */
export const detentionOf = (facts: readonly Fact[]): FactOf<'detained'> | undefined =>
  firstOf(facts, 'detained');

/** Kept where they already were, so that the clock runs from the decision or the entry, not from an arrival. */
export const wasKept = (facts: readonly Fact[]): boolean => {
  const power = detentionOf(facts)?.power;
  return power === 's136-kept' || power === 's135-1-kept';
};

const endings = ['outcome', 'incident-in-error', 'merged-into'] as const;

/** Whether a fact ends the detention: its outcome, or the end of a record made in error or gone into another. */
export const endsDetention = ({ kind }: Fact): boolean => (endings as readonly FactKind[]).includes(kind);

/** What ended the detention, once something has. */
export const endOfDetention = (facts: readonly Fact[]): FactOf<(typeof endings)[number]> | undefined =>
  firstOf(facts, ...endings);

/** The arrival at the place where the person is now, if they are at one. */
export const presentArrival = (facts: readonly Fact[]): FactOf<'arrived'> | undefined => {
  const last = lastOf(facts, 'arrived', 'conveyance-started', 'absconded', ...endings);
  return last?.kind === 'arrived' ? last : undefined;
};

/** Where the person is now, if at a place. */
export const currentPlaceId = (facts: readonly Fact[]): string | null =>
  presentArrival(facts)?.placeId ?? null;

export const openedAt = (incident: Incident): Instant => firstOf(incident.facts, 'opened')?.happenedAt ?? '';
