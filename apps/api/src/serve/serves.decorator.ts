import { applyDecorators, Get, HttpCode, Post, SetMetadata } from '@nestjs/common';
import type { Route } from '@concord/contracts';
import type { Refusal } from '@concord/domain';
import type { z } from 'zod';
import { OK } from '../refusal.filter';
import type { ServedRoute } from './served-route';

const SERVED = 'concord:served-route';

/** Commands answer in readonly types; the schemas' own are mutable. */
type Unchanging<Value> = Value extends object
  ? { readonly [Key in keyof Value]: Unchanging<Value[Key]> }
  : Value;

type ReplyTo<R extends { readonly reply: z.ZodType }> = Unchanging<z.output<R['reply']>>;

type Handler<R extends { readonly reply: z.ZodType }> = (
  ...given: never[]
) => Promise<ReplyTo<R> | Refusal> | ReplyTo<R>;

type ServesDecorator<R extends { readonly reply: z.ZodType }> = <Given extends Handler<R>>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<Given>,
) => void;

/** Mounts a handler at exactly this path; its guard, input and reply are those that the route states. */
export const ServesAt = <R extends ServedRoute>(route: R): ServesDecorator<R> =>
  applyDecorators(
    route.method === 'GET' ? Get(route.path) : Post(route.path),
    HttpCode(OK),
    SetMetadata(SERVED, route),
  );

/** Mounts a handler for one route of the contract's table, below `/api`. */
export const Serves = <R extends Route>(route: R): ServesDecorator<R> =>
  ServesAt({ ...route, path: `/api${route.path}` });

export const servedRoute = (handler: object): ServedRoute | undefined =>
  Reflect.getMetadata(SERVED, handler) as ServedRoute | undefined;
