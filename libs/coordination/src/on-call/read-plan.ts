import type { Actor, Duty, DutyGap, Instant, OnCallSpan, Refusal, Rota, RotaWarning } from '@concord/domain';
import {
  agreementInForce,
  clockChangesIn,
  dutiesCalled,
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
import { mayRing, viewerOf } from '@concord/contracts';
import type { PersonInArea, Store } from '../ports';

const DAY = 24 * 60;
/** How far ahead the next change is looked for. */
const AHEAD_DAYS = 14;
const PLAN_DAYS = 28;
const LONGEST_DAYS = 92;

const about = ({ id, name, duty, districts }: Rota) => ({ rotaId: id, name, duty, districts });

const districtsOf = async (store: Store, areaId: string): Promise<string[]> =>
  ((await store.get(areaId, 'area', areaId))?.districts ?? []).map(({ name }) => name);

/** The duties that the agreement in force calls: without a rota of theirs nobody is on call for them. */
const called = async (store: Store, areaId: string, at: Instant): Promise<Duty[]> => {
  const agreement = agreementInForce(await store.list(areaId, 'agreement', { state: 'approved' }), at);
  return agreement ? dutiesCalled(agreement) : [];
};

const live = (rotas: readonly Rota[], at: Instant): Rota[] =>
  rotas.filter(({ until }) => until === null || until > at);

/** Those on, with the number of each whom the actor's work makes them ring. */
const withNumbers = (span: OnCallSpan, people: ReadonlyMap<string, PersonInArea>, rings: boolean) => ({
  ...span,
  on: span.on.map((one) => ({
    ...one,
    telephone: rings ? (people.get(one.who.userId)?.telephone ?? null) : null,
  })),
});

/**
 * Who is on call now for the area: each rota with who is on, why, how to ring them, until when and who is
 * next; and the duties with nobody.
 */
export const onCallNow = async (store: Store, actor: Actor) => {
  const { areaId } = actor;
  const at = await store.now();
  const people = new Map((await store.people(areaId)).map((person) => [person.userId, person]));
  const viewer = viewerOf(actor);
  const rotas = live(await store.list(areaId, 'rota'), at);
  const window = { from: at, to: plusMinutes(at, AHEAD_DAYS * DAY) };
  const instant = { from: at, to: instantFromMs(msOf(at) + 1) };
  const duties = [...new Set(rotas.map(({ duty }) => duty))];
  return {
    at,
    rotas: duties.flatMap((duty) =>
      nowOf(rotas, duty, window).map(({ rota, now, next }) => ({
        ...about(rota),
        now: withNumbers(now, people, mayRing(viewer, rota.duty)),
        next,
      })),
    ),
    gaps: dutyGaps(
      plansOf(rotas, instant),
      await districtsOf(store, areaId),
      instant,
      await called(store, areaId, at),
    ),
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
    gaps: dutyGaps(plans, await districtsOf(store, areaId), window, await called(store, areaId, from)),
    warnings: rotaWarnings(rotas, window),
    clockChanges: clockChangesIn(window),
  };
};
