import type { Calls, Escalation, Named, Rota } from '@concord/domain';
import { deadlinesOf, ownerWentQuiet } from '@concord/domain';
import { siteOf, statusDeadlinesOf } from '../place/align-status-clock';
import type { AreaTransaction, Timer } from '../ports';
import { agreementOf } from './agreement-of';
import { isAbout } from './deadline-timer';
import { messageTo } from './notify';
import { quietOf, saveEscalation } from './save-escalation';
import { callsAboutPlace, callsOf } from './whom-to-call';

/** The last of these steps that is due by now. */
const reached = <Step extends { readonly dueAt: string }>(
  steps: readonly Step[],
  now: string,
): Step | undefined =>
  steps.reduce<Step | undefined>(
    (last, step) => (step.dueAt <= now && (!last || last.dueAt <= step.dueAt) ? step : last),
    undefined,
  );

const nobody: Calls = { called: [], nobodyFor: [] };

/** Whom its ladder, as far as it has come, calls now. */
const callsNow = async (
  tx: AreaTransaction,
  escalation: Escalation,
  rotas: readonly Rota[],
): Promise<Calls> => {
  const { incidentId, placeId } = escalation;
  const incident = incidentId === null ? undefined : await tx.get('incident', incidentId);
  if (incident) {
    const all = deadlinesOf(incident, await agreementOf(tx, incident));
    const step = reached(
      all.filter((deadline) => isAbout(deadline, escalation)),
      tx.now,
    );
    return step ? callsOf(tx, incident, step, all, rotas) : nobody;
  }
  const place = await siteOf(tx, placeId ?? '');
  const step = place && reached(await statusDeadlinesOf(tx, place), tx.now);
  return place && step ? callsAboutPlace(tx, place, step, rotas) : nobody;
};

/** Those called, and the owner who went quiet; each once. */
const whomToTell = ({ called }: Calls, { steps, ownedBy }: Escalation): Calls['called'] => {
  const duty = called[0]?.duty ?? steps.at(-1)?.called[0]?.duty;
  const all = ownedBy && duty ? [...called, { duty, who: ownedBy }] : called;
  return [...new Map(all.map((one) => [one.who.userId, one])).values()];
};

/**
 * An alarm that somebody took on, and then nothing: nobody has it any more, and whoever its ladder calls
 * by now is called again. Heard of meanwhile, they are asked about again later.
 */
export const ownerQuiet = async (
  tx: AreaTransaction,
  timer: Timer,
  rotas: readonly Rota[],
): Promise<void> => {
  const escalation = await tx.get('escalation', timer.subject);
  if (!escalation) throw new Error(`timer ${timer.id} is about a missing escalation`);
  const quiet = await quietOf(tx, escalation);
  if (!quiet) return;
  if (quiet.at > tx.now) return saveEscalation(tx, escalation, escalation);
  await saveEscalation(tx, ownerWentQuiet(escalation, quiet.since, tx.now), escalation);
  const { id: escalationId, incidentId, placeId, clock } = escalation;
  const subject = `${await nameFor(tx, escalation)}: ${clock.label}, NOBODY HAS IT: nothing more was heard of its owner`;
  const calls = await callsNow(tx, escalation, rotas);
  const how = { statutory: clock.kind === 'statutory', channels: calls.channels };
  for (const { duty, who } of whomToTell(calls, escalation))
    await tx.put(
      'notification',
      messageTo(tx, who, { escalationId, incidentId, placeId, duty, subject }, how),
    );
};

/** The reference of its incident, or the name of its place. */
const nameFor = async (tx: AreaTransaction, { incidentRef, placeId }: Escalation): Promise<Named['name']> =>
  incidentRef ?? (await siteOf(tx, placeId ?? ''))?.name ?? '';
