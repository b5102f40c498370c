import type { Actor, Duty, FactDetail, FactKind, Incident, Refusal } from '@concord/domain';
import { holdsDuty, refuse, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { commandInfo, nameOf, notFound } from '../command';
import type { AreaTransaction, Store } from '../ports';
import { followUp } from './follow-up';
import { saveIncident, withFact } from './save-incident';
import { seenIncident } from './incident-for';

type Body = CommandOf<'recordFact'>;
type Input = Given<Body & { incidentId: string }>;

const control: readonly Duty[] = ['control-room', 'duty-inspector'];

/** Whose word each fact may be. The control room may enter any of them on another's behalf. */
const recorders: Readonly<Record<Body['kind'], readonly Duty[]>> = {
  'advice-sought': [...control, 'triage-crew'],
  'advice-not-practicable': [...control, 'triage-crew'],
  detained: [...control, 'triage-crew'],
  diverted: [...control, 'triage-crew'],
  'conveyance-started': [...control, 'triage-crew', 'suite-nurse'],
  arrived: [...control, 'triage-crew', 'suite-nurse'],
  'handed-over': [...control, 'triage-crew', 'suite-nurse'],
  'assessment-started': [...control, 'amhp', 'suite-nurse'],
  outcome: [...control, 'amhp', 'suite-nurse'],
  closed: control,
};

export const mayRecord = (actor: Actor, kind: FactKind): boolean =>
  kind in recorders && holdsDuty(actor, ...recorders[kind as Body['kind']]);

/** The fact as the incident keeps it: an arrival names its place, and the room that was held for it. */
const detailOf = async (
  tx: AreaTransaction,
  incident: Incident,
  body: Body,
): Promise<FactDetail | Refusal> => {
  const { happenedAt: _happenedAt, ...said } = body;
  if (said.kind !== 'arrived') return said;
  const place = await tx.get('place', said.placeId);
  if (!place) return notFound('place');
  const [hold] = await tx.list('hold', {
    incidentId: incident.id,
    placeId: place.id,
    state: ['requested', 'accepted'],
  });
  return { ...said, placeName: place.name, placeKind: place.kind, roomId: hold?.roomId ?? null };
};

/**
 * Records what happened. Refuses what the domain refuses (`recordFact` there), `not-your-duty` when
 * it is not this person's to say, and `not-found` when the incident is none of theirs.
 */
export const recordFact = (store: Store, actor: Actor, input: Input): Promise<Incident | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('record-fact', input), async (tx) => {
    const { incidentId, idempotencyKey: _key, ...body } = input;
    const incident = seenIncident(actor, await tx.get('incident', incidentId));
    if (refused(incident)) return incident;
    if (!mayRecord(actor, body.kind)) {
      return refuse('not-your-duty', `"${body.kind}" is not yours to record.`, {
        details: { mayRecord: recorders[body.kind] },
      });
    }
    const detail = await detailOf(tx, incident, body);
    if (refused(detail)) return detail;
    const changed = withFact(tx, incident, nameOf(actor), detail, body.happenedAt);
    if (refused(changed)) return changed;
    const followed = await followUp(tx, changed, detail, nameOf(actor));
    return refused(followed) ? followed : saveIncident(tx, followed);
  });
