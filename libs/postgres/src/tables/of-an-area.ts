import type { EntityKind } from '@concord/contracts';
import type { EntitySchemaOptions } from 'typeorm';

type ForeignKey = NonNullable<EntitySchemaOptions<object>['foreignKeys']>[number];

export const byArea = (table: string) => ({ name: `${table}_area`, columns: ['areaId'] });
/** Looked at when the transaction ends, so that what belongs together may be written in any order. */
export const belongsTo = (name: string, column: string, target: EntityKind): ForeignKey => ({
  name,
  target,
  columnNames: [column],
  referencedColumnNames: ['id'],
  deferrable: 'INITIALLY DEFERRED',
});
