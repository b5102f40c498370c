import type { Actor, Fact, Incident, Refusal } from '@concord/domain';
import { refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { commandInfo, nameOf, notFound } from '../command';
import type { AreaTransaction, Store } from '../ports';
import type { Told } from './fact-told';
import { toldBy } from './fact-told';
import { followUp } from './follow-up';
import { seenIncident } from './incident-for';
import { notTheirsToSay } from './recorders';
import { saveIncident, withFact } from './save-incident';

type About = { incidentId: string; factId: string };

interface Correction {
  readonly old: Fact;
  readonly reason: string;
  readonly told: Told;
  readonly happenedAt: string;
}

const put = async (
  tx: AreaTransaction,
  actor: Actor,
  incident: Incident,
  { old, reason, told, happenedAt }: Correction,
): Promise<Incident | Refusal> => {
  const changed = withFact(tx, incident, nameOf(actor), told.detail, {
    happenedAt,
    about: { ...told.about, corrects: { factId: old.id, reason } },
    law: told.law,
  });
  if (refused(changed)) return changed;
  const followed = await followUp(tx, incident, changed, nameOf(actor));
  return refused(followed) ? followed : saveIncident(tx, followed);
};

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
    const told = await toldBy(tx, actor, at.incident, input.fact);
    if (refused(told)) return told;
    const happenedAt = input.fact.happenedAt ?? at.old.happenedAt;
    return put(tx, actor, at.incident, { old: at.old, reason: input.reason, told, happenedAt });
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
    return put(tx, actor, at.incident, { old: at.old, reason: input.reason, told, happenedAt: tx.now });
  });
