import type { Fact } from '../incident/fact';
import { firstOf } from '../incident/fact';
import type { Instant } from '../instant';
import { plusMinutes } from '../instant';

/** MHA 1983 s136(2A): 24 hours, elapsed. */
export const PERMITTED_PERIOD_MINUTES = 24 * 60;

/**
 * The permitted period of detention under s136. A legal limit, not a service standard: it is a
 * type of its own so that nothing can treat its breach as an agreed threshold's.
 */
export interface StatutoryLimit {
  readonly kind: 's136-permitted-period';
  readonly startedAt: Instant;
  /** Why it starts there (MHA 1983 s136(2B)). */
  readonly basis: 'arrived-at-first-place-of-safety' | 'decision-to-keep-at-a-place-of-safety';
  /** The fact that started it. */
  readonly startedBy: string;
  readonly endsAt: Instant;
  /** When the detention ended; null while it runs. */
  readonly endedAt: Instant | null;
}

/**
 * When the permitted period runs, from the facts. Removed: from arrival at the *first* place of
 * safety; kept: from the decision to keep. A transfer does not restart it (s136(2B), (3)).
 * Undefined until it has started.
 */
export const statutoryLimit = (facts: readonly Fact[]): StatutoryLimit | undefined => {
  const detained = firstOf(facts, 'detained');
  if (!detained) return undefined;
  const kept = detained.power === 's136-kept';
  const start = kept ? detained : firstOf(facts, 'arrived');
  if (!start) return undefined;
  return {
    kind: 's136-permitted-period',
    startedAt: start.happenedAt,
    basis: kept ? 'decision-to-keep-at-a-place-of-safety' : 'arrived-at-first-place-of-safety',
    startedBy: start.id,
    endsAt: plusMinutes(start.happenedAt, PERMITTED_PERIOD_MINUTES),
    endedAt: firstOf(facts, 'outcome')?.happenedAt ?? null,
  };
};
