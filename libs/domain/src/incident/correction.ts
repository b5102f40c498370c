import { unlawful } from '../law/unlawful';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import { isWrittenByCommand } from './allowed-now';
import type { Fact } from './fact';
import { standing } from './history';

/**
 * Why a correction cannot be one, whatever it says: it needs a reason and something to correct that
 * nobody has corrected since. What other agencies' clocks and records hang on (holds, offers, cars,
 * merges) cannot be unsaid by hand; people's own words can.
 */
export const wrongCorrection = (facts: readonly Fact[], fact: Fact): Refusal | undefined => {
  if (!fact.corrects) return undefined;
  const { factId, reason } = fact.corrects;
  const old = facts.find(({ id }) => id === factId);
  if (!old)
    return refuse('not-found', 'There is no such fact in this incident.', { details: { field: 'factId' } });
  const newer = facts.find((other) => other.corrects?.factId === factId);
  if (newer) {
    return refuse(
      'changed-since-seen',
      `That was already corrected by ${newer.by.name} at ${newer.recordedAt}.`,
      { details: { correctedBy: newer.by, correctedAt: newer.recordedAt, factId: newer.id } },
    );
  }
  if (isWrittenByCommand(old.kind) || old.kind === 'recorded-in-error') {
    return refuse(
      'not-allowed-in-this-state',
      `"${old.kind}" is Concord's own record of what was done: it cannot be corrected by hand.`,
    );
  }
  if (fact.kind === 'recorded-in-error' ? old.kind === 'opened' : fact.kind !== old.kind) {
    return refuse('not-allowed-in-this-state', `A correction of "${old.kind}" is another "${old.kind}".`, {
      details: { field: 'kind', kind: old.kind },
    });
  }
  return reason.trim() === ''
    ? refuse('reason-needed', 'Say why it is being put right.', { details: { field: 'reason' } })
    : undefined;
};

type Decision = Extract<Fact, { kind: 'detained' | 'outcome' }>;

const isDecision = (fact: Fact): fact is Decision => fact.kind === 'detained' || fact.kind === 'outcome';

const refusedNow = (facts: readonly Fact[], decision: Decision): Refusal | undefined => {
  const ordered = standing(facts);
  const index = ordered.indexOf(decision);
  return index < 0 ? undefined : unlawful(ordered.slice(0, index), decision, { facts });
};

/** A decision or an ending must still hold when something before it is told late, put right or taken back. */
export const unsettles = (facts: readonly Fact[], told: Fact): Refusal | undefined => {
  const after = [...facts, told];
  for (const decision of standing(after).filter(isDecision)) {
    if (decision === told || refusedNow(facts, decision)) continue;
    const no = refusedNow(after, decision);
    if (no) return { ...no, message: `With that, "${decision.kind}" could not stand. ${no.message}` };
  }
  return undefined;
};
