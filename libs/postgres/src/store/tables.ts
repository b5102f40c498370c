import type { DataSource, EntitySchema } from 'typeorm';
import type { PersonIdentity, ToldStatus } from '@concord/domain';
import type { Entities, EntityKind } from '@concord/contracts';
import { entityKinds } from '@concord/contracts';
import type { HistoryPage, Timer } from '@concord/coordination';
import { entityTables } from '../tables/entity-tables';
import { person, timer } from '../tables/store-tables';
import type { Connection } from './rows';
import { Rows } from './rows';

/** The statements of every table that commands and the board read and write. */
export class Tables {
  readonly timer: Rows<Timer>;
  readonly person: Rows<PersonIdentity>;
  private readonly entities: ReadonlyMap<EntityKind, Rows<object>>;

  constructor(source: DataSource) {
    this.timer = new Rows(source, timer);
    this.person = new Rows(source, person);
    this.entities = new Map(
      entityKinds.map((kind) => [kind, new Rows(source, entityTables[kind] as EntitySchema<object>)]),
    );
  }

  /** A page of what was told of a place, by when it was seen, newest first. */
  toldOf(
    on: Connection,
    of: { readonly areaId: string; readonly placeId: string },
    { before, beforeId, limit }: HistoryPage,
  ): Promise<ToldStatus[]> {
    const order = ['observed_at', 'recorded_at', 'revision', 'id'];
    // Much may be said of a place in one instant: a page ends at one telling of it, and the next goes on there.
    const rest = `(${order.join(', ')}) < (select ${order.join(', ')} from told_status where id = $4 and observed_at = $3)`;
    return this.of('told-status').find(
      on,
      of,
      `and (observed_at < coalesce($3, 'infinity'::timestamptz) or ${rest})
       order by ${order.map((column) => `${column} desc`).join(', ')} limit $5`,
      [before ?? null, beforeId ?? null, limit],
    );
  }

  of<Kind extends EntityKind>(kind: Kind): Rows<Entities[Kind]> {
    return this.entities.get(kind) as Rows<Entities[Kind]>;
  }
}

/** Everything is an area's but the area itself. */
export const inArea = (kind: EntityKind, areaId: string, where: object): object =>
  kind === 'area' ? { ...where, id: areaId } : { ...where, areaId };
