import { routes } from '@concord/contracts';
import { startOwnApi } from './own-api';

interface Operation {
  operationId: string;
  description: string;
  parameters: { name?: string; in?: string; $ref?: string }[];
  requestBody?: object;
  responses: Record<string, { content?: Record<string, unknown> }>;
  security?: unknown[];
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, unknown>>;
}

let own: Awaited<ReturnType<typeof startOwnApi>>;
let document: Document;
const operations: [name: string, method: string, path: string, operation: Operation][] = [];

beforeAll(async () => {
  own = await startOwnApi();
  document = (await (await fetch(`${own.address}/api/openapi.json`)).json()) as Document;
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods))
      operations.push([operation.operationId, method.toUpperCase(), path, operation]);
});
afterAll(() => own.stop());

const references = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) =>
        key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
      );
const resolve = (reference: string): unknown =>
  reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);

test('is OpenAPI 3.1, to be had by anybody', () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(document.components['schemas']).toHaveProperty('Incident');
});

test('has every route of the table, and every route that the server answers to, and no other', () => {
  const documented = operations.map(([, method, path]) => `${method} ${path}`).sort();
  const served = own.api.routes
    .filter(({ method, path }) => method !== 'HEAD' && /^\/(api|health)\//.test(path))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    .sort();
  expect(documented).toEqual(served);
  expect(operations.map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(routes)));
});

test('every reference in it leads somewhere, and no name is used twice', () => {
  const found = references(document);
  expect(found.length).toBeGreaterThan(50);
  for (const reference of found) {
    expect(reference).toMatch(/^#\//);
    expect([reference, resolve(reference) !== undefined]).toEqual([reference, true]);
  }
  const names = operations.map(([name]) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('every parameter of every path is declared, and no other', () => {
  for (const [name, , path, operation] of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, param]) => param);
    const declared = operation.parameters.filter((param) => param.in === 'path').map((param) => param.name);
    expect([name, declared]).toEqual([name, inPath]);
  }
});

test('every route says who may call it and what its refusals look like', () => {
  for (const [name, , , { description, responses, security }] of operations) {
    const allowed = Object.entries(routes).find(([key]) => key === name)?.[1].allowed;
    if (Array.isArray(allowed)) for (const duty of allowed) expect(description).toContain(duty);
    expect([name, Array.isArray(security)]).toEqual([name, allowed === 'public' || allowed === undefined]);
    for (const [status, { content }] of Object.entries(responses))
      expect([name, status, Object.keys(content ?? {})]).toEqual([
        name,
        status,
        [
          status !== '200'
            ? 'application/problem+json'
            : name === 'calendar'
              ? 'text/calendar'
              : 'application/json',
        ],
      ]);
  }
});

test('says of a command what it takes, unknown fields refused', () => {
  const hold = operations.find(([name]) => name === 'requestHold')?.[3];
  expect(hold?.requestBody).toMatchObject({
    content: {
      'application/json': {
        schema: {
          type: 'object',
          additionalProperties: false,
          required: ['roomId'],
          properties: { roomId: { type: 'string', format: 'uuid' } },
        },
      },
    },
  });
  expect(operations.find(([name]) => name === 'journal')?.[3].parameters.map((param) => param.name)).toEqual([
    'areaId',
    'after',
    'limit',
  ]);
});
