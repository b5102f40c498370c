import type { Actor, Fact, Incident, Refusal } from '@concord/domain';
import { refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { commandInfo, nameOf, notFound } from '../command';
import type { AreaTransaction, Store } from '../ports';
import { toldBy } from './fact-told';
import { seenIncident } from './incident-for';
import { notTheirsToSay } from './recorders';
import { tell } from './tell';

type About = { incidentId: string; factId: string };

const correctionOf = ({ factId, reason }: { factId: string; reason: string }) => ({ factId, reason });

/** The incident and the fact in question, as this person may see them. */
const found = async (
  tx: AreaTransaction,
  actor: Actor,
  { incidentId, factId }: About,
): Promise<{ incident: Incident; old: Fact } | Refusal> => {
  const incident = seenIncident(actor, await tx.get('incident', incidentId));
  if (refused(incident)) return incident;
  const old = incident.facts.find(({ id }) => id === factId);
  return old ? { incident, old } : notFound('fact');
};

/**
 * Puts a fact right: a new fact takes its place, with a reason, and every clock is computed anew. An
 * escalation already sent stays sent; one that the new truth calls for is raised at once. Refuses what
 * `recordFact` refuses, and `changed-since-seen` when somebody has corrected it already.
 */
export const correctFact = (
  store: Store,
  actor: Actor,
  input: Given<CommandOf<'correctFact'> & About>,
): Promise<Incident | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('correct-fact', input), async (tx) => {
    const at = await found(tx, actor, input);
    if (refused(at)) return at;
    const notTheirs = notTheirsToSay(actor, input.fact.kind);
    if (notTheirs) return notTheirs;
    const told = await toldBy(tx, actor, at.incident, input.fact, at.old);
    if (refused(told)) return told;
    const { happenedAt = at.old.happenedAt } = input.fact;
    return tell(tx, at.incident, nameOf(actor), told, { happenedAt, corrects: correctionOf(input) });
  });

/** Says that a fact was recorded in error. It stays readable; nothing takes its place. */
export const takeBackFact = (
  store: Store,
  actor: Actor,
  input: Given<CommandOf<'takeBackFact'> & About>,
): Promise<Incident | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('take-back-fact', input), async (tx) => {
    const at = await found(tx, actor, input);
    if (refused(at)) return at;
    const notTheirs = notTheirsToSay(actor, at.old.kind);
    if (notTheirs) return notTheirs;
    const told = { detail: { kind: 'recorded-in-error' }, about: {} } as const;
    return tell(tx, at.incident, nameOf(actor), told, { corrects: correctionOf(input) });
  });
