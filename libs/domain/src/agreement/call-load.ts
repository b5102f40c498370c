import type { Duty } from '../duty';
import { minutesBetween } from '../instant';
import { holdersOf, rotasOf } from '../on-call/on-call-at';
import { onCallPlan } from '../on-call/plan';
import type { Period, Rota } from '../on-call/rota';
import type { CalledStep } from './what-if';

/** What a duty carries: by the calls that were made, or where none were, by the rotas as they stand. */
export interface CallLoad {
  readonly duty: Duty;
  /** Steps that call it. */
  readonly steps: number;
  /** Calls that people get: a step that did fire, those that it made; any other calls everybody who is on. */
  readonly calls: number;
  /** Of the steps, those at which nobody was on. */
  readonly toNobody: number;
  /** Hours on call within the window, of everybody together. */
  readonly operatorHours: number;
}

/** Hours on call of everybody who holds a duty; somebody on by two rotas at once is one person. */
const operatorHours = (rotas: readonly Rota[], duty: Duty, window: Period): number => {
  const own = rotasOf(rotas, duty);
  const edges = [
    ...new Set([
      window.from,
      window.to,
      ...own.flatMap((rota) => onCallPlan(rota, window).map(({ from }) => from)),
    ]),
  ].sort();
  return edges
    .slice(0, -1)
    .reduce(
      (sum, from, i) =>
        sum + holdersOf(own, duty, from).length * (minutesBetween(from, edges[i + 1] ?? from) / 60),
      0,
    );
};

const ofAgency = (rotas: readonly Rota[], agencyId: string | undefined): readonly Rota[] =>
  agencyId === undefined ? rotas : rotas.filter((rota) => rota.agencyId === agencyId);

type Fired = Pick<CalledStep, 'duties' | 'firedAt' | 'agencyId' | 'called'>;

/** How many people of a duty a step calls: those it did, or would by the rotas as they stand. */
const callsTo = (duty: Duty, { called, agencyId, firedAt }: Fired, rotas: readonly Rota[]): number =>
  called === undefined
    ? holdersOf(ofAgency(rotas, agencyId), duty, firedAt).length
    : called.filter((one) => one === duty).length;

/** What these steps come to for each duty that they call, most calls first. Hours in hours, not rounded. */
export const callLoads = (steps: readonly Fired[], rotas: readonly Rota[], window: Period): CallLoad[] =>
  [...new Set(steps.flatMap(({ duties }) => duties))]
    .map((duty) => {
      const calls = steps
        .filter(({ duties }) => duties.includes(duty))
        .map((step) => callsTo(duty, step, rotas));
      return {
        duty,
        steps: calls.length,
        calls: calls.reduce((sum, count) => sum + count, 0),
        toNobody: calls.filter((count) => count === 0).length,
        operatorHours: operatorHours(rotas, duty, window),
      };
    })
    .sort((a, b) => b.calls - a.calls || (a.duty < b.duty ? -1 : 1));
