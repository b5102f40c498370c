import type { AuditFinding, Instant, StatusDeadline } from '@concord/domain';
import {
  agreementInForce,
  alternativeDeadlines,
  auditIncident,
  graceBefore,
  isOverdue,
  openOffer,
  statusDeadlines,
} from '@concord/domain';
import type { AuditedImages, Store } from '../ports';

const lost = (subjectId: string, about: string, of: string, dueAt: Instant): AuditFinding => ({
  fault: 'lost',
  subjectId,
  about,
  of,
  dueAt,
});

/** Rooms promised and offers made whose time is up, and of which nothing came. */
const unanswered = ({ holds, requests }: AuditedImages, by: Instant): AuditFinding[] => [
  ...holds
    .filter(({ expiresAt }) => expiresAt < by)
    .map(({ incidentId, incidentRef, expiresAt }) => lost(incidentId, incidentRef, 'Hold', expiresAt)),
  ...requests.flatMap((request) => {
    const { incidentId, incidentRef } = request;
    const offer = openOffer(request);
    return offer && offer.answerBy < by ? [lost(incidentId, incidentRef, 'AMHP offer', offer.answerBy)] : [];
  }),
];

/** Places and alternatives whose word has grown old, and of which nobody was asked. */
const unasked = (images: AuditedImages, by: Instant): AuditFinding[] => {
  const { places, alternatives, rooms, escalations, agreements } = images;
  const agreement = agreementInForce(agreements, by);
  if (!agreement) return [];
  const asked = new Set(escalations.map(({ placeId }) => placeId));
  const lostOf = (
    { id, name }: { readonly id: string; readonly name: string },
    deadlines: readonly StatusDeadline[],
  ): AuditFinding[] => {
    const [first] = deadlines;
    const isLost = first && isOverdue(deadlines, by) && !asked.has(id);
    return isLost ? [lost(id, name, 'Status of a place', first.dueAt)] : [];
  };
  // What a neighbour lends is confirmed, and its clock runs, in the neighbour's own area.
  const own = places.filter(({ lentBy }) => lentBy === null);
  const roomsOf = (id: string) => rooms.filter(({ placeId }) => placeId === id);
  return [
    ...own.flatMap((place) => lostOf(place, statusDeadlines(place, roomsOf(place.id), agreement.freshness))),
    ...alternatives.flatMap((at) => lostOf(at, alternativeDeadlines(at, agreement.freshness))),
  ];
};

/** What one audit of an area left for the next. */
export interface Audit {
  /** Everything that changed up to this revision has been looked at. */
  readonly revision: number;
  /** Found now and found the time before: what the engine was only just about to do is no fault. */
  readonly findings: readonly AuditFinding[];
  /** Found for the first time. */
  readonly suspected: readonly AuditFinding[];
}

const key = (finding: AuditFinding): string => JSON.stringify(finding);

/**
 * Works out anew, from the facts of everything open or changed since the last audit, what should have been
 * fired, and says what is not so. Reads one snapshot, takes no lock, and reads no timer.
 */
export const auditArea = async (store: Store, areaId: string, last: Audit | undefined): Promise<Audit> => {
  const suspects = last ? [...last.findings, ...last.suspected] : [];
  const images = await store.audited(areaId, {
    since: last?.revision,
    incidentIds: suspects.map(({ subjectId }) => subjectId),
  });
  const { now, incidents, escalations, agreements, altered } = images;
  const found = [
    ...incidents.flatMap((incident) => {
      const agreement = agreements.find(({ id }) => id === incident.agreementId);
      const own = escalations.filter(({ incidentId }) => incidentId === incident.id);
      return agreement ? auditIncident(incident, agreement, own, now) : [];
    }),
    ...unanswered(images, graceBefore(now)),
    ...unasked(images, graceBefore(now)),
    ...altered.map(({ id: subjectId, about }): AuditFinding => ({
      fault: 'altered',
      subjectId,
      about,
      of: 'Record',
      dueAt: null,
    })),
  ];
  const before = new Set(suspects.map(key));
  return {
    revision: images.revision,
    findings: found.filter((one) => before.has(key(one))),
    suspected: found.filter((one) => !before.has(key(one))),
  };
};
