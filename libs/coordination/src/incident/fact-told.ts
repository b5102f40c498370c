import type {
  Actor,
  Area,
  Fact,
  FactDetail,
  Incident,
  LawInForce,
  Place,
  Referrer,
  Refusal,
} from '@concord/domain';
import {
  cannotBeReferred,
  detentionOf,
  isDetained,
  isTwoSided,
  knownOutside,
  lawInForce,
  notAPlaceOfSafety,
  outsidePlace,
  plusMinutes,
  referrersFor,
  refuse,
  refused,
} from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import { sideOf } from '@concord/contracts';
import { notFound } from '../command';
import type { AreaTransaction } from '../ports';
import { roomOfArrival } from './arrival-room';

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

/** A place of this area, or one outside the network that took this person. */
const placeOf = async (
  tx: AreaTransaction,
  { facts }: Incident,
  id: string,
): Promise<Pick<Place, 'id' | 'name' | 'kind' | 'nation'> | undefined> => {
  const outside = knownOutside(facts, id);
  if (!outside) return tx.get('place', id);
  const { placeName: name, placeKind: kind, nation } = outside;
  return { id, name, kind, nation };
};

/** An arrival names its place, the room that they are in, and the law of the nation it lies in. */
const arrival = async (
  tx: AreaTransaction,
  incident: Incident,
  said: Extract<Body, { kind: 'arrived' }>,
  rules: Area['policeStationRules'],
  corrected: Fact | undefined,
): Promise<Pick<Told, 'detail' | 'law'> | Refusal> => {
  const place = await placeOf(tx, incident, said.placeId);
  if (!place) {
    const alternative = await tx.get('alternative', said.placeId);
    return alternative ? notAPlaceOfSafety(alternative, 'placeId') : notFound('place');
  }
  const roomId = await roomOfArrival(tx, incident, place, said, corrected);
  if (refused(roomId)) return roomId;
  const since = detentionOf(incident.facts)?.happenedAt ?? tx.now;
  return {
    detail: {
      kind: 'arrived',
      placeId: said.placeId,
      placeName: place.name,
      placeKind: place.kind,
      roomId,
      policeStation: said.policeStation,
      unlawfulBecause: said.unlawfulBecause,
      dwelling: said.dwelling,
    },
    law: place.kind === 'police-station' ? lawInForce(rules, place.nation, since) : undefined,
  };
};

type Elsewhere = Extract<Body, { kind: 'referred' | 'diverted' }>;

/** As whom this person refers; nobody is asked again of a referral that is put right. */
const referringAs = async (
  tx: AreaTransaction,
  actor: Actor,
  alternativeId: string,
  corrected: Fact | undefined,
): Promise<readonly Referrer[] | null> => {
  if (corrected?.kind === 'referred' && corrected.alternativeId === alternativeId) return null;
  const { agencies } = await areaOf(tx);
  return referrersFor(agencies.find(({ id }) => id === actor.agencyId)?.kind, actor.duties);
};

/** A referral, and a diversion that says where to, name the alternative that the area knows by that id. */
const elsewhere = async (
  tx: AreaTransaction,
  actor: Actor,
  { id: incidentId, person, facts }: Incident,
  said: Elsewhere,
  corrected: Fact | undefined,
): Promise<FactDetail | Refusal> => {
  const { happenedAt: _when, source: _source, late: _late, ...detail } = said;
  if (detail.kind === 'diverted' && detail.alternativeId === undefined) return detail;
  const alternative = await tx.get('alternative', detail.alternativeId ?? '');
  if (!alternative) return notFound('alternative');
  const { name: alternativeName, kind: alternativeKind } = alternative;
  if (detail.kind === 'referred') {
    const named = { ...detail, alternativeName, alternativeKind };
    const at = said.happenedAt ?? corrected?.happenedAt ?? tx.now;
    // Somebody detained now is sent to none of them: the law is named, not the hours.
    if (at === tx.now && isDetained(facts)) return named;
    const as = await referringAs(tx, actor, alternative.id, corrected);
    return cannotBeReferred(alternative, { incidentId, person, at, as }) ?? named;
  }
  return detail.to === alternativeKind
    ? { ...detail, alternativeName }
    : refuse('place-unfit', `${alternativeName} is another kind of help than that.`, {
        details: { field: 'alternativeId', kind: alternativeKind },
      });
};

type Outside = 'outside-accepted' | 'outside-withdrew';

/** A place outside the network is known on the incident by an id that it gets here, and keeps when put right. */
const outside = (
  tx: AreaTransaction,
  { facts }: Incident,
  area: Area,
  said: Extract<Body, { kind: Outside }>,
  old: Fact | undefined,
): FactDetail => {
  const known = old?.kind === 'outside-accepted' || old?.kind === 'outside-withdrew' ? old : undefined;
  if (said.kind === 'outside-withdrew') {
    const { placeId = '', placeName = '' } = known ?? outsidePlace(facts) ?? {};
    return { kind: said.kind, placeId, placeName, reason: said.reason };
  }
  const { kind, placeName, placeKind, telephone, acceptedBy, nation = area.nation } = said;
  return { kind, placeId: known?.placeId ?? tx.newId(), placeName, placeKind, telephone, acceptedBy, nation };
};

const detailOf = (
  said: Exclude<Body, Elsewhere | { kind: 'arrived' | Outside }>,
  happenedAt: string,
): FactDetail => {
  if (said.kind === 'risk-noted') {
    const { expiresInHours, ...risk } = said.risk;
    return {
      kind: 'risk-noted',
      risk: { ...risk, expiresAt: plusMinutes(happenedAt, expiresInHours * 60) },
    };
  }
  const { happenedAt: _when, source: _source, late: _late, ...detail } = said;
  return detail;
};

/**
 * Refuses `not-found` for a place or an alternative that is not of this area, `unlawful` for an arrival at one
 * that is no place of safety, and `place-unfit` for a referral that an alternative cannot take at the time it was made.
 */
export const toldBy = async (
  tx: AreaTransaction,
  actor: Actor,
  incident: Incident,
  body: Body,
  corrected?: Fact,
): Promise<Told | Refusal> => {
  const { source, late } = body;
  const area = needsSide(body.kind) ? await areaOf(tx) : undefined;
  const about = { side: area && sideOf(area, actor.agencyId), source, late };
  if (body.kind === 'referred' || body.kind === 'diverted') {
    const detail = await elsewhere(tx, actor, incident, body, corrected);
    return refused(detail) ? detail : { detail, about };
  }
  if (body.kind === 'outside-accepted' || body.kind === 'outside-withdrew')
    return { detail: outside(tx, incident, await areaOf(tx), body, corrected), about };
  if (body.kind !== 'arrived') return { detail: detailOf(body, body.happenedAt ?? tx.now), about };
  const { policeStationRules } = area ?? (await areaOf(tx));
  const made = await arrival(tx, incident, body, policeStationRules, corrected);
  return refused(made) ? made : { ...made, about };
};
