import type { Entities } from '@concord/contracts';
import type { AuditedImages, AuditSpan } from '@concord/coordination';
import { glanceOf } from '@concord/domain';
import { live } from './board';
import { claimedOf, untoldOf } from './messages';
import type { Connection } from './rows';
import type { Tables } from './tables';
import { inArea } from './tables';

/** Revisions looked back over by an auditor that has just started. */
const FIRST_LOOK = 2_000;

/** The same text for the same content, whatever the order in which its parts were written down. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? '';

type Kept = Entities['incident'] | Entities['escalation'] | Entities['notification'];

/** Whether a row is no longer what the journal says was last written. What an image never had, a migration has added. */
const differs = (row: Kept, image: Readonly<Record<string, unknown>> | undefined): boolean =>
  image === undefined ||
  Object.entries(image).some(
    ([name, was]) => canonical((row as object as typeof image)[name]) !== canonical(was),
  );

interface LastWrite {
  readonly entity_id: string;
  readonly at: Date;
  readonly image: Readonly<Record<string, unknown>>;
}

const lastWrites = async (
  on: Connection,
  areaId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LastWrite>> => {
  const { rows } = await on.query<LastWrite>({
    name: 'last-writes',
    text: `select entity_id, at, image from unnest($2::uuid[]) as wanted (id)
             cross join lateral (select entity_id, at, image from journal
               where entity_id = wanted.id and area_id = $1 order by revision desc, ordinal desc limit 1) as last`,
    values: [areaId, ids],
  });
  return new Map(rows.map((row) => [row.entity_id, row]));
};

const nameOf = (row: Kept): string => {
  if ('facts' in row) return row.ref;
  if ('subject' in row && 'to' in row) return `${glanceOf(row.subject)}, a message`;
  return `${row.incidentRef ?? 'a place'}, ${row.clock.label}`;
};

const subjectOf = (row: Kept): string =>
  'facts' in row ? row.id : (row.incidentId ?? row.placeId ?? row.id);

/** Incidents that are open, were changed since a revision, or are asked for by id. */
const incidentsOf = async (
  on: Connection,
  tables: Tables,
  areaId: string,
  { since, incidentIds }: AuditSpan,
  head: number,
): Promise<Entities['incident'][]> => {
  const { rows } = await on.query<{ id: string }>({
    name: 'audited-incidents',
    text: `select id from incident where area_id = $1 and not closed
           union select entity_id from journal where area_id = $1 and revision > $2 and kind = 'incident'
           union select incident_id from escalation where area_id = $1 and revision > $2 and incident_id is not null
           union select unnest($3::uuid[])`,
    values: [areaId, since ?? Math.max(0, head - FIRST_LOOK), incidentIds],
  });
  const ids = rows.map(({ id }) => id);
  return ids.length === 0 ? [] : tables.of('incident').find(on, inArea('incident', areaId, { id: ids }));
};

/** All that an audit needs, of one revision, and nothing of timers. */
export const readAudited = async (
  on: Connection,
  tables: Tables,
  areaId: string,
  span: AuditSpan,
): Promise<AuditedImages> => {
  await on.query({ text: 'begin isolation level repeatable read read only' });
  try {
    const { rows } = await on.query<{ revision: string; now: Date }>({
      name: 'board-head',
      text: 'select revision, app.now() as now from area_head where area_id = $1',
      values: [areaId],
    });
    const [head] = rows;
    if (!head) throw new Error(`there is no area ${areaId}`);
    const revision = Number(head.revision);
    const incidents = await incidentsOf(on, tables, areaId, span, revision);
    const ofArea = <Kind extends keyof Entities>(kind: Kind, where: object = {}) =>
      tables.of(kind).find(on, inArea(kind, areaId, where));
    const ids = incidents.map(({ id }) => id);
    const ofIncidents = ids.length === 0 ? [] : await ofArea('escalation', { incidentId: ids });
    const ofPlaces = await ofArea('escalation', { incidentId: null, resolvedAt: null });
    const escalations = [...ofIncidents, ...ofPlaces];
    const queued = await ofArea('notification', live.notification);
    const requests = await ofArea('amhp-request', live['amhp-request']);
    const kept: readonly Kept[] = [...incidents, ...escalations, ...queued];
    const writes = await lastWrites(
      on,
      areaId,
      [...kept, ...requests].map(({ id }) => id),
    );
    const claimed = await claimedOf(on, queued);
    const altered = new Set<Kept>(kept.filter((row) => differs(row, writes.get(row.id)?.image)));
    return {
      revision,
      now: head.now.toISOString(),
      incidents,
      escalations,
      agreements: await ofArea('agreement'),
      places: await ofArea('place'),
      alternatives: await ofArea('alternative'),
      rooms: await ofArea('room'),
      holds: await ofArea('hold', live.hold),
      requests,
      requestsWrittenAt: new Map(
        requests.flatMap(({ id }) => {
          const last = writes.get(id);
          return last ? [[id, last.at.toISOString()] as const] : [];
        }),
      ),
      messages: queued.filter(({ id }) => !claimed.has(id)),
      // Steps that are not as they were written say nothing of the messages that were.
      untold: await untoldOf(
        on,
        escalations.filter((row) => !altered.has(row)),
      ),
      altered: [...altered].map((row) => ({ id: subjectOf(row), about: nameOf(row) })),
    };
  } finally {
    await on.query({ text: 'commit' });
  }
};
