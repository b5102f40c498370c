import type { Fact } from '../incident/fact';

/** A fact that asks for an AMHP or a doctor. */
export type Asking = Extract<Fact, { kind: 'amhp-requested' | 'doctor-call' }>;

export const isAsking = (fact: Fact): fact is Asking =>
  fact.kind === 'amhp-requested' || (fact.kind === 'doctor-call' && fact.step === 'requested');

/**
 * The first request of each that took the place of one to another service, by id; those that began a wait
 * are not in it, nor those whose first request is not of this record.
 */
export const firstRequests = (facts: readonly Fact[]): ReadonlyMap<string, string> => {
  const asked = new Set<string>();
  const firsts = new Map<string, string>();
  for (const fact of facts.filter(isAsking)) {
    const { requestId, follows } = fact;
    if (asked.has(requestId)) continue;
    if (follows !== undefined && asked.has(follows)) firsts.set(requestId, firsts.get(follows) ?? follows);
    asked.add(requestId);
  }
  return firsts;
};
