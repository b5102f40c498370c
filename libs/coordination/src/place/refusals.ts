import type { Actor, Hold, Incident, Instant } from '@concord/domain';
import { firstOf, minutesBetween, standing } from '@concord/domain';
import type { ReplyOf } from '@concord/contracts';
import type { Store } from '../ports';

type Line = ReplyOf<'refusals'>[number];

/** Who took the person in the end: the first acceptance or arrival after this refusal. */
const nextAfter = (
  incident: Incident,
  answeredAt: Instant,
  names: ReadonlyMap<string, string>,
): Line['next'] => {
  const next = standing(incident.facts).find(
    (fact) => (fact.kind === 'hold-accepted' || fact.kind === 'arrived') && fact.happenedAt >= answeredAt,
  );
  if (next?.kind !== 'hold-accepted' && next?.kind !== 'arrived') return null;
  return {
    placeName: next.kind === 'arrived' ? next.placeName : (names.get(next.placeId) ?? ''),
    at: next.happenedAt,
    afterMinutes: Math.round(minutesBetween(answeredAt, next.happenedAt)),
  };
};

const reversedAt = (incident: Incident, hold: Hold): Instant | null =>
  incident.facts.find((fact) => fact.kind === 'hold-refusal-reversed' && fact.holdId === hold.id)
    ?.happenedAt ?? null;

/** The refusal ledger of an area: each with its reason, author, how long it took, and what happened next. */
export const refusals = async (
  store: Store,
  { areaId }: Actor,
  { from, to }: { from?: Instant | undefined; to?: Instant | undefined },
): Promise<Line[]> => {
  const names = new Map((await store.list(areaId, 'place')).map(({ id, name }) => [id, name]));
  const holds = (await store.list(areaId, 'hold', { state: 'refused' })).filter(
    ({ answeredAt }) => answeredAt !== null && answeredAt >= (from ?? '') && (!to || answeredAt <= to),
  );
  const incidents = new Map<string, Incident | undefined>();
  for (const { incidentId } of holds)
    if (!incidents.has(incidentId))
      incidents.set(incidentId, await store.get(areaId, 'incident', incidentId));
  return holds
    .flatMap((hold): Line[] => {
      const incident = incidents.get(hold.incidentId);
      const { answeredAt, answeredBy, refusal } = hold;
      if (!incident || !refusal || answeredAt === null || !firstOf(incident.facts, 'opened')) return [];
      return [
        {
          holdId: hold.id,
          incidentId: hold.incidentId,
          incidentRef: hold.incidentRef,
          placeId: hold.placeId,
          placeName: names.get(hold.placeId) ?? '',
          ...refusal,
          by: answeredBy?.name ?? '',
          askedAt: hold.requestedAt,
          answeredAt,
          tookMinutes: Math.round(minutesBetween(hold.requestedAt, answeredAt)),
          reversedAt: reversedAt(incident, hold),
          next: nextAfter(incident, answeredAt, names),
        },
      ];
    })
    .sort((a, b) => (a.answeredAt < b.answeredAt ? 1 : -1));
};
