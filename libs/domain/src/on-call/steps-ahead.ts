import type { Agreement, StepCalls } from '../agreement/agreement';
import { agreementInForce } from '../agreement/agreement-versions';
import type { Alternative } from '../alternative/alternative';
import { isAlternative } from '../alternative/alternative';
import { alternativeConfirmDuties } from '../alternative/alternative-clock';
import { openWithin } from '../alternative/opening-hours';
import type { Instant } from '../instant';
import type { StatutoryKind } from '../law/statutory-clocks';
import type { Place, PlaceKind } from '../place/place';
import type { StepAhead, StepName } from './reach';
import type { Period, Rota } from './rota';
import { answersFor, serves } from './rota';

const callsOf = ({ duties, agencyId, channels, each }: StepCalls): StepCalls => ({
  duties,
  agencyId,
  channels,
  each,
});

/** What of an area says who may be called in it. */
export interface Callers {
  /** Those that say anything that grows old, as of the alternatives. */
  readonly places: readonly Place[];
  readonly alternatives: readonly Alternative[];
  readonly rotas: readonly Rota[];
  readonly districts: readonly string[];
}

/** Rotas that may be asked together, and for which places or districts; `where` is absent where that is all of them. */
interface Reach {
  readonly where?: string;
  readonly rotaIds: readonly string[] | null;
}

/**
 * Who is called follows the place that a wait is about, for duties that are of a place, or else the district
 * where the person is: a step that reaches somebody for one of them may reach nobody for another.
 */
const reachesOf = (
  { duties }: StepCalls,
  { places, rotas, districts }: Callers,
  placeKinds: readonly PlaceKind[],
): Reach[] => {
  const theirs = rotas.filter(({ duty }) => duties.includes(duty));
  const kinds = placeKinds.length > 0 ? placeKinds : ['suite'];
  const spots = theirs.some(({ placeIds }) => placeIds.length > 0)
    ? places
        .filter(({ kind }) => kinds.includes(kind))
        .map((place) => ({ name: place.name, asks: (rota: Rota) => answersFor(rota, place) }))
    : districts.map((name) => ({ name, asks: (rota: Rota) => serves(rota, name) }));
  const groups = new Map<string, { names: string[]; rotaIds: string[] }>();
  for (const { name, asks } of spots) {
    const rotaIds = theirs.filter(asks).map(({ id }) => id);
    const group = groups.get(rotaIds.join()) ?? { names: [], rotaIds };
    groups.set(rotaIds.join(), { ...group, names: [...group.names, name] });
  }
  if (groups.size === 0) return [{ rotaIds: null }];
  return [...groups.values()].map(({ names, rotaIds }) =>
    groups.size === 1 ? { rotaIds } : { where: names.join(', '), rotaIds },
  );
};

const stepsOfLadders = (agreement: Agreement, callers: Callers, from: Instant): StepAhead[] => {
  const { version } = agreement;
  const steps = (name: StepName, calls: StepCalls, kinds: readonly PlaceKind[]): StepAhead[] =>
    reachesOf(calls, callers, kinds).map(({ where, rotaIds }) => ({
      name: where === undefined ? name : { ...name, where },
      calls: callsOf(calls),
      asks: 'all',
      rotaIds,
      from,
    }));
  return [
    ...agreement.thresholds.flatMap(({ label, ladder, placeKinds }) =>
      ladder.flatMap((one) =>
        steps({ version, kind: 'agreed', label, afterMinutes: one.afterMinutes }, one, placeKinds),
      ),
    ),
    ...Object.entries(agreement.statutoryLadders).flatMap(([clock, ladder]) =>
      ladder.flatMap((one) => {
        const { minutesBeforeEnd } = one;
        return steps(
          { version, kind: 'statutory', clock: clock as StatutoryKind, minutesBeforeEnd },
          one,
          [],
        );
      }),
    ),
  ];
};

const stepsOfSite = (
  { version, freshness }: Agreement,
  site: Place | Alternative,
  rotas: readonly Rota[],
  from: Instant,
  window: Period,
): StepAhead[] => {
  const rotaIds = rotas.filter((rota) => answersFor(rota, site)).map(({ id }) => id);
  const about = { version, kind: 'place-status', placeId: site.id, placeName: site.name } as const;
  const { confirmAfterMinutes, unknownAfterMinutes, confirmDuties, unknownDuties } = freshness;
  const asked = isAlternative(site) ? alternativeConfirmDuties(freshness) : confirmDuties;
  const when = isAlternative(site) ? { within: openWithin(site.hours, window) } : {};
  return [
    { minutes: confirmAfterMinutes, duties: asked },
    { minutes: unknownAfterMinutes, duties: unknownDuties },
  ].map(({ minutes, duties }) => ({
    name: { ...about, afterMinutes: minutes },
    calls: { duties },
    asks: 'first',
    rotaIds,
    from,
    ...when,
  }));
};

/**
 * Every step that may have to be climbed in a window: of the version of the agreement in force as it
 * begins and of each that takes effect in it, from then on; of each wait and each legal clock, for each
 * place or district where others answer; and of the age of what these places and
 * alternatives have said, the latter while they are open.
 */
export const stepsAhead = (
  agreements: readonly Agreement[],
  callers: Callers,
  window: Period,
): StepAhead[] => {
  const { places, alternatives, rotas } = callers;
  const inForce = agreementInForce(agreements, window.from);
  const coming = agreements.filter(
    ({ state, effectiveFrom }) =>
      state === 'approved' && effectiveFrom > window.from && effectiveFrom < window.to,
  );
  return [...(inForce ? [inForce] : []), ...coming].flatMap((agreement) => {
    const from = agreement === inForce ? window.from : agreement.effectiveFrom;
    return [
      ...stepsOfLadders(agreement, callers, from),
      ...[...places, ...alternatives].flatMap((site) => stepsOfSite(agreement, site, rotas, from, window)),
    ];
  });
};
