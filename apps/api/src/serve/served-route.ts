import type { Allowed } from '@concord/contracts';
import type { z } from 'zod';

/** A route as the server mounts it: `path` is the whole path, with `/api`. */
export interface ServedRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly allowed: Allowed;
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  readonly reply: z.ZodType;
  /** Where the reply is not JSON. */
  readonly media?: string;
}

export const paramsOf = (path: string): string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');

/** Whether somebody has said who may call it; an empty list of duties says nobody, so it says nothing. */
export const statesWhoMayCall = (route: Pick<ServedRoute, 'allowed'> | undefined): boolean =>
  route !== undefined && (typeof route.allowed === 'string' || route.allowed.length > 0);
