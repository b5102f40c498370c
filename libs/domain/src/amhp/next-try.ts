import type { Instant } from '../instant';
import { plusMinutes } from '../instant';
import { onCallPlan } from '../on-call/plan';
import type { Rota } from '../on-call/rota';
import type { AmhpRequest, PassedOver } from './amhp-request';

/**
 * When a request that can be put to nobody is tried again: as soon as somebody on call will have rested, may
 * be asked once more after an answer that passes, or comes on call; at the latest after the time of an answer.
 */
export const nextTry = (
  { offers }: Pick<AmhpRequest, 'offers'>,
  {
    at,
    answerMinutes,
    passedOver,
    rotas,
  }: {
    readonly at: Instant;
    readonly answerMinutes: number;
    readonly passedOver: readonly PassedOver[];
    /** Those through which somebody may be asked for it. */
    readonly rotas: readonly Rota[];
  },
): Instant => {
  const latest = plusMinutes(at, answerMinutes);
  const rested = passedOver.flatMap(({ until }) => until ?? []);
  const passed = offers.flatMap(({ answeredAt }) =>
    answeredAt ? plusMinutes(answeredAt, answerMinutes) : [],
  );
  const cameOn = rotas.flatMap((rota) => onCallPlan(rota, { from: at, to: latest }).map(({ from }) => from));
  return [...rested, ...passed, ...cameOn].filter((one) => one > at && one < latest).sort()[0] ?? latest;
};
