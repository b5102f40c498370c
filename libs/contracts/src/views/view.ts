import type { Fact, Incident } from '@concord/domain';
import type { Entities, EntityKind } from '../entities';
import type { Viewer } from './viewer';

/** Whether an incident concerns this viewer, told by its facts alone so that one image decides. */
const concerns = (viewer: Viewer, incident: Incident): boolean => {
  switch (viewer.audience) {
    case 'control-room':
      return true;
    case 'suite':
      return viewer.placeIds.some((placeId) => suiteHasPart(incident.facts, placeId));
    case 'amhp':
      return amhpHasPart(incident.facts, viewer.userId);
    case 'crew':
      return viewer.resourceIds.some((resourceId) => crewHasPart(incident.facts, resourceId));
  }
};

/** A suite sees a person it has been asked about, until it refuses or the room is given up; then once they have arrived. */
const suiteHasPart = (facts: readonly Fact[], placeId: string): boolean => {
  let part = false;
  for (const fact of facts) {
    if (!('placeId' in fact) || fact.placeId !== placeId) continue;
    part = fact.kind === 'hold-requested' || fact.kind === 'hold-accepted' || fact.kind === 'arrived';
  }
  return part;
};

const amhpHasPart = (facts: readonly Fact[], userId: string): boolean => {
  let part = false;
  for (const fact of facts) {
    if (fact.kind === 'amhp-offered') part = fact.to.userId === userId;
    if (fact.kind === 'amhp-declined' || fact.kind === 'amhp-offer-lapsed')
      part = part && fact.from.userId !== userId;
    if (fact.kind === 'amhp-withdrew') part = part && fact.amhp.userId !== userId;
  }
  return part;
};

const crewHasPart = (facts: readonly Fact[], resourceId: string): boolean => {
  const last = facts.findLast(
    (fact) =>
      (fact.kind === 'car-committed' || fact.kind === 'car-cleared') && fact.resourceId === resourceId,
  );
  return last?.kind === 'car-committed';
};

/** Facts that are the police's and the suites' business between themselves, not the crew's or another suite's. */
const withheldFromSuite = (viewer: { placeIds: readonly string[] }, fact: Fact): boolean =>
  'holdId' in fact && !viewer.placeIds.includes(fact.placeId);

const withheldFromCrew = (fact: Fact): boolean =>
  fact.kind === 'hold-refused' || fact.kind === 'outcome' || fact.kind.startsWith('amhp-');

const incidentView = (viewer: Viewer, incident: Incident): Incident | null => {
  if (!concerns(viewer, incident)) return null;
  switch (viewer.audience) {
    case 'control-room':
    case 'amhp':
      return incident;
    case 'suite':
      // The address of the scene may be somebody's home: the suite needs the district and the person.
      return {
        ...incident,
        where: { ...incident.where, text: incident.where.district },
        facts: incident.facts.filter((fact) => !withheldFromSuite(viewer, fact)),
      };
    case 'crew':
      return { ...incident, facts: incident.facts.filter((fact) => !withheldFromCrew(fact)) };
  }
};

type View<Kind extends EntityKind> = (viewer: Viewer, image: Entities[Kind]) => Entities[Kind] | null;

const everybody = <Image>(_viewer: Viewer, image: Image): Image => image;
const controlRoomOnly = <Image>(viewer: Viewer, image: Image): Image | null =>
  viewer.audience === 'control-room' ? image : null;

/**
 * What each audience sees of each kind of thing: the only place where that is decided (P7).
 * An AMHP sees that a room is taken, not by whom; a crew sees its own car's job, not another's.
 */
const views: { readonly [Kind in EntityKind]: View<Kind> } = {
  area: everybody,
  agreement: everybody,
  place: everybody,
  rota: everybody,
  incident: incidentView,
  notification: controlRoomOnly,
  room: (viewer, room) => {
    if (viewer.audience === 'control-room') return room;
    if (viewer.audience === 'suite' && viewer.placeIds.includes(room.placeId)) return room;
    return { ...room, holdId: null, incidentId: null };
  },
  hold: (viewer, hold) => {
    if (viewer.audience === 'control-room') return hold;
    return viewer.audience === 'suite' && viewer.placeIds.includes(hold.placeId) ? hold : null;
  },
  'amhp-request': (viewer, request) => {
    if (viewer.audience === 'control-room') return request;
    if (viewer.audience !== 'amhp') return null;
    const mine =
      request.assigned?.userId === viewer.userId ||
      request.offers.some((offer) => offer.to.userId === viewer.userId);
    return mine ? request : null;
  },
  resource: (viewer, resource) => {
    if (viewer.audience === 'control-room') return resource;
    if (viewer.audience === 'crew' && viewer.resourceIds.includes(resource.id)) return resource;
    return { ...resource, incidentId: null, incidentRef: null, crew: [] };
  },
  escalation: controlRoomOnly,
};

/** The image as this viewer may see it, or null when they may not see it at all. */
export const viewFor = <Kind extends EntityKind>(
  viewer: Viewer,
  kind: Kind,
  image: Entities[Kind],
): Entities[Kind] | null => views[kind](viewer, image);
