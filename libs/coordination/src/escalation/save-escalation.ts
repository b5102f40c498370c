import type { Agreement, Escalation, Incident, Instant } from '@concord/domain';
import { lastHeard, plusMinutes } from '@concord/domain';
import { agreementNow } from '../area/agreement-in-force';
import type { AreaTransaction, TimerOf, TimerToArm } from '../ports';
import { agreementOf } from './agreement-of';

/** Whose timers an escalation's are. */
const timerOf = ({ incidentId, placeId }: Escalation): TimerOf =>
  incidentId === null ? { placeId: placeId ?? '' } : { incidentId };

/** The agreement it runs under: its incident's own version, or for a place the one in force. */
const governing = (tx: AreaTransaction, incident: Incident | undefined): Promise<Agreement> =>
  incident ? agreementOf(tx, incident) : agreementNow(tx);

interface Quiet {
  /** When whoever has it was last heard of. */
  readonly since: Instant;
  /** When, without another word, they have it no more. */
  readonly at: Instant;
}

/** When an owner has gone quiet; undefined where nobody has it, or the agencies agreed nothing about it. */
export const quietOf = async (tx: AreaTransaction, escalation: Escalation): Promise<Quiet | undefined> => {
  if (escalation.ownedBy === null || escalation.resolvedAt !== null) return undefined;
  const incident =
    escalation.incidentId === null ? undefined : await tx.get('incident', escalation.incidentId);
  const { ownerQuietMinutes } = await governing(tx, incident);
  const since = lastHeard(escalation, incident?.facts ?? []);
  return ownerQuietMinutes === null || since === undefined
    ? undefined
    : { since, at: plusMinutes(since, ownerQuietMinutes) };
};

/** Writes an escalation, as it was before if it was, with the timer that asks in time whether its owner still has it. */
export const saveEscalation = async (
  tx: AreaTransaction,
  escalation: Escalation,
  before: Escalation | undefined,
): Promise<void> => {
  await tx.put('escalation', escalation);
  const quiet = await quietOf(tx, escalation);
  if (quiet) {
    const timer: TimerToArm = {
      ...timerOf(escalation),
      kind: 'owner-quiet',
      subject: escalation.id,
      point: `owner-quiet/${escalation.id}`,
      anchorAt: quiet.since,
      dueAt: quiet.at,
    };
    return tx.armTimers([timer]);
  }
  if (!before?.ownedBy) return;
  const armed = (await tx.timers(timerOf(escalation), 'owner-quiet')).filter(
    ({ subject, state }) => subject === escalation.id && state === 'armed',
  );
  return tx.cancelTimers(armed.map(({ id }) => id));
};
