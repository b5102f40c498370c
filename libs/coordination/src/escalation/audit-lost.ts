import type { AmhpRequest, AuditFinding, Escalation, Instant } from '@concord/domain';
import {
  agreementInForce,
  alternativeDeadlines,
  glanceOf,
  lastHeard,
  openOffer,
  plusMinutes,
  statusDeadlines,
} from '@concord/domain';
import type { AuditedImages } from '../ports';

const lost = (subjectId: string, about: string, of: string, dueAt: Instant): AuditFinding => ({
  fault: 'lost',
  subjectId,
  about,
  of,
  dueAt,
});

/** When a request must have been answered or asked again: of one that nobody could be asked, anew in the time of an answer. */
const answerDue = (
  request: AmhpRequest,
  { incidents, agreements, requestsWrittenAt }: AuditedImages,
): Instant | undefined => {
  if (request.state !== 'unanswered') return openOffer(request)?.answerBy;
  const incident = incidents.find(({ id }) => id === request.incidentId);
  const agreement = agreements.find(({ id }) => id === incident?.agreementId);
  const triedAt = requestsWrittenAt.get(request.id);
  return agreement && triedAt && plusMinutes(triedAt, agreement.offerAnswerMinutes);
};

/** Rooms promised and offers made whose time is up, and of which nothing came. */
export const unanswered = (images: AuditedImages, by: Instant): AuditFinding[] => [
  ...images.holds
    .filter(({ expiresAt }) => expiresAt < by)
    .map(({ incidentId, incidentRef, expiresAt }) => lost(incidentId, incidentRef, 'Hold', expiresAt)),
  ...images.requests.flatMap((request) => {
    const dueAt = answerDue(request, images);
    const late = dueAt !== undefined && dueAt < by;
    return late ? [lost(request.incidentId, request.incidentRef, 'AMHP offer', dueAt)] : [];
  }),
];

/**
 * Places and alternatives whose word has grown old, and of which nobody was asked, or nobody told that it is unknown. Within
 * one run each is said once, and again only for a time that was then still to come; a neighbour's place is
 * asked about in its own area.
 */
export const unasked = (
  { places, alternatives, rooms, escalations, agreements }: AuditedImages,
  by: Instant,
): AuditFinding[] => {
  const agreement = agreementInForce(agreements, by);
  if (!agreement) return [];
  const { freshness } = agreement;
  const roomsOf = (id: string) => rooms.filter(({ placeId }) => placeId === id);
  const sites = [
    ...places
      .filter(({ lentBy }) => lentBy === null)
      .map((place) => ({ ...place, deadlines: statusDeadlines(place, roomsOf(place.id), freshness) })),
    ...alternatives.map((at) => ({ ...at, deadlines: alternativeDeadlines(at, freshness) })),
  ];
  return sites.flatMap(({ id, name, deadlines }) => {
    const run = escalations.find(({ placeId }) => placeId === id);
    const said = new Set(run?.steps.map(({ level }) => level));
    const missing = deadlines.find(({ level, dueAt }) => dueAt <= by && !said.has(level));
    return missing ? [lost(id, name, 'Status of a place', missing.dueAt)] : [];
  });
};

const subjectOf = ({ id, incidentId, placeId }: Pick<Escalation, 'id' | 'incidentId' | 'placeId'>): string =>
  incidentId ?? placeId ?? id;

const nameOf = (
  { incidentRef, placeId }: Escalation,
  { places, alternatives }: Pick<AuditedImages, 'places' | 'alternatives'>,
): string => incidentRef ?? [...places, ...alternatives].find(({ id }) => id === placeId)?.name ?? 'a place';

/** The longest that any version in force since then leaves an owner unheard of; null where one leaves it open. */
const quietMinutes = ({ agreements }: AuditedImages, escalation: Escalation, by: Instant): number | null => {
  const of = (at: Instant): number | null => agreementInForce(agreements, at)?.ownerQuietMinutes ?? null;
  const [then, now] = [of(escalation.ownedAt ?? by), of(by)];
  return then === null || now === null ? null : Math.max(then, now);
};

/** Alarms whose owner has not been heard of for longer than was agreed, and who has it still. */
export const stillOwned = (images: AuditedImages, by: Instant): AuditFinding[] =>
  images.escalations.flatMap((escalation) => {
    const incident = images.incidents.find(({ id }) => id === escalation.incidentId);
    const version = images.agreements.find(({ id }) => id === incident?.agreementId);
    const minutes = version ? version.ownerQuietMinutes : quietMinutes(images, escalation, by);
    const since = lastHeard(escalation, incident?.facts ?? []);
    if (escalation.resolvedAt !== null || minutes === null || since === undefined) return [];
    const dueAt = plusMinutes(since, minutes);
    const of = `${escalation.clock.label}, its owner`;
    return dueAt < by ? [lost(subjectOf(escalation), nameOf(escalation, images), of, dueAt)] : [];
  });

/** Steps that called somebody whom no message was for, and messages that nobody has sent in their time. */
export const messagesLost = (images: AuditedImages, by: Instant): AuditFinding[] => [
  ...images.untold.flatMap(({ escalationId, dueAt }) => {
    const escalation = images.escalations.find(({ id }) => id === escalationId);
    const name = escalation && nameOf(escalation, images);
    return name ? [lost(subjectOf(escalation), name, `${escalation.clock.label}, its message`, dueAt)] : [];
  }),
  ...images.messages
    .map((message) => ({ message, dueAt: message.tryAt ?? message.queuedAt }))
    .filter(({ dueAt }) => dueAt < by)
    .map(({ message, dueAt }) => lost(subjectOf(message), glanceOf(message.subject), 'Message', dueAt)),
];
