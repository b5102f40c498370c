import type { Actor, DutyGap, Instant, OnCallSpan, Refusal, Rota, RotaWarning } from '@concord/domain';
import {
  clockChangesIn,
  dutyGaps,
  instantFromMs,
  minutesBetween,
  msOf,
  onCallNow as nowOf,
  plansOf,
  plusMinutes,
  refuse,
  rotaWarnings,
} from '@concord/domain';
import type { Store } from '../ports';

const DAY = 24 * 60;
/** How far ahead the next change is looked for. */
const AHEAD_DAYS = 14;
const PLAN_DAYS = 28;
const LONGEST_DAYS = 92;

const about = ({ id, name, duty, districts }: Rota) => ({ rotaId: id, name, duty, districts });

const districtsOf = async (store: Store, areaId: string): Promise<string[]> =>
  ((await store.get(areaId, 'area', areaId))?.districts ?? []).map(({ name }) => name);

const live = (rotas: readonly Rota[], at: Instant): Rota[] =>
  rotas.filter(({ until }) => until === null || until > at);

/** Who is on call now for the area: each rota with who is on, why, until when and who is next; and the duties with nobody. */
export const onCallNow = async (store: Store, { areaId }: Actor) => {
  const at = await store.now();
  const rotas = live(await store.list(areaId, 'rota'), at);
  const window = { from: at, to: plusMinutes(at, AHEAD_DAYS * DAY) };
  const instant = { from: at, to: instantFromMs(msOf(at) + 1) };
  const duties = [...new Set(rotas.map(({ duty }) => duty))];
  return {
    at,
    rotas: duties.flatMap((duty) =>
      nowOf(rotas, duty, window).map(({ rota, now, next }) => ({ ...about(rota), now, next })),
    ),
    gaps: dutyGaps(plansOf(rotas, instant), await districtsOf(store, areaId), instant),
  };
};

interface Plan {
  readonly from: Instant;
  readonly to: Instant;
  readonly rotas: readonly (ReturnType<typeof about> & { readonly spans: readonly OnCallSpan[] })[];
  readonly gaps: readonly DutyGap[];
  readonly warnings: readonly RotaWarning[];
  readonly clockChanges: ReturnType<typeof clockChangesIn>;
}

/**
 * Who will be on call, four weeks from now unless other times are said, with the gaps, the overload and
 * the clock changes ahead. Refuses `time-impossible` for more than 92 days.
 */
export const onCallPlan = async (
  store: Store,
  { areaId }: Actor,
  given: { readonly from?: Instant | undefined; readonly to?: Instant | undefined },
): Promise<Plan | Refusal> => {
  const from = given.from ?? (await store.now());
  const to = given.to ?? plusMinutes(from, PLAN_DAYS * DAY);
  if (to <= from || minutesBetween(from, to) > LONGEST_DAYS * DAY)
    return refuse('time-impossible', `A plan is of at most ${LONGEST_DAYS} days, and ends after it begins.`, {
      details: { field: 'to' },
    });
  const window = { from, to };
  const rotas = live(await store.list(areaId, 'rota'), from);
  const plans = plansOf(rotas, window);
  return {
    ...window,
    rotas: plans.map(({ rota, spans }) => ({ ...about(rota), spans })),
    gaps: dutyGaps(plans, await districtsOf(store, areaId), window),
    warnings: rotaWarnings(rotas, window),
    clockChanges: clockChangesIn(window),
  };
};
