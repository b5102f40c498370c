import type { BodyOf } from '@concord/contracts';
import type { Area, Fact, Incident, Instant, LawInForce, Named, Side } from '@concord/domain';
import { detentionOf, lawInForce, plusMinutes } from '@concord/domain';
import type { KnownPlace } from './around';

export type SaidBody = BodyOf<'correctFact'>['fact'];

/** What is needed to see what a fact would do before it is sent. */
export interface DraftedBy {
  readonly by: Named;
  readonly side: Side;
  readonly area: Area;
  readonly places: ReadonlyMap<string, KnownPlace>;
  readonly now: Instant;
}

const detailOf = (said: SaidBody, happenedAt: Instant, places: DraftedBy['places']): object => {
  if (said.kind === 'arrived') {
    const place = places.get(said.placeId);
    return {
      ...said,
      placeName: place?.name ?? '',
      placeKind: place?.kind ?? 'other',
      roomId: said.roomId ?? null,
    };
  }
  if (said.kind === 'risk-noted') {
    const { expiresInHours = 0, ...risk } = said.risk;
    return { kind: said.kind, risk: { ...risk, expiresAt: plusMinutes(happenedAt, expiresInHours * 60) } };
  }
  return said;
};

/** The fact as it would stand on the record if it were taken as it is. Only to look at: the server makes the real one. */
export const draftFact = (said: SaidBody, { by, side, places, now }: DraftedBy, corrected?: Fact): Fact => {
  const happenedAt = said.happenedAt ?? corrected?.happenedAt ?? now;
  return {
    ...detailOf(said, happenedAt, places),
    id: 'draft',
    happenedAt,
    recordedAt: now,
    by,
    side,
    ...(corrected && { corrects: { factId: corrected.id, reason: '–' } }),
  } as Fact;
};

/** The rules that bind an arrival, in the nation where it lies and as they stood when the detention began. */
export const lawFor = (
  said: SaidBody,
  incident: Incident,
  { area, places, now }: DraftedBy,
): LawInForce | undefined => {
  const place = said.kind === 'arrived' ? places.get(said.placeId) : undefined;
  return (
    place && lawInForce(area.policeStationRules, place.nation, detentionOf(incident.facts)?.happenedAt ?? now)
  );
};
