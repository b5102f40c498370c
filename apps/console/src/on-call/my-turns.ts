import type { Because, Period, Rota } from '@concord/domain';
import { onCallPlan } from '@concord/domain';

/** A time through which one person is on call on one rota, and what puts them there. */
export interface MyTurn extends Period {
  readonly rota: Rota;
  readonly because: Because;
}

/** When one person is on call in a window, on any rota, the soonest first. */
export const turnsOfPerson = (rotas: Iterable<Rota>, userId: string, window: Period): MyTurn[] => {
  const turns = [...rotas].flatMap((rota) => {
    const mine: MyTurn[] = [];
    for (const { from, to, on } of onCallPlan(rota, window)) {
      const me = on.find(({ who }) => who.userId === userId);
      if (!me) continue;
      const last = mine.at(-1);
      if (last?.to === from && last.because.id === me.because.id) mine.splice(-1, 1, { ...last, to });
      else mine.push({ rota, because: me.because, from, to });
    }
    return mine;
  });
  return turns.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
};
