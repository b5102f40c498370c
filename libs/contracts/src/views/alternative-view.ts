import type { Alternative, Fact, Incident, PersonOutline, RiskKind, RiskMarker } from '@concord/domain';
import { expectedFrom, placesLeft, unknownPerson } from '@concord/domain';
import type { Viewer } from './viewer';

type AlternativeViewer = Extract<Viewer, { audience: 'alternative' }>;

/** What staff must know to look after somebody, in the words in which it was told. */
const ofCare: readonly RiskKind[] = [
  'self-harm',
  'physical-health',
  'medication',
  'communication',
  'safeguarding',
  'drugs-or-alcohol',
];

/** Of the rest they are told that there is such a risk, and whom to ring; not what police wrote of it. */
const riskForThem = (risk: RiskMarker): RiskMarker => ({
  ...risk,
  note: ofCare.includes(risk.kind) ? risk.note : '',
  source: '',
});

const personForThem = (person: PersonOutline): PersonOutline => ({
  ...person,
  ethnicity: unknownPerson.ethnicity,
  observedEthnicity: unknownPerson.observedEthnicity,
  risks: person.risks.map(riskForThem),
});

const referralForThem = ({ corrects, source: _source, late: _late, ...fact }: Fact): Fact => ({
  ...fact,
  ...(corrects && { corrects: { ...corrects, reason: '' } }),
});

const isTheirReferral = (fact: Fact, placeIds: readonly string[]): boolean =>
  (fact.kind === 'referred' || fact.kind === 'referral-answered') && placeIds.includes(fact.alternativeId);

/**
 * Somebody sent to this alternative, while they are expected there: how old, what they need and what harm may
 * come to them. No address, nothing that police did or wrote, nothing of what else was tried.
 */
export const incidentForAlternative = (
  { placeIds }: AlternativeViewer,
  incident: Incident,
  district: Incident['where'],
): Incident | null => {
  const expected = expectedFrom(incident);
  if (!placeIds.some((placeId) => expected.has(placeId))) return null;
  return {
    ...incident,
    person: personForThem(incident.person),
    where: district,
    facts: incident.facts.filter((fact) => isTheirReferral(fact, placeIds)).map(referralForThem),
  };
};

/** Whom an alternative expects is for its own staff; others see how many places that leaves. */
export const alternativeForOthers = (alternative: Alternative): Alternative => {
  const left = placesLeft(alternative);
  const { capacity } = alternative;
  return {
    ...alternative,
    capacity: capacity && left !== null ? { ...capacity, left } : capacity,
    expected: [],
  };
};
