import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { id } from '@concord/contracts';
import type { Actor, Duty } from '@concord/domain';
import { holdsDuty } from '@concord/domain';
import type { Identity, SignedIn } from '@concord/postgres';
import { actorIn } from '@concord/postgres';
import type { FastifyRequest } from 'fastify';
import { IDENTITY } from '../parts';
import { invalid, notFoundHere, Rejection } from '../rejection';
import { servedRoute } from '../serve/serves.decorator';
import { statesWhoMayCall } from '../serve/served-route';
import { tokenIn, windowOf } from './session-cookie';

/**
 * Lets through only those whom the route names. Asks the database each time, so that a session or a
 * duty taken away is gone with the next request.
 */
@Injectable()
export class DutyGuard implements CanActivate {
  constructor(@Inject(IDENTITY) private readonly identity: Identity) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = servedRoute(context.getHandler());
    if (!route || !statesWhoMayCall(route)) throw new Rejection('not-your-duty', 'Nobody may call this.');
    if (route.allowed === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const signedIn = await this.signedIn(request);
    request.signedIn = signedIn;
    if (route.allowed !== 'signed-in') request.actor = actorFor(signedIn, areaIn(request), route.allowed);
    return true;
  }

  private async signedIn({ headers }: FastifyRequest): Promise<SignedIn> {
    const token = tokenIn(headers.cookie, windowOf(headers));
    const signedIn = token === undefined ? undefined : await this.identity.sessions.find(token);
    if (!signedIn) throw new Rejection('not-signed-in', 'Sign in first.');
    return signedIn;
  }
}

const areaIn = (request: FastifyRequest): string => {
  const read = id.safeParse((request.params as { areaId?: unknown }).areaId);
  if (!read.success) throw invalid([{ field: 'areaId', message: 'must be a UUID' }]);
  return read.data.toLowerCase();
};

/** An area in which somebody has no duty does not exist for them. */
const actorFor = ({ person }: SignedIn, areaId: string, allowed: readonly Duty[]): Actor => {
  const actor = actorIn(person, areaId);
  if (!actor) throw notFoundHere();
  if (!holdsDuty(actor, ...allowed))
    throw new Rejection('not-your-duty', `This is for: ${allowed.join(', ')}.`, {
      details: { allowed, yours: actor.duties },
    });
  return actor;
};

declare module 'fastify' {
  interface FastifyRequest {
    signedIn?: SignedIn;
    actor?: Actor;
  }
}
