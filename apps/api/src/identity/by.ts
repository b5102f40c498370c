import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const requestIn = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>();

/** Who gives the command: the signed-in person with the duties they hold in the area of the path. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext) => requestIn(context).actor);

/** Who is signed in, in whatever area. */
export const SignedInAs = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestIn(context).signedIn,
);
