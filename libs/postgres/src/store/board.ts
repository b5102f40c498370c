import type { Entities, EntityKind } from '@concord/contracts';
import { entityKinds } from '@concord/contracts';
import { liveHoldStates, liveRequestStates } from '@concord/domain';
import type { BoardImages, Where } from '@concord/coordination';
import type { Connection } from './rows';
import type { Tables } from './tables';
import { inArea } from './tables';

/** What is on the live board of each kind; the rest is history, reached through the journal. */
export const live: { readonly [Kind in EntityKind]?: Where<Entities[Kind]> | { closed: false } } = {
  hold: { state: liveHoldStates },
  incident: { closed: false },
  'amhp-request': { state: liveRequestStates },
  escalation: { resolvedAt: null },
  notification: { state: 'queued' },
  lending: { state: ['agreed', 'running'] },
  'told-status': { id: [] },
};

/** All of one revision: read in one snapshot, so that the changes after it join without gap or overlap. */
export const readBoard = async (on: Connection, tables: Tables, areaId: string): Promise<BoardImages> => {
  const begun = on.query({ text: 'begin isolation level repeatable read read only' });
  const [head, ...images] = await Promise.all([
    on.query<{ revision: string; now: Date }>({
      name: 'board-head',
      text: 'select revision, app.now() as now from area_head where area_id = $1',
      values: [areaId],
    }),
    ...entityKinds.map((kind) => tables.of(kind).find(on, inArea(kind, areaId, live[kind] ?? {}))),
    begun,
  ]).finally(() => on.query({ text: 'commit' }));
  const [row] = head.rows;
  if (!row) throw new Error(`there is no area ${areaId}`);
  const entities = Object.fromEntries(
    entityKinds.map((kind, i) => [kind, images[i]]),
  ) as unknown as BoardImages['entities'];
  return { revision: Number(row.revision), now: row.now.toISOString(), entities };
};
