import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import { id } from '@concord/contracts';
import type { Store } from '@concord/coordination';
import type { Actor } from '@concord/domain';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { invalid } from '../rejection';
import { readAs } from './field-faults';
import type { ServedRoute } from './served-route';
import { paramsOf } from './served-route';

/** What the route's handler is given: path parameters, query and body as its schemas read them. */
type Given = Record<string, unknown>;

const nothing = z.strictObject({});
const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,100}$/, '1 to 100 visible ASCII characters')
  .optional();

const paramsSchema = (route: ServedRoute): z.ZodType =>
  z.strictObject(Object.fromEntries(paramsOf(route.path).map((name) => [name, id])));

/** Every fault of every part at once, so that a client is not sent round the same loop. */
const readParts = (parts: readonly (readonly [z.ZodType, unknown, string])[]): unknown[] => {
  const reads = parts.map(([schema, input, whole]) => readAs(schema, input, whole));
  const faults = reads.flatMap((read) => ('faults' in read ? read.faults : []));
  if (faults.length > 0) throw invalid(faults);
  return reads.map((read) => ('value' in read ? read.value : undefined));
};

/** The request as its route's schemas read it. Throws `invalid` naming every field at fault. */
export const readInput = (route: ServedRoute, request: FastifyRequest): Given => {
  const [params, query, body, key] = readParts([
    [paramsSchema(route), request.params, 'path'],
    [route.query ?? nothing, request.query, 'query'],
    // A command whose fields are all optional may be sent with no body at all.
    [route.body ?? nothing, request.body ?? {}, 'body'],
    [idempotencyKey, request.headers['idempotency-key'], 'Idempotency-Key'],
  ]);
  // The area is the actor's, checked by the guard: a command never takes it from elsewhere.
  const { areaId: _areaId, ...named } = params as Given;
  const input = { ...(body as Given), ...(query as Given), ...named };
  return key === undefined ? input : { ...input, idempotencyKey: key };
};

/** The parsed path, query and body, with `idempotencyKey` when the caller sent one. */
export const Input = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().input,
);

/** What a command or query of `coordination` is given. */
export type InputOf<Command extends (store: Store, actor: Actor, input: never) => unknown> =
  Parameters<Command>[2];

declare module 'fastify' {
  interface FastifyRequest {
    input?: Readonly<Record<string, unknown>>;
  }
}
