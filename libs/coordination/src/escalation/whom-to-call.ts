import type { Calls, Deadline, Incident, Place, Rota, StatusDeadline, StepCalls } from '@concord/domain';
import { answersFor, callFirst, callLadder, holdersOf, placeAbout, serves } from '@concord/domain';
import { districtOf } from '../incident/district-of';
import type { AreaTransaction } from '../ports';
import { isAbout } from './deadline-timer';

/** A step of a ladder, and those of the same run of the same clock that come after it. */
const stepsFrom = (deadline: Deadline, all: readonly Deadline[]): StepCalls[] => {
  const rest = all.filter(
    (other) => isAbout(other, deadline) && other.step.afterMinutes > deadline.step.afterMinutes,
  );
  return [deadline, ...rest].map(({ step }) => step);
};

/** The rotas that answer for a wait: those of the place that it is about, and those that serve where the person is. */
const rotasAbout = async (
  tx: AreaTransaction,
  incident: Incident,
  subject: string,
  rotas: readonly Rota[],
): Promise<readonly Rota[]> => {
  const placeId = placeAbout(incident.facts, subject);
  const place = placeId === null ? undefined : await tx.get('place', placeId);
  const here = await districtOf(tx, incident);
  return rotas.filter((rota) =>
    rota.placeIds.length === 0 ? serves(rota, here) : place !== undefined && answersFor(rota, place),
  );
};

const ofAgency = (rotas: readonly Rota[], agencyId: string | undefined): readonly Rota[] =>
  agencyId === undefined ? rotas : rotas.filter((rota) => rota.agencyId === agencyId);

/** Whom a step of an incident's ladder calls at this instant, and how. `all` are the incident's deadlines. */
export const callsOf = async (
  tx: AreaTransaction,
  incident: Incident,
  deadline: Deadline,
  all: readonly Deadline[],
  rotas: readonly Rota[],
): Promise<Calls> => {
  const theirs = await rotasAbout(tx, incident, deadline.subject, rotas);
  return callLadder(stepsFrom(deadline, all), (duty, agencyId) =>
    holdersOf(ofAgency(theirs, agencyId), duty, tx.now),
  );
};

/** Whom a step of the clock on a place's word calls at this instant. */
export const callsAboutPlace = (
  tx: AreaTransaction,
  place: Pick<Place, 'id' | 'district'>,
  { step }: StatusDeadline,
  rotas: readonly Rota[],
): Calls => {
  const here = rotas.filter((rota) => answersFor(rota, place));
  return callFirst(step.duties, (duty) => holdersOf(here, duty, tx.now));
};
