import type { Actor, Area, Fact, FactDetail, Incident, LawInForce, Refusal } from '@concord/domain';
import { detentionOf, isTwoSided, lawInForce, plusMinutes, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import { sideOf } from '@concord/contracts';
import { notFound } from '../command';
import type { AreaTransaction } from '../ports';

type Body = CommandOf<'correctFact'>['fact'];

/** What somebody says happened, made ready for the incident: its detail, how it came to be told, the law that binds it. */
export interface Told {
  readonly detail: FactDetail;
  readonly about: Pick<Fact, 'side' | 'source' | 'late'>;
  readonly law?: LawInForce | undefined;
}

const needsSide = (kind: Fact['kind']): boolean =>
  isTwoSided(kind) || kind === 'confirmed' || kind === 'disputed';

const areaOf = async (tx: AreaTransaction): Promise<Area> => {
  const area = await tx.get('area', tx.areaId);
  if (!area) throw new Error(`area ${tx.areaId} is gone`);
  return area;
};

/** An arrival names its place, the room that was held for it, and the law of the nation it lies in. */
const arrival = async (
  tx: AreaTransaction,
  incident: Incident,
  said: Extract<Body, { kind: 'arrived' }>,
): Promise<Pick<Told, 'detail' | 'law'> | Refusal> => {
  const place = await tx.get('place', said.placeId);
  if (!place) return notFound('place');
  const [hold] = await tx.list('hold', {
    incidentId: incident.id,
    placeId: place.id,
    state: ['requested', 'accepted'],
  });
  const rules = (await areaOf(tx)).policeStationRules;
  const since = detentionOf(incident.facts)?.happenedAt ?? tx.now;
  return {
    detail: {
      kind: 'arrived',
      placeId: said.placeId,
      placeName: place.name,
      placeKind: place.kind,
      roomId: hold?.roomId ?? roomAlready(incident, place.id),
      policeStation: said.policeStation,
      unlawfulBecause: said.unlawfulBecause,
      dwelling: said.dwelling,
    },
    law: place.kind === 'police-station' ? lawInForce(rules, place.nation, since) : undefined,
  };
};

/** Somebody brought back, or whose arrival is put right, has the room that they had there before. */
const roomAlready = (incident: Incident, placeId: string): string | null => {
  const before = incident.facts.findLast(
    (fact) => fact.kind === 'arrived' && fact.placeId === placeId && fact.roomId !== null,
  );
  return before?.kind === 'arrived' ? before.roomId : null;
};

const detailOf = async (
  tx: AreaTransaction,
  incident: Incident,
  said: Body,
  happenedAt: string,
): Promise<Pick<Told, 'detail' | 'law'> | Refusal> => {
  if (said.kind === 'arrived') return arrival(tx, incident, said);
  if (said.kind === 'risk-noted') {
    const { expiresInHours, ...risk } = said.risk;
    return {
      detail: {
        kind: 'risk-noted',
        risk: { ...risk, expiresAt: plusMinutes(happenedAt, expiresInHours * 60) },
      },
    };
  }
  const { happenedAt: _when, source: _source, late: _late, ...detail } = said;
  return { detail };
};

/** Refuses `not-found` for a place that is not of this area. */
export const toldBy = async (
  tx: AreaTransaction,
  actor: Actor,
  incident: Incident,
  body: Body,
): Promise<Told | Refusal> => {
  const made = await detailOf(tx, incident, body, body.happenedAt ?? tx.now);
  if (refused(made)) return made;
  const side = needsSide(body.kind) ? sideOf(await areaOf(tx), actor.agencyId) : undefined;
  return { ...made, about: { side, source: body.source, late: body.late } };
};
