import type { Actor, Incident, Named, Refusal } from '@concord/domain';
import {
  holdIsLiveAt,
  impossibleMerge,
  joinedRecords,
  lastOf,
  refuse,
  refused,
  requestIsLive,
} from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { commandInfo, nameOf } from '../command';
import { tellLenders } from '../lending/lender-side';
import type { AreaTransaction, Store } from '../ports';
import { followUp } from './follow-up';
import { seenIncident } from './incident-for';
import { saveIncident, withFact } from './save-incident';

type Input = Given<CommandOf<'mergeIncidents'> & { incidentId: string }>;

interface Pair {
  readonly kept: Incident;
  readonly other: Incident;
}

const pairOf = async (tx: AreaTransaction, actor: Actor, input: Input): Promise<Pair | Refusal> => {
  const kept = seenIncident(actor, await tx.get('incident', input.incidentId));
  if (refused(kept)) return kept;
  const other = seenIncident(actor, await tx.get('incident', input.otherIncidentId));
  if (refused(other)) return other;
  return kept.id === other.id
    ? refuse('not-allowed-in-this-state', 'A record cannot be merged with itself.', {
        details: { field: 'otherIncidentId' },
      })
    : { kept, other };
};

/** What is promised to the record that would be shut: a room, an AMHP, a car. It must be let go of first, or be the one kept. */
const stillTied = async (tx: AreaTransaction, other: Incident): Promise<Refusal | undefined> => {
  const incidentId = other.id;
  const holds = (await tx.list('hold', { incidentId })).filter((hold) => holdIsLiveAt(hold, tx.now));
  const requests = (await tx.list('amhp-request', { incidentId })).filter(requestIsLive);
  const tied = [
    ...holds.map(() => 'a held room'),
    ...(await tx.list('room', { incidentId })).map(() => 'an occupied room'),
    ...requests.map(() => 'an AMHP request'),
    ...(await tx.list('resource', { incidentId })).map(({ callsign }) => callsign),
  ];
  if (tied.length === 0) return undefined;
  return refuse(
    'not-allowed-in-this-state',
    `${other.ref} still has ${tied.join(', ')}: keep that record and merge this one into it, or release them first.`,
    { details: { field: 'otherIncidentId', ref: other.ref, tied } },
  );
};

const note = (
  tx: AreaTransaction,
  incident: Incident,
  by: Named,
  kind: 'merged-in' | 'merged-into' | 'unmerged',
  about: Incident,
  reason: string,
) => withFact(tx, incident, by, { kind, incidentId: about.id, ref: about.ref, reason });

/**
 * Two records turn out to be of one incident: what was told of the other joins this one, so that the
 * earliest arrival stands, and the other is shut. Refuses where the two are of two detentions, while the
 * other still has a room, an AMHP or a car, and when it has itself been merged already.
 */
export const mergeIncidents = (store: Store, actor: Actor, input: Input): Promise<Incident | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('merge-incidents', input), async (tx) => {
    const pair = await pairOf(tx, actor, input);
    if (refused(pair)) return pair;
    const not = impossibleMerge(pair.kept, pair.other) ?? (await stillTied(tx, pair.other));
    if (not) return not;
    const by = nameOf(actor);
    const shut = note(tx, pair.other, by, 'merged-into', pair.kept, input.reason);
    if (refused(shut)) return shut;
    const kept = note(tx, pair.kept, by, 'merged-in', pair.other, input.reason);
    if (refused(kept)) return kept;
    await saveIncident(tx, shut);
    const whole = joinedRecords(kept, pair.other, () => tx.newId());
    await tellLenders(tx, pair.kept, whole);
    const followed = await followUp(tx, pair.kept, whole, by);
    return refused(followed) ? followed : saveIncident(tx, followed);
  });

/** They were two incidents after all: each record has its own facts again, and the other's clocks run on from them. */
export const unmergeIncidents = (store: Store, actor: Actor, input: Input): Promise<Incident | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('unmerge-incidents', input), async (tx) => {
    const pair = await pairOf(tx, actor, input);
    if (refused(pair)) return pair;
    if (lastOf(pair.other.facts, 'merged-into')?.incidentId !== pair.kept.id) {
      return refuse('not-allowed-in-this-state', `${pair.other.ref} is not merged into ${pair.kept.ref}.`, {
        details: { field: 'otherIncidentId' },
      });
    }
    const by = nameOf(actor);
    const opened = note(tx, pair.other, by, 'unmerged', pair.kept, input.reason);
    if (refused(opened)) return opened;
    const kept = note(tx, pair.kept, by, 'unmerged', pair.other, input.reason);
    if (refused(kept)) return kept;
    await saveIncident(tx, opened);
    return saveIncident(tx, kept);
  });
