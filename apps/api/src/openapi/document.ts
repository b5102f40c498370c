import { problem, routes } from '@concord/contracts';
import { z } from 'zod';
import { edgeRoutes } from '../health/edge-routes';
import type { ProblemCode } from '../rejection';
import { OK, statusOf, titleOf } from '../refusal.filter';
import type { ServedRoute } from '../serve/served-route';
import { paramsOf } from '../serve/served-route';
import { componentsOf } from './components';

/** Everything the server answers to: the contract's table below `/api`, and the edge's own routes. */
export const everyRoute = (): ReadonlyMap<string, ServedRoute> =>
  new Map<string, ServedRoute>([
    ...Object.entries(routes).map(([name, route]): [string, ServedRoute] => [
      name,
      { ...route, path: `/api${route.path}` },
    ]),
    ...Object.entries(edgeRoutes),
  ]);

type Json = Record<string, unknown>;

const whoMayCall = ({ allowed }: ServedRoute): string => {
  if (allowed === 'public') return 'Anybody may call it.';
  if (allowed === 'signed-in') return 'Anybody who is signed in may call it.';
  return `Needs one of these duties in the area: ${allowed.join(', ')}.`;
};

/** Refusals that the edge itself may answer with; those of the rules share 403, 409 and 422. */
const problemsOf = (route: ServedRoute): ProblemCode[] => [
  'invalid',
  ...(route.allowed === 'public' ? [] : (['not-signed-in'] as const)),
  ...(Array.isArray(route.allowed) ? (['not-your-duty', 'not-found'] as const) : []),
  ...(route.method === 'POST'
    ? ([
        'origin-refused',
        'not-allowed-in-this-state',
        'too-large',
        'unsupported-media-type',
        'unlawful',
      ] as const)
    : []),
  ...(route.path.endsWith('/sign-in')
    ? (['wrong-credentials', 'too-many-attempts', 'not-found'] as const)
    : []),
  'unavailable',
];

const problemResponses = (route: ServedRoute): Json =>
  Object.fromEntries(
    problemsOf(route).map((code) => [
      String(statusOf(code)),
      {
        description: titleOf(code),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );

const queryParameters = (route: ServedRoute, schemaOf: (schema: z.ZodType) => Json): Json[] => {
  if (!(route.query instanceof z.ZodObject)) return [];
  return Object.entries(route.query.shape as Record<string, z.ZodType>).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    schema: schemaOf(schema),
  }));
};

const operationOf = (
  name: string,
  route: ServedRoute,
  input: (schema: z.ZodType) => Json,
  output: (schema: z.ZodType) => Json,
): Json => ({
  operationId: name,
  summary: route.summary,
  description: whoMayCall(route),
  tags: [route.path.split('/')[2] ?? 'health'],
  ...(route.allowed === 'public' ? { security: [] } : {}),
  'x-allowed': route.allowed,
  parameters: [
    ...paramsOf(route.path).map((param) => ({
      name: param,
      in: 'path',
      required: true,
      schema: { type: 'string', format: 'uuid' },
    })),
    ...queryParameters(route, input),
    ...(route.method === 'POST' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ],
  ...(route.body
    ? { requestBody: { required: true, content: { 'application/json': { schema: input(route.body) } } } }
    : {}),
  responses: {
    [OK]: {
      description: route.summary,
      content: { [route.media ?? 'application/json']: { schema: output(route.reply) } },
    },
    ...problemResponses(route),
  },
});

/** The OpenAPI 3.1 document of this server, made from the same table and schemas that it runs by. */
export const openApiDocument = (): Json & { openapi: string } => {
  const components = componentsOf({ Problem: problem });
  const paths: Record<string, Json> = {};
  for (const [name, route] of everyRoute()) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    const operation = operationOf(name, route, components.input, components.output);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Concord',
      version: '1',
      summary: 'Street triage and places of safety, one live picture',
      description:
        'Refusals are RFC 9457 problem documents; `code` says which, `rule` the law or agreement behind it. The live board is on socket.io (see libs/contracts/src/live.ts).',
    },
    servers: [{ url: '/' }],
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    security: [{ session: [] }],
    paths,
    components: {
      schemas: components.schemas(),
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description:
            'A retry with the same key is given the first answer; with another body it is refused.',
          schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,100}$' },
        },
      },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'concord_session' } },
    },
  };
};
