import type { HoldsDuties, LostShift, Period, Rota } from '@concord/domain';
import { dayAndTime, keepersNow, lostShiftKey, rotaWarnings } from '@concord/domain';
import { messageTo } from '../escalation/notify';
import type { AreaTransaction } from '../ports';

interface Ahead {
  readonly rotas: readonly Rota[];
  readonly people: readonly HoldsDuties[];
  readonly window: Period;
}

/**
 * Tells whose turn it is, and who keeps the rota, of each shift ahead that the clocks jump over: it begins
 * and ends at one instant, and nobody would know from a list that they do not read. Once for each shift;
 * answers those of the window, as `lostShiftKey`, which are now told.
 */
export const tellOfLostShifts = async (
  tx: AreaTransaction,
  told: readonly string[],
  { rotas, people, window }: Ahead,
): Promise<string[]> => {
  const lost = rotaWarnings(rotas, window).filter((one): one is LostShift => one.kind === 'no-shift');
  for (const shift of lost.filter((one) => !told.includes(lostShiftKey(one)))) {
    const rota = rotas.find(({ id }) => id === shift.rotaId);
    if (!rota) continue;
    const when = dayAndTime(shift.from, window.from);
    const has = `shift on ${rota.name}, ${when}, has no length: the clocks go forward`;
    const keepers = keepersNow([rota.duty], rotas, people, window.from);
    const others = keepers.filter(({ who }) => who.userId !== shift.who.userId);
    const messages = [
      { who: shift.who, duty: rota.duty, subject: `On call: your ${has}` },
      ...others.map((keeper) => ({ ...keeper, subject: `On call: a ${has}` })),
    ];
    for (const { who, ...about } of messages)
      await tx.put(
        'notification',
        messageTo(tx, who, { escalationId: null, incidentId: null, placeId: null, ...about }),
      );
  }
  return lost.map(lostShiftKey);
};
