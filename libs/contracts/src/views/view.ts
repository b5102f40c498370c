import type { AmhpOffer, Fact, Incident, Position } from '@concord/domain';
import { endOfDetention, expectedFrom, searchOwed, standing } from '@concord/domain';
import type { Entities, EntityKind } from '../entities';
import { alternativeForOthers, incidentForAlternative } from './alternative-view';
import type { Viewer } from './viewer';

/** Whether an incident concerns this viewer, told by its facts alone so that one image decides. */
const concerns = (viewer: Viewer, incident: Incident): boolean => {
  switch (viewer.audience) {
    case 'control-room':
      return true;
    case 'suite':
      return viewer.placeIds.some((placeId) => suiteHasPart(incident.facts, placeId));
    case 'alternative':
      return viewer.placeIds.some((placeId) => expectedFrom(incident).has(placeId));
    case 'amhp':
      return amhpHasPart(incident.facts, viewer.userId);
    case 'crew':
      return viewer.resourceIds.some((resourceId) => crewHasPart(incident.facts, resourceId));
  }
};

/** Whether one of these places owes the search for the next place. */
export const owesSearch = (
  { placeIds }: { readonly placeIds: readonly string[] },
  facts: readonly Fact[],
) => {
  const owed = searchOwed(facts);
  return owed !== undefined && placeIds.includes(owed.placeId);
};

/**
 * A suite sees a person it has been asked about until it refuses or the room is given up, one for whom
 * it owes the search until that is over, and one who is there until they have arrived elsewhere.
 */
const suiteHasPart = (facts: readonly Fact[], placeId: string): boolean => {
  let asked = false;
  let there = false;
  for (const fact of standing(facts)) {
    if (fact.kind === 'arrived') there = fact.placeId === placeId;
    if (!('placeId' in fact) || fact.placeId !== placeId) continue;
    if (fact.kind === 'hold-requested' || fact.kind === 'hold-accepted') asked = true;
    else if (fact.kind !== 'hold-extended' && fact.kind !== 'hold-refusal-reversed') asked = false;
  }
  return asked || there || owesSearch({ placeIds: [placeId] }, facts);
};

/** To whom a request was offered, or whom it no longer concerns; a doctor's is told in one kind of fact. */
const offerTold = (fact: Fact): { requestId: string; who: string | undefined; offered: boolean } | null => {
  switch (fact.kind) {
    case 'amhp-offered':
      return { requestId: fact.requestId, who: fact.to.userId, offered: true };
    case 'amhp-declined':
    case 'amhp-offer-lapsed':
    case 'amhp-offer-taken-back':
      return { requestId: fact.requestId, who: fact.from.userId, offered: false };
    case 'amhp-withdrew':
      return { requestId: fact.requestId, who: fact.amhp.userId, offered: false };
    case 'doctor-call': {
      const ends = ['declined', 'offer-lapsed', 'offer-taken-back', 'withdrew'].includes(fact.step);
      if (!ends && fact.step !== 'offered') return null;
      return { requestId: fact.requestId, who: fact.doctor?.userId, offered: !ends };
    }
    default:
      return null;
  }
};

const amhpHasPart = (facts: readonly Fact[], userId: string): boolean => {
  const parts = new Set<string>();
  for (const fact of standing(facts)) {
    const told = offerTold(fact);
    if (told?.offered && told.who === userId) parts.add(told.requestId);
    else if (told && (told.offered || told.who === userId)) parts.delete(told.requestId);
  }
  return parts.size > 0;
};

const crewHasPart = (facts: readonly Fact[], resourceId: string): boolean => {
  // How it ended is not theirs to see, and a clock that seemed to run on would be false.
  if (endOfDetention(facts)) return false;
  const last = standing(facts).findLast(
    (fact) =>
      (fact.kind === 'car-committed' || fact.kind === 'car-cleared') && fact.resourceId === resourceId,
  );
  return last?.kind === 'car-committed';
};

/** What a suite that owes the search must know of the others: who has been asked, and who has given which answer. */
const ofTheSearch: readonly Fact['kind'][] = [
  'hold-requested',
  'hold-refused',
  'hold-released',
  'hold-expired',
];

type Suite = { readonly placeIds: readonly string[] };

/** What one suite was asked and answered is not another's business, unless it owes the search. */
const withheldFromSuite = (suite: Suite, fact: Fact, owes: boolean): boolean => {
  const ofASuite = 'holdId' in fact || fact.kind === 'search-owed' || fact.kind === 'search-handed-back';
  return ofASuite && !suite.placeIds.includes(fact.placeId) && !(owes && ofTheSearch.includes(fact.kind));
};

/** That another suite refused is in its category; what was written of it is not this one's to read. */
const withoutOthersWords = (suite: Suite, fact: Fact): Fact => {
  if (!('holdId' in fact) || suite.placeIds.includes(fact.placeId)) return fact;
  if (fact.kind === 'hold-refused') return { ...fact, rationale: '' };
  return fact.kind === 'hold-released' ? { ...fact, reason: '' } : fact;
};

const withheldFromCrew = ({ kind }: Fact): boolean =>
  kind === 'outcome' ||
  kind === 'bed-sought' ||
  kind === 'bed-found' ||
  kind === 'doctor-call' ||
  kind.startsWith('amhp-');

/** What corrects, confirms or disputes a fact that is withheld would tell of it, so it is withheld too. */
const without = (facts: readonly Fact[], withheld: (fact: Fact) => boolean): Fact[] => {
  const gone = new Set<string | undefined>();
  return facts.filter((fact) => {
    const about = 'factId' in fact ? fact.factId : fact.corrects?.factId;
    const hidden = withheld(fact) || (about !== undefined && gone.has(about));
    if (hidden) gone.add(fact.id);
    return !hidden;
  });
};

/** Why a colleague could not go, or was stood down, is between them and the AMHP lead. */
const withoutColleaguesReasons = (fact: Fact, userId?: string): Fact => {
  switch (fact.kind) {
    case 'amhp-declined':
      return fact.from.userId === userId ? fact : { ...fact, code: undefined, reason: '' };
    case 'amhp-offer-taken-back':
      return fact.from.userId === userId ? fact : { ...fact, reason: '' };
    case 'doctor-call':
      return fact.doctor?.userId === userId ? fact : { ...fact, code: undefined, reason: '' };
    case 'amhp-withdrew':
      return fact.amhp.userId === userId ? fact : { ...fact, reason: '' };
    default:
      return fact;
  }
};

/** A crew on its way must know that a suite has refused, and in which category; not what was written about the person. */
const asCrewSees = (fact: Fact): Fact => (fact.kind === 'hold-refused' ? { ...fact, rationale: '' } : fact);

/** To about ten kilometres: near enough to know which way they come from, too far to find the door. */
const vicinity = (position: Position): Position => ({
  lat: Math.round(position.lat * 10) / 10,
  lon: Math.round(position.lon * 10) / 10,
});

/** The address of the scene may be somebody's home: who only waits for the person needs the district. */
const district = (where: Incident['where']): Incident['where'] => ({
  ...where,
  text: where.district,
  position: vicinity(where.position),
});

const incidentView = (viewer: Viewer, incident: Incident): Incident | null => {
  if (!concerns(viewer, incident)) return null;
  switch (viewer.audience) {
    case 'control-room':
      return incident;
    case 'amhp':
      return {
        ...incident,
        facts: incident.facts.map((fact) => withoutColleaguesReasons(fact, viewer.userId)),
      };
    case 'alternative':
      return incidentForAlternative(viewer, incident, district(incident.where));
    case 'suite':
      return {
        ...incident,
        where: district(incident.where),
        facts: without(incident.facts, (fact) =>
          withheldFromSuite(viewer, fact, owesSearch(viewer, incident.facts)),
        ).map((fact) => withoutOthersWords(viewer, withoutColleaguesReasons(fact))),
      };
    case 'crew':
      return {
        ...incident,
        facts: without(incident.facts, withheldFromCrew).map(asCrewSees),
      };
  }
};

type View<Kind extends EntityKind> = (viewer: Viewer, image: Entities[Kind]) => Entities[Kind] | null;

const everybody = <Image>(_viewer: Viewer, image: Image): Image => image;
/** An alternative takes part in no detention: of what serves those it sees nothing. */
const everybodyButAlternatives = <Image>(viewer: Viewer, image: Image): Image | null =>
  viewer.audience === 'alternative' ? null : image;
const controlRoomOnly = <Image>(viewer: Viewer, image: Image): Image | null =>
  viewer.audience === 'control-room' ? image : null;

/**
 * What each audience sees of each kind of thing: the only place where that is decided (P7).
 * An AMHP sees that a room is taken, not by whom; a crew sees its own car's job, not another's.
 */
const views: { readonly [Kind in EntityKind]: View<Kind> } = {
  area: everybody,
  // Drafts are for those who oversee agreements; everybody else is bound by what was approved.
  agreement: (viewer, version) =>
    viewer.audience === 'control-room' || version.state === 'approved' ? version : null,
  // A neighbour's place that is lent no longer, and to nobody of ours, is none of our business.
  place: (viewer, place) =>
    viewer.audience === 'alternative' || place.lentBy?.state === 'ended' ? null : place,
  rota: everybodyButAlternatives,
  incident: incidentView,
  notification: controlRoomOnly,
  room: (viewer, room) => {
    if (room.lentBy?.state === 'ended') return null;
    if (viewer.audience === 'suite' && viewer.placeIds.includes(room.placeId)) return room;
    if (viewer.audience === 'alternative') return null;
    // Whose person of a neighbour's is in a room is its suite's to know; the control room knows for which area.
    const guest = room.guest && { ...room.guest, person: null };
    if (viewer.audience === 'control-room') return { ...room, guest };
    return { ...room, holdId: null, incidentId: null, guest: null };
  },
  alternative: (viewer, alternative) => {
    if (viewer.audience === 'control-room') return alternative;
    const own = viewer.audience === 'alternative' && viewer.placeIds.includes(alternative.id);
    return own ? alternative : alternativeForOthers(alternative);
  },
  hold: (viewer, hold) => {
    if (viewer.audience === 'control-room') return hold;
    return viewer.audience === 'suite' && viewer.placeIds.includes(hold.placeId) ? hold : null;
  },
  'amhp-request': (viewer, request) => {
    if (viewer.audience === 'control-room') return request;
    if (viewer.audience !== 'amhp') return null;
    const toMe = (offer: AmhpOffer) => offer.to.userId === viewer.userId;
    if (request.assigned?.userId !== viewer.userId && !request.offers.some(toMe)) return null;
    return {
      ...request,
      offers: request.offers.map((offer) =>
        toMe(offer) ? offer : { ...offer, code: undefined, reason: null },
      ),
      // That a colleague rests, or is too far away, is for the lead to know.
      passedOver: [],
    };
  },
  availability: (viewer, said) =>
    viewer.audience === 'control-room' || (viewer.audience === 'amhp' && viewer.userId === said.userId)
      ? said
      : null,
  resource: (viewer, resource) => {
    if (viewer.audience === 'control-room') return resource;
    if (viewer.audience === 'crew' && viewer.resourceIds.includes(resource.id)) return resource;
    if (viewer.audience === 'alternative') return null;
    return { ...resource, incidentId: null, incidentRef: null, crew: [] };
  },
  // A suite is asked about its own status, and says that it sees to it.
  escalation: (viewer, escalation) => {
    if (viewer.audience === 'control-room') return escalation;
    const { placeId } = escalation;
    const own = viewer.audience === 'suite' && placeId !== null && viewer.placeIds.includes(placeId);
    return own ? escalation : null;
  },
  lending: (viewer, lending) => {
    if (viewer.audience === 'control-room') return lending;
    const mine = (placeIds: readonly string[]) => lending.places.some(({ id }) => placeIds.includes(id));
    return viewer.audience === 'suite' && mine(viewer.placeIds) ? lending : null;
  },
  'told-status': (viewer, told) => {
    if (viewer.audience === 'control-room') return told;
    const speaks = viewer.audience === 'suite' || viewer.audience === 'alternative';
    return speaks && viewer.placeIds.includes(told.placeId) ? told : null;
  },
  // Who of the staff cannot be reached is for those who oversee, and for the rotas' keepers.
  'reach-report': controlRoomOnly,
};

/** The image as this viewer may see it, or null when they may not see it at all. */
export const viewFor = <Kind extends EntityKind>(
  viewer: Viewer,
  kind: Kind,
  image: Entities[Kind],
): Entities[Kind] | null => views[kind](viewer, image);
