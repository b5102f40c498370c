import type { EntityKind } from '@concord/contracts';
import type { EntitySchemaColumnOptions, EntitySchemaOptions } from 'typeorm';

type ForeignKey = NonNullable<EntitySchemaOptions<object>['foreignKeys']>[number];

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Instants are text with milliseconds everywhere above this line, timestamptz below it. */
const instantText = {
  from: (value: Date | null) => value && value.toISOString(),
  to: (value: string | null) => value,
};
const wholeNumber = {
  from: (value: string | null) => value && Number(value),
  to: (value: number | null) => value,
};

export const uuid: EntitySchemaColumnOptions = { type: 'uuid' };
export const text: EntitySchemaColumnOptions = { type: 'text' };
export const integer: EntitySchemaColumnOptions = { type: 'integer' };
export const bool: EntitySchemaColumnOptions = { type: 'boolean' };
export const json: EntitySchemaColumnOptions = { type: 'jsonb' };
export const double: EntitySchemaColumnOptions = { type: 'double precision' };
export const instant: EntitySchemaColumnOptions = { type: 'timestamptz', transformer: instantText };
/** pg gives bigint as text: a revision is a number here. */
export const counter: EntitySchemaColumnOptions = { type: 'bigint', transformer: wholeNumber };

export const key = (column: EntitySchemaColumnOptions): EntitySchemaColumnOptions => ({
  ...column,
  primary: true,
});
export const orNull = (column: EntitySchemaColumnOptions): EntitySchemaColumnOptions => ({
  ...column,
  nullable: true,
});

type Columns<T> = { [Name in keyof T]: EntitySchemaColumnOptions };

/** Column names are the property names in snake case. */
export const named = <T>(columns: Columns<T>): Columns<T> =>
  Object.fromEntries(
    Object.entries<EntitySchemaColumnOptions>(columns).map(([name, options]) => [
      name,
      { name: snake(name), ...options },
    ]),
  ) as Columns<T>;

/** A row about one incident or one place, never both, never neither. */
export const ofOneThing = (table: string) => ({
  name: `${table}_of_one_thing`,
  expression: '("incident_id" IS NULL) <> ("place_id" IS NULL)',
});

/** A row about one incident, or one place, or the area itself. */
export const ofOneThingAtMost = (table: string) => ({
  name: `${table}_of_one_thing_at_most`,
  expression: '("incident_id" IS NULL) OR ("place_id" IS NULL)',
});

/** The index by which an area's rows are found. */
export const byArea = (table: string) => ({ name: `${table}_area`, columns: ['areaId'] });
/** Looked at when the transaction ends, so that what belongs together may be written in any order. */
export const belongsTo = (name: string, column: string, target: EntityKind): ForeignKey =>
  belongsWith(name, { [column]: 'id' }, target);

/** The same by several columns together, each with what it is there. */
export const belongsWith = (
  name: string,
  columns: Readonly<Record<string, string>>,
  target: EntityKind,
): ForeignKey => ({
  name,
  target,
  columnNames: Object.keys(columns),
  referencedColumnNames: Object.values(columns),
  deferrable: 'INITIALLY DEFERRED',
});

/** That a column holds one of the words there are. */
export const oneOf = (column: string, words: readonly string[]): string =>
  `"${column}" IN (${words.map((word) => `'${word}'`).join(', ')})`;

/** What every thing on the board has. */
export const entity = { id: key(uuid), areaId: uuid, revision: counter };
