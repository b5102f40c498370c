import { holdersOf, ownerWentQuiet } from '@concord/domain';
import type { Escalation, Named, Rota } from '@concord/domain';
import type { AreaTransaction, Timer } from '../ports';
import { messageTo } from './notify';
import { quietOf, saveEscalation } from './save-escalation';

/** Whoever now holds what the last step called for, and the owner who went quiet. */
const whomToTell = (
  { steps, ownedBy }: Escalation,
  rotas: readonly Rota[],
  tx: AreaTransaction,
): Escalation['steps'][number]['called'] => {
  const last = steps.at(-1);
  const duties = [...new Set(last?.called.map(({ duty }) => duty) ?? [])];
  const now = duties.flatMap((duty) => holdersOf(rotas, duty, tx.now).map((who) => ({ duty, who })));
  const [duty] = duties;
  const all = ownedBy && duty ? [...now, { duty, who: ownedBy }] : now;
  return [...new Map(all.map((one) => [one.who.userId, one])).values()];
};

/**
 * An alarm that somebody took on, and then nothing: nobody has it any more, and whoever is on call for its
 * last step is called again. Heard of meanwhile, they are asked about again later.
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
  for (const { duty, who } of whomToTell(escalation, rotas, tx))
    await tx.put(
      'notification',
      messageTo(
        tx,
        who,
        { escalationId, incidentId, placeId, duty, subject },
        { statutory: clock.kind === 'statutory' },
      ),
    );
};

/** The reference of its incident, or the name of its place. */
const nameFor = async (tx: AreaTransaction, { incidentRef, placeId }: Escalation): Promise<Named['name']> =>
  incidentRef ?? (await tx.get('place', placeId ?? ''))?.name ?? '';
