import { distanceKm, searchOwed } from '@concord/domain';
import type { Problem } from '@concord/contracts';
import type { ApiClient } from '../api/client';
import type { Act, Call } from '../life/step';
import { secondCallAbout } from '../life/second-record';
import { MINUTE, instantOf } from '../life/step';
import type { World } from '../world/world';

export interface Performance {
  readonly problem?: Problem;
  /** Revisions that this step wrote. */
  readonly revisions: readonly number[];
}

const revisionsIn = (reply: unknown): number[] => {
  const things = Array.isArray(reply) ? (reply as unknown[]) : [reply];
  return things.flatMap((thing) => {
    const revision = (thing as { revision?: unknown } | null)?.revision;
    return typeof revision === 'number' ? [revision] : [];
  });
};

/** A step taken late (time was moved by hand) is entered as what it is: a fact of a while ago. */
const dated = (call: Call, at: number, now: number): Call['body'] => {
  const late = now - at > MINUTE && (call.route === 'recordFact' || call.route === 'amhpProgress');
  return late ? { happenedAt: instantOf(at), ...call.body } : call.body;
};

const give = async (api: ApiClient, call: Call, at: number, now: number): Promise<Performance> => {
  const { route, as, params } = call;
  const answer = await api.call(route, { as, params, body: dated(call, at, now) });
  return answer.ok ? { revisions: revisionsIn(answer.reply) } : { revisions: [], problem: answer.problem };
};

/** A suite that owes the search and finds no room that it could ask for says so: ringing round is the control room's. */
const handBack = async (
  api: ApiClient,
  as: string,
  params: Readonly<Record<string, string>>,
): Promise<Performance> => {
  const back = await api.call('handBackSearch', { as, params, body: { reason: 'No suite has a room' } });
  return back.ok ? { revisions: [back.reply.revision] } : { revisions: [], problem: back.problem };
};

/** The best-ranked room is held; one that is not confirmed is rung first, as the ranking asks. */
const findRoom = async (
  api: ApiClient,
  world: World,
  { incidentId, as }: { incidentId: string; as: string },
  now: number,
): Promise<Performance> => {
  const params = { areaId: world.cast.areaId, incidentId };
  const revisions: number[] = [];
  world.tried.rooms.set(incidentId, now);
  for (let rung = false; ; rung = true) {
    const answer = await api.call('places', { as, params });
    if (!answer.ok) return { revisions, problem: answer.problem };
    // Nobody is simulated in the neighbouring area: its places are left to whoever tries the demo.
    const ranked = answer.reply
      .filter((place) => place.placeKind === 'suite')
      .filter(({ lentBy }) => lentBy === null);
    const best = ranked.find(({ rank }) => rank !== null);
    if (best) {
      const held = await api.call('requestHold', { as, params, body: { roomId: best.roomId } });
      if (!held.ok) return { revisions, problem: held.problem };
      world.tried.rooms.delete(incidentId);
      return { revisions: [...revisions, held.reply.revision] };
    }
    const incident = world.mirror.get('incident', incidentId);
    const owed = incident && searchOwed(incident.facts);
    if (owed && world.cast.nurseAt(owed.placeId) === as) return handBack(api, as, params);
    const silent = ranked.find(({ standing }) => standing === 'ring');
    if (rung || !silent) return { revisions };
    const told = await api.must('confirmRooms', {
      as,
      params: { areaId: world.cast.areaId, placeId: silent.placeId },
      body: { source: 'telephone' },
    });
    revisions.push(...revisionsIn(told));
  }
};

const sendCar = async (
  api: ApiClient,
  world: World,
  { incidentId, as }: { incidentId: string; as: string },
  now: number,
): Promise<Performance> => {
  const incident = world.mirror.get('incident', incidentId);
  const [area] = world.mirror.all('area');
  if (!incident || !area) return { revisions: [] };
  const from = (district: string) =>
    area.districts.find(({ name }) => name === district)?.centre ?? incident.where.position;
  const [car] = world.mirror
    .all('resource')
    .filter(({ id, state }) => state === 'available' && world.manners.notBefore(id) <= now)
    .sort(
      (a, b) =>
        distanceKm(from(a.district), incident.where.position) -
          distanceKm(from(b.district), incident.where.position) || a.callsign.localeCompare(b.callsign),
    );
  if (!car) {
    world.tried.cars.add(incidentId);
    return { revisions: [] };
  }
  const params = { areaId: area.id, resourceId: car.id };
  const sent = await api.call('commitResource', { as, params, body: { incidentId } });
  if (!sent.ok) return { revisions: [], problem: sent.problem };
  return { revisions: [sent.reply.revision] };
};

/** The best alternative of the kind wanted is asked, or the best of any where none of that kind is open. */
const refer = async (
  api: ApiClient,
  world: World,
  { incidentId, wanted, as }: Extract<Act, { kind: 'refer' }>,
  at: number,
  now: number,
): Promise<Performance> => {
  const params = { areaId: world.cast.areaId, incidentId };
  const ranked = await api.must('alternatives', { as, params });
  const open = ranked.filter(
    ({ standing, theirsToRefer }) => theirsToRefer && (standing === 'offer' || standing === 'ring'),
  );
  const chosen = open.find(({ kind }) => kind === wanted) ?? open[0];
  if (!chosen) {
    world.tried.alternatives.add(incidentId);
    return { revisions: [] };
  }
  const { alternativeId, kind, standing } = chosen;
  const how = standing === 'ring' || kind === 'helpline' ? ('telephone' as const) : ('message' as const);
  const body = { kind: 'referred' as const, alternativeId, how };
  const told = await give(api, { kind: 'call', route: 'recordFact', as, params, body }, at, now);
  if (told.problem) world.tried.alternatives.add(incidentId);
  return told;
};

/** Somebody else rings about the same person, and it is not seen at once that it is the same. */
const openSecondRecord = async (
  api: ApiClient,
  world: World,
  { incidentId, as }: { incidentId: string; as: string },
): Promise<Performance> => {
  const incident = world.mirror.get('incident', incidentId);
  if (!incident) return { revisions: [] };
  const { risks: _risks, ...person } = incident.person;
  const { revision } = await api.must('openIncident', {
    as,
    params: { areaId: incident.areaId },
    body: {
      where: incident.where,
      calledBy: secondCallAbout(incident),
      person: { ...person, needs: [...person.needs] },
    },
  });
  return { revisions: [revision] };
};

export const perform = (
  api: ApiClient,
  world: World,
  step: { readonly at: number; readonly act: Act },
  now: number,
): Promise<Performance> => {
  const { act } = step;
  switch (act.kind) {
    case 'call':
      return give(api, act, step.at, now);
    case 'find-room':
      return findRoom(api, world, act, now);
    case 'send-car':
      return sendCar(api, world, act, now);
    case 'refer':
      return refer(api, world, act, step.at, now);
    case 'second-record':
      return openSecondRecord(api, world, act);
  }
};
