import type { DataSource, EntitySchema } from 'typeorm';
import type { Instant, PersonIdentity, ToldStatus } from '@concord/domain';
import type { Entities, EntityKind } from '@concord/contracts';
import { entityKinds } from '@concord/contracts';
import type { Timer } from '@concord/coordination';
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
    {
      areaId,
      placeId,
      before,
      limit,
    }: { areaId: string; placeId: string; before?: Instant | undefined; limit: number },
  ): Promise<ToldStatus[]> {
    const newest = 'order by observed_at desc, recorded_at desc, revision desc, id';
    return this.of('told-status').find(
      on,
      { areaId, placeId },
      `and observed_at < coalesce($3, 'infinity'::timestamptz) ${newest} limit $4`,
      [before ?? null, limit],
    );
  }

  of<Kind extends EntityKind>(kind: Kind): Rows<Entities[Kind]> {
    return this.entities.get(kind) as Rows<Entities[Kind]>;
  }
}

/** Everything is an area's but the area itself. */
export const inArea = (kind: EntityKind, areaId: string, where: object): object =>
  kind === 'area' ? { ...where, id: areaId } : { ...where, areaId };
