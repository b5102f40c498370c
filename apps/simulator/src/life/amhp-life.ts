import type { AmhpRequest, DeclineCode } from '@concord/domain';
import { doctorCalls, lastOf, msOf, openOffer } from '@concord/domain';
import { pick } from '../chance';
import type { World } from '../world/world';
import type { Call, Step } from './step';
import { MINUTE, after } from './step';

// Synthetic, all of it: no area publishes how offers to AMHPs are answered.
const answers = { accept: 76, decline: 14, silence: 10 } as const;
const declined: readonly DeclineCode[] = ['on-another', 'too-far', 'needs-rest'];
const withdraws = 0.02;

/** Each request draws its own chances: the doctors' are not the AMHP's. */
const nameOf = ({ incidentRef, calls, nth }: AmhpRequest): string =>
  calls === 'amhp' ? incidentRef : `${incidentRef}/doctor ${nth}`;

const answer = (world: World, request: AmhpRequest): Step[] => {
  const offer = openOffer(request);
  const persona = offer && world.cast.personaOf(offer.to.userId);
  if (!offer || !persona) return [];
  const nth = request.offers.length;
  const name = nameOf(request);
  const courtesy = world.manners.courtesy(persona, `${name}/offer/${nth}`);
  const drawn = pick(answers, world.chance(name, 'offer', nth));
  const answered = courtesy !== undefined && drawn === 'silence' ? 'accept' : drawn;
  const kind = world.cast.isKeptFree(persona) ? 'decline' : answered;
  if (kind === 'silence') return [];
  const at =
    courtesy === undefined
      ? after(world, offer.offeredAt, [1, 3, 7, 9], name, 'answers', nth)
      : msOf(offer.offeredAt) + courtesy * MINUTE;
  const params = { areaId: request.areaId, requestId: request.id };
  const act: Call =
    kind === 'accept'
      ? { kind: 'call', route: 'acceptOffer', as: persona, params, body: {} }
      : {
          kind: 'call',
          route: 'declineOffer',
          as: persona,
          params,
          body: { code: declined[nth % declined.length] ?? 'off-duty' },
        };
  return [{ at, act }];
};

const progress = (
  request: AmhpRequest,
  persona: string,
  at: number,
  state: 'travelling' | 'on-scene',
): Step => ({
  at,
  act: {
    kind: 'call',
    route: 'amhpProgress',
    as: persona,
    params: { areaId: request.areaId, requestId: request.id },
    body: { state },
  },
});

const goes = (world: World, request: AmhpRequest, persona: string): Step[] => {
  const name = nameOf(request);
  const accepted = request.offers.findLast((offer) => offer.answer === 'accepted');
  const from = accepted?.answeredAt ?? request.requestedAt;
  if (request.offers.length === 1 && world.chance(name, 'withdraws') < withdraws) {
    const at = after(world, from, [5, 12, 20, 30], name, 'withdraws after');
    const params = { areaId: request.areaId, requestId: request.id };
    const body = { reason: 'Called to an emergency at home' };
    return [{ at, act: { kind: 'call', route: 'withdrawAmhp', as: persona, params, body } }];
  }
  return [progress(request, persona, after(world, from, [2, 12, 40, 90], name, 'sets off'), 'travelling')];
};

const reaches = (world: World, request: AmhpRequest, persona: string): Step[] => {
  const incident = world.mirror.get('incident', request.incidentId);
  const left =
    request.calls === 'amhp'
      ? incident && lastOf(incident.facts, 'amhp-travelling')?.happenedAt
      : doctorCalls(incident?.facts ?? []).find(({ requestId }) => requestId === request.id)?.since;
  if (!left) return [];
  const at = after(world, left, [8, 28, 55, 90], nameOf(request), 'reaches');
  return [progress(request, persona, at, 'on-scene')];
};

/** The AMHP an offer stands with answers it; the one who accepted sets off, and gets there. */
export const requestSteps = (world: World, request: AmhpRequest): Step[] => {
  if (request.state === 'offered') return answer(world, request);
  const persona = request.assigned ? world.cast.personaOf(request.assigned.userId) : undefined;
  if (!persona) return [];
  const notBefore = world.manners.notBefore(request.id);
  const steps =
    request.state === 'accepted'
      ? goes(world, request, persona)
      : request.state === 'travelling'
        ? reaches(world, request, persona)
        : [];
  return steps.map((step) => ({ ...step, at: Math.max(step.at, notBefore) }));
};
