import type { Duty, Hold } from '@concord/domain';
import { answersFor, callFirst, clockTime, holdersOf } from '@concord/domain';
import { messageTo } from '../escalation/notify';
import type { AreaTransaction } from '../ports';

/** Who says yes for the lender: whoever holds the first of these that anybody holds. */
const sayYes: readonly Duty[] = ['s136-coordinator', 'on-call-manager', 'director-on-call'];

/**
 * Tells whoever must say yes to a neighbour's person, in their own area, that they are waited for and until
 * when. Nobody is told where the lender's rules ask for no yes. References only: no personal data.
 */
export const askLender = async (tx: AreaTransaction, { across }: Hold): Promise<void> => {
  if (across?.side !== 'borrows' || across.yes !== 'awaited') return;
  const there = tx.beside(across.areaId);
  const asked = await there.get('hold', across.holdId);
  const place = asked && (await there.get('place', asked.placeId));
  if (!asked?.across || !place) throw new Error(`hold ${across.holdId} is gone from its lender`);
  const rotas = (await there.list('rota', {})).filter((rota) => answersFor(rota, place));
  const { called } = callFirst(sayYes, (duty) => holdersOf(rotas, duty, tx.now));
  const { areaName } = asked.across;
  const subject = `${asked.incidentRef} of ${areaName} asks for ${place.name}: say yes or no by ${clockTime(asked.expiresAt)}`;
  const about = { escalationId: null, incidentId: null, placeId: place.id, subject } as const;
  for (const { duty, who } of called)
    await there.put('notification', messageTo(there, who, { ...about, duty }));
};
