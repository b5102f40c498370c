import { z } from 'zod';
import type { ServedRoute } from '../serve/served-route';

const part = z.object({ ok: z.boolean(), says: z.string() });

const readiness = z.object({
  ready: z.boolean(),
  database: part,
  migrations: part,
  engine: part,
  auditor: part,
});
export type Readiness = z.infer<typeof readiness>;

const edge = <Reply extends z.ZodType>(route: ServedRoute & { readonly reply: Reply }) => route;

/** Routes of the server itself, beside the contract's table: for whoever runs it, and for its document. */
export const edgeRoutes = {
  live: edge({
    method: 'GET',
    path: '/health/live',
    summary: 'Whether this process answers at all',
    allowed: 'public',
    reply: z.object({ live: z.literal(true) }),
  }),
  ready: edge({
    method: 'GET',
    path: '/health/ready',
    summary: 'Whether the database, its tables and the engine are as they should be; 503 names what is not',
    allowed: 'public',
    reply: readiness,
  }),
  calendar: edge({
    method: 'GET',
    path: '/api/calendar',
    summary: 'Turns on call for a calendar program, by the key in the address it was given',
    allowed: 'public',
    query: z.strictObject({ key: z.string().regex(/^[\w-]{43}$/, 'the key of a calendar') }),
    reply: z.string(),
    media: 'text/calendar',
  }),
  openapi: edge({
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This document',
    allowed: 'public',
    reply: z.looseObject({ openapi: z.string() }),
  }),
} as const;
