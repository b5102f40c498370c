import type { Agreement, StepCalls } from '../agreement/agreement';
import { agreementInForce } from '../agreement/agreement-versions';
import type { Instant } from '../instant';
import type { StatutoryKind } from '../law/statutory-clocks';
import type { Place } from '../place/place';
import type { StepAhead, StepName } from './reach';
import type { Period, Rota } from './rota';
import { answersFor } from './rota';

const callsOf = ({ duties, agencyId, channels, each }: StepCalls): StepCalls => ({
  duties,
  agencyId,
  channels,
  each,
});

const stepsOfLadders = (agreement: Agreement, from: Instant): StepAhead[] => {
  const { version } = agreement;
  const step = (name: StepName, calls: StepCalls): StepAhead => ({
    name,
    calls: callsOf(calls),
    asks: 'all',
    rotaIds: null,
    from,
  });
  return [
    ...agreement.thresholds.flatMap(({ label, ladder }) =>
      ladder.map((one) => step({ version, kind: 'agreed', label, afterMinutes: one.afterMinutes }, one)),
    ),
    ...Object.entries(agreement.statutoryLadders).flatMap(([clock, ladder]) =>
      ladder.map((one) =>
        step(
          {
            version,
            kind: 'statutory',
            clock: clock as StatutoryKind,
            minutesBeforeEnd: one.minutesBeforeEnd,
          },
          one,
        ),
      ),
    ),
  ];
};

const stepsOfPlace = (
  { version, freshness }: Agreement,
  place: Place,
  rotas: readonly Rota[],
  from: Instant,
): StepAhead[] => {
  const rotaIds = rotas.filter((rota) => answersFor(rota, place)).map(({ id }) => id);
  const about = { version, kind: 'place-status', placeId: place.id, placeName: place.name } as const;
  const { confirmDuties, unknownDuties, confirmAfterMinutes, unknownAfterMinutes } = freshness;
  return [
    { minutes: confirmAfterMinutes, duties: confirmDuties },
    { minutes: unknownAfterMinutes, duties: unknownDuties },
  ].map(({ minutes, duties }) => ({
    name: { ...about, afterMinutes: minutes },
    calls: { duties },
    asks: 'first',
    rotaIds,
    from,
  }));
};

/**
 * Every step that may have to be climbed in a window: of the version of the agreement in force as it
 * begins and of each that takes effect in it, from then on; of each wait, each legal clock, and the age
 * of the status of these places, which are those that say anything that grows old.
 */
export const stepsAhead = (
  agreements: readonly Agreement[],
  places: readonly Place[],
  rotas: readonly Rota[],
  window: Period,
): StepAhead[] => {
  const inForce = agreementInForce(agreements, window.from);
  const coming = agreements.filter(
    ({ state, effectiveFrom }) =>
      state === 'approved' && effectiveFrom > window.from && effectiveFrom < window.to,
  );
  return [...(inForce ? [inForce] : []), ...coming].flatMap((agreement) => {
    const from = agreement === inForce ? window.from : agreement.effectiveFrom;
    return [
      ...stepsOfLadders(agreement, from),
      ...places.flatMap((place) => stepsOfPlace(agreement, place, rotas, from)),
    ];
  });
};
