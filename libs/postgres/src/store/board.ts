import type { DataSource } from 'typeorm';
import { In, IsNull, Not } from 'typeorm';
import type { Entities, EntityKind } from '@concord/contracts';
import { entityKinds } from '@concord/contracts';
import type { BoardImages } from '@concord/coordination';
import { entityTables } from '../tables/entity-tables';

/** What is on the live board of each kind; the rest is history, reached through the journal. */
const live: { readonly [Kind in EntityKind]?: object } = {
  hold: { state: In(['requested', 'accepted']) },
  incident: { closed: false },
  'amhp-request': { state: Not(In(['done', 'withdrawn'])) },
  escalation: { resolvedAt: IsNull() },
  notification: { state: 'queued' },
};

/** All of one revision: read in one snapshot, so that the changes after it join without gap or overlap. */
export const readBoard = (source: DataSource, areaId: string): Promise<BoardImages> =>
  source.transaction('REPEATABLE READ', async (manager) => {
    const [head] = await manager.query<{ revision: string; now: Date }[]>(
      'select revision, app.now() as now from area_head where area_id = $1',
      [areaId],
    );
    if (!head) throw new Error(`there is no area ${areaId}`);
    const entities: Partial<Record<EntityKind, unknown[]>> = {};
    for (const kind of entityKinds) {
      const where = kind === 'area' ? { id: areaId } : { areaId, ...live[kind] };
      entities[kind] = await manager.find(entityTables[kind], { where, order: { id: 'asc' } });
    }
    return {
      revision: Number(head.revision),
      now: head.now.toISOString(),
      entities: entities as { [Kind in EntityKind]: Entities[Kind][] },
    };
  });
