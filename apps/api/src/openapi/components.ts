import { entityKinds, entitySchemas } from '@concord/contracts';
import { z } from 'zod';

type Json = Record<string, unknown>;

const pascal = (kind: string): string =>
  kind.replace(/(^|-)(\w)/g, (_match, _hyphen: string, letter: string) => letter.toUpperCase());

const draft = { target: 'draft-2020-12', unrepresentable: 'any' } as const;

const bare = ({ $schema: _, ...schema }: Json): Json => schema;

/** Named schemas once, under `components`, and a reference wherever a route uses one of them. */
export const componentsOf = (more: Readonly<Record<string, z.ZodType>>) => {
  const named = new Map<z.ZodType, string>([
    ...entityKinds.map((kind): [z.ZodType, string] => [entitySchemas[kind] as z.ZodType, pascal(kind)]),
    ...Object.entries(more).map(([name, schema]): [z.ZodType, string] => [schema, name]),
  ]);
  const output = (schema: z.ZodType): Json => {
    const name = named.get(schema);
    if (name) return { $ref: `#/components/schemas/${name}` };
    if (schema instanceof z.ZodArray) return { type: 'array', items: output(schema.element as z.ZodType) };
    return bare(z.toJSONSchema(schema, { ...draft, io: 'output' }));
  };
  return {
    output,
    input: (schema: z.ZodType): Json => bare(z.toJSONSchema(schema, { ...draft, io: 'input' })),
    schemas: (): Json =>
      Object.fromEntries(
        [...named].map(([schema, name]) => [name, bare(z.toJSONSchema(schema, { ...draft, io: 'output' }))]),
      ),
  };
};
