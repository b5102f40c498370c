import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { In, IsNull } from 'typeorm';
import type { Instant, Named, PersonIdentity } from '@concord/domain';
import { isOpen } from '@concord/domain';
import type { Entities, EntityKind } from '@concord/contracts';
import type { AreaTransaction, CommandInfo, Timer, TimerKind, TimerToArm, Where } from '@concord/coordination';
import { entityTables } from '../tables/entity-tables';
import { person, timer } from '../tables/store-tables';
import { entryHash } from './journal-chain';

/** What `app.open_area` says of the area, read under its lock. */
export interface OpenedArea {
  readonly revision: number;
  readonly headHash: string;
  readonly now: Instant;
  /** Seconds of area time a second of real time: 1 in life. */
  readonly rate: number;
}

/** Nulls in a filter mean "is null" and lists "any of", which TypeORM wants said. */
export const filter = (where: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(where)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]: [string, unknown]) => [name, Array.isArray(value) ? In(value) : (value ?? IsNull())]),
  );

export class PostgresAreaTransaction implements AreaTransaction {
  readonly now: Instant;
  readonly revision: number;
  /** Timers armed here, for the queue once this has committed. */
  readonly armed: { id: string; dueAt: Instant }[] = [];
  /** Last image of each thing changed here, in the order first touched. */
  private readonly images = new Map<string, { kind: EntityKind; image: { id: string } }>();

  constructor(
    private readonly manager: EntityManager,
    readonly areaId: string,
    private readonly opened: OpenedArea,
  ) {
    this.now = opened.now;
    this.revision = opened.revision + 1;
  }

  newId(): string {
    return randomUUID();
  }

  async nextIncidentRef(): Promise<string> {
    const [row] = await this.manager.query<{ ref: string }[]>(
      `with counted as (update area_head set incidents_opened = incidents_opened + 1 where area_id = $1 returning incidents_opened)
       select ref_prefix || '-' || (1000 + incidents_opened) as ref from counted, area where id = $1`,
      [this.areaId],
    );
    if (!row) throw new Error(`area ${this.areaId} is gone`);
    return row.ref;
  }

  async get<Kind extends EntityKind>(kind: Kind, id: string): Promise<Entities[Kind] | undefined> {
    const where = kind === 'area' ? { id } : { id, areaId: this.areaId };
    return ((await this.manager.findOne(entityTables[kind], { where })) ?? undefined) as
      Entities[Kind] | undefined;
  }

  async list<Kind extends EntityKind>(kind: Kind, where: Where<Entities[Kind]>): Promise<Entities[Kind][]> {
    const found = await this.manager.find(entityTables[kind], {
      where: filter({ ...where, areaId: this.areaId }),
      order: { id: 'asc' },
    });
    return found as Entities[Kind][];
  }

  async put<Kind extends EntityKind>(kind: Kind, entity: Entities[Kind]): Promise<void> {
    const image = { ...entity, revision: this.revision };
    const row = kind === 'incident' ? { ...image, closed: !isOpen(image as Entities['incident']) } : image;
    await this.manager.upsert(entityTables[kind], row, ['id']);
    this.images.set(`${kind}/${image.id}`, { kind, image });
  }

  async savePerson(identity: PersonIdentity): Promise<void> {
    await this.manager.upsert(person, identity, ['id']);
  }

  async armedTimer(id: string): Promise<Timer | undefined> {
    return (await this.manager.findOne(timer, { where: { id, areaId: this.areaId, state: 'armed' } })) ?? undefined;
  }

  timers(incidentId: string, kind: TimerKind): Promise<Timer[]> {
    return this.manager.find(timer, { where: { areaId: this.areaId, incidentId, kind } });
  }

  async armTimers(timers: readonly TimerToArm[]): Promise<void> {
    if (timers.length === 0) return;
    const column = <Name extends keyof TimerToArm>(name: Name) => timers.map((timer) => timer[name]);
    const kept = await this.manager.query<{ id: string; due_at: Date }[]>(
      `insert into timer (id, area_id, incident_id, kind, subject, point, anchor_at, due_at, armed_at, state)
       select gen_random_uuid(), $1, t.incident_id, t.kind, t.subject, t.point, t.anchor_at, t.due_at, $2, 'armed'
         from unnest($3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::timestamptz[], $8::timestamptz[])
           as t (incident_id, kind, subject, point, anchor_at, due_at)
       on conflict on constraint timer_name do update
         set anchor_at = excluded.anchor_at, due_at = excluded.due_at, armed_at = excluded.armed_at, state = 'armed', fired_at = null
       returning id, due_at`,
      [
        this.areaId, this.now, column('incidentId'), column('kind'), column('subject'), column('point'), column('anchorAt'), column('dueAt'),
      ],
    );
    for (const { id, due_at } of kept) this.armed.push({ id, dueAt: due_at.toISOString() });
  }

  async cancelTimers(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.manager.update(timer, { id: In([...ids]), areaId: this.areaId, state: 'armed' }, { state: 'cancelled' });
  }

  async markFired(id: string): Promise<void> {
    await this.manager.update(
      timer,
      { id, areaId: this.areaId, state: 'armed' },
      { state: 'fired', firedAt: this.now },
    );
  }

  dueTimers(limit: number): Promise<Timer[]> {
    return this.manager
      .createQueryBuilder(timer, 'timer')
      .where(`timer.areaId = :areaId and timer.state = 'armed' and timer.dueAt <= :now`, {
        areaId: this.areaId,
        now: this.now,
      })
      .orderBy('timer.dueAt')
      .limit(limit)
      .getMany();
  }

  /** Whether anything was written that the journal must tell. */
  get changed(): boolean {
    return this.images.size > 0;
  }

  /** Journal, head and first answer in one statement: the last round trip before the commit. */
  async close(by: Named | null, command: CommandInfo, content: string, answer: unknown): Promise<void> {
    let hash = this.opened.headHash;
    const rows = [...this.images.values()].map(({ kind, image }, ordinal) => {
      const entry = {
        areaId: this.areaId,
        revision: this.revision,
        ordinal,
        at: this.now,
        actor: by,
        command: command.name,
        kind,
        entityId: image.id,
        image,
      };
      hash = entryHash(hash, entry);
      return { kind, entityId: image.id, image: JSON.stringify(image), hash };
    });
    await this.manager.query(
      `with moved as (
         update area_head set revision = $2::bigint, head_hash = $3, last_at = $4::timestamptz where area_id = $1::uuid
       ), remembered as (
         insert into answered (area_id, user_id, key, content, answer, at)
         select $1::uuid, $11::uuid, $12::text, $13, $14::json, $4::timestamptz where $12::text is not null
       )
       insert into journal (area_id, revision, ordinal, at, actor, command, kind, entity_id, image, hash)
       select $1::uuid, $2::bigint, e.ordinal - 1, $4::timestamptz, $5::json, $6, e.kind, e.entity_id, e.image, e.hash
         from unnest($7::text[], $8::uuid[], $9::json[], $10::text[]) with ordinality as e (kind, entity_id, image, hash, ordinal)`,
      [
        this.areaId,
        this.revision,
        hash,
        this.now,
        by && JSON.stringify(by),
        command.name,
        rows.map((row) => row.kind),
        rows.map((row) => row.entityId),
        rows.map((row) => row.image),
        rows.map((row) => row.hash),
        by?.userId ?? null,
        by ? (command.idempotencyKey ?? null) : null,
        content,
        JSON.stringify(answer ?? null),
      ],
    );
  }
}
