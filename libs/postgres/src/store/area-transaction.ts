import { randomUUID } from 'node:crypto';
import type { Incident, Instant, Named, PersonIdentity } from '@concord/domain';
import { isOpen } from '@concord/domain';
import type { Entities, EntityKind, JournalEntry } from '@concord/contracts';
import type {
  AreaTransaction,
  Timer,
  TimerKind,
  TimerOf,
  TimerToArm,
  Where,
  Write,
} from '@concord/coordination';
import { entryHash } from './journal-chain';
import type { Connection } from './rows';
import type { Tables } from './tables';
import { inArea } from './tables';

/** What `app.open_area` says of the area, read under its lock. */
export interface OpenedArea {
  readonly revision: number;
  readonly headHash: string;
  readonly now: Instant;
  /** Seconds of area time a second of real time: 1 in life. */
  readonly rate: number;
}

/** With what the board and reports find incidents by, told by the facts. */
const incidentRow = (incident: Incident) => ({
  ...incident,
  closed: !isOpen(incident),
  openedAt: incident.facts[0]?.recordedAt ?? null,
});

/** What a retry with the same key is to be told. */
export interface FirstAnswer {
  readonly key: string | undefined;
  readonly content: string;
  readonly answer: unknown;
}

export class PostgresAreaTransaction implements AreaTransaction {
  readonly now: Instant;
  readonly revision: number;
  /** When timers armed and messages queued here fall due, for the queue once this has committed. */
  readonly armed = new Set<Instant>();
  /** What `close` wrote to the journal. */
  entries: readonly JournalEntry[] = [];
  /** Last image of each thing changed here, in the order first touched. */
  private readonly images = new Map<string, { kind: EntityKind; image: { id: string } }>();

  /** Read once: under the area's lock only this command changes them, and what it writes is forgotten here. */
  private readonly read = new Map<string, Promise<unknown>>();
  private readonly armedDue = new Map<string, Timer>();

  /** Writes on their way: the connection runs them in order, so only the end need wait for them. */
  private readonly writing: Promise<unknown>[] = [];

  constructor(
    private readonly on: Connection,
    private readonly tables: Tables,
    readonly areaId: string,
    private readonly opened: OpenedArea,
    private readonly others: (areaId: string) => AreaTransaction,
  ) {
    this.now = opened.now;
    this.revision = opened.revision + 1;
  }

  beside(areaId: string): AreaTransaction {
    return areaId === this.areaId ? this : this.others(areaId);
  }

  newId(): string {
    return randomUUID();
  }

  async nextIncidentRef(): Promise<string> {
    const { rows } = await this.on.query<{ ref: string }>({
      name: 'next-ref',
      text: `with counted as (update area_head set incidents_opened = incidents_opened + 1 where area_id = $1 returning incidents_opened)
             select ref_prefix || '-' || (1000 + incidents_opened) as ref from counted, area where id = $1`,
      values: [this.areaId],
    });
    const [row] = rows;
    if (!row) throw new Error(`area ${this.areaId} is gone`);
    return row.ref;
  }

  get<Kind extends EntityKind>(kind: Kind, id: string): Promise<Entities[Kind] | undefined> {
    const key = `${kind}/${id}`;
    const known = this.read.get(key) as Promise<Entities[Kind] | undefined> | undefined;
    if (known) return known;
    const reading = this.tables.of(kind).get(this.on, inArea(kind, this.areaId, { id }));
    this.read.set(key, reading);
    return reading;
  }

  async list<Kind extends EntityKind>(kind: Kind, where: Where<Entities[Kind]>): Promise<Entities[Kind][]> {
    const found = await this.tables.of(kind).find(this.on, inArea(kind, this.areaId, where));
    for (const entity of found) {
      const key = `${kind}/${entity.id}`;
      // What was written while this was on its way is newer.
      if (!this.images.has(key)) this.read.set(key, Promise.resolve(entity));
    }
    return found;
  }

  put<Kind extends EntityKind>(kind: Kind, entity: Entities[Kind]): Promise<void> {
    const image = { ...entity, revision: this.revision };
    if (kind === 'notification') this.armMessage(image as Entities['notification']);
    const row = kind === 'incident' ? incidentRow(image as Incident) : image;
    this.images.set(`${kind}/${image.id}`, { kind, image });
    this.read.delete(`${kind}/${image.id}`);
    return this.write(this.tables.of(kind).put(this.on, row));
  }

  async writesOf<Kind extends EntityKind>(
    kind: Kind,
    id: string,
    limit: number,
  ): Promise<Write<Entities[Kind]>[]> {
    const { rows } = await this.on.query<Omit<Write<Entities[Kind]>, 'at'> & { at: Date }>({
      name: 'writes-of',
      text: `select at, actor, command, image from journal
              where area_id = $1 and kind = $2 and entity_id = $3 order by revision desc limit $4`,
      values: [this.areaId, kind, id, limit],
    });
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  private armMessage({ state, tryAt }: Entities['notification']): void {
    if (state === 'queued' && tryAt !== null) this.armed.add(tryAt);
  }

  savePerson(identity: PersonIdentity): Promise<void> {
    return this.write(this.tables.person.put(this.on, identity));
  }

  identities(where: Where<PersonIdentity>): Promise<PersonIdentity[]> {
    return this.tables.person.find(this.on, { ...where, areaId: this.areaId });
  }

  armedTimer(id: string): Promise<Timer | undefined> {
    const due = this.armedDue.get(id);
    if (due) return Promise.resolve(due);
    return this.tables.timer.get(this.on, { id, areaId: this.areaId, state: 'armed' });
  }

  timers({ incidentId, placeId }: TimerOf, kind: TimerKind): Promise<Timer[]> {
    return this.tables.timer.find(this.on, { areaId: this.areaId, incidentId, placeId, kind });
  }

  armTimers(timers: readonly TimerToArm[]): Promise<void> {
    if (timers.length === 0) return Promise.resolve();
    this.armedDue.clear();
    const column = <Name extends keyof TimerToArm>(name: Name) => timers.map((timer) => timer[name] ?? null);
    const arming = this.on.query({
      name: 'arm',
      text: `insert into timer (id, area_id, incident_id, place_id, kind, subject, point, anchor_at, due_at, armed_at, state)
             select gen_random_uuid(), $1, t.incident_id, t.place_id, t.kind, t.subject, t.point, t.anchor_at, t.due_at, coalesce(t.armed_at, $2), 'armed'
               from unnest($3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::timestamptz[], $9::timestamptz[], $10::timestamptz[])
                 as t (incident_id, place_id, kind, subject, point, anchor_at, due_at, armed_at)
             on conflict on constraint timer_name do update
               set anchor_at = excluded.anchor_at, due_at = excluded.due_at, armed_at = excluded.armed_at, state = 'armed'`,
      values: [
        this.areaId,
        this.now,
        column('incidentId'),
        column('placeId'),
        column('kind'),
        column('subject'),
        column('point'),
        column('anchorAt'),
        column('dueAt'),
        column('armedAt'),
      ],
    });
    for (const { dueAt } of timers) this.armed.add(dueAt);
    return this.write(arming);
  }

  cancelTimers(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return Promise.resolve();
    for (const id of ids) this.armedDue.delete(id);
    const text = `update timer set state = 'cancelled' where id = any($1) and area_id = $2 and state = 'armed'`;
    return this.write(this.on.query({ name: 'cancel', text, values: [ids, this.areaId] }));
  }

  markFired(id: string): Promise<void> {
    this.armedDue.delete(id);
    const text = `update timer set state = 'fired', fired_at = $3 where id = $1 and area_id = $2 and state = 'armed'`;
    return this.write(this.on.query({ name: 'fired', text, values: [id, this.areaId, this.now] }));
  }

  async dueTimers(limit: number, except: readonly string[]): Promise<Timer[]> {
    const { rows } = await this.on.query<{ id: string }>({
      name: 'due',
      text: `select id from timer where area_id = $1 and state = 'armed' and due_at <= $2 and id <> all($4) order by due_at, anchor_at limit $3`,
      values: [this.areaId, this.now, limit, except],
    });
    const due = await this.tables.timer.find(
      this.on,
      { id: rows.map((row) => row.id) },
      'order by due_at, anchor_at',
    );
    for (const timer of due) this.armedDue.set(timer.id, timer);
    return due;
  }

  /** Sent at once and not waited for: a failure is reported by `close`, whoever awaited the write. */
  private write(statement: Promise<unknown>): Promise<void> {
    statement.catch(() => undefined);
    this.writing.push(statement);
    return Promise.resolve();
  }

  /** Waits for the writes: throws the one that broke the transaction, if one did, and not what came after it. */
  async written(): Promise<void> {
    await Promise.all(this.writing);
  }

  /** Whether anything was written that the journal must tell. */
  get changed(): boolean {
    return this.images.size > 0;
  }

  /** Journal, head and first answer in one statement: the last round trip before the commit. */
  close(by: Named | null, command: string, first?: FirstAnswer): Promise<unknown> {
    let hash = this.opened.headHash;
    this.entries = [...this.images.values()].map(({ kind, image }, ordinal) => {
      const entry = {
        revision: this.revision,
        ordinal,
        at: this.now,
        actor: by,
        command,
        kind,
        entityId: image.id,
        image,
      };
      hash = entryHash(hash, { ...entry, areaId: this.areaId });
      return { ...entry, hash };
    });
    const column = <Name extends keyof JournalEntry>(name: Name) => this.entries.map((entry) => entry[name]);
    void this.write(
      this.on.query({
        name: 'close',
        text: `with moved as (
                 update area_head set revision = $2::bigint, head_hash = $3, last_at = $4::timestamptz where area_id = $1::uuid
               ), remembered as (
                 insert into answered (area_id, user_id, key, content, answer, at)
                 select $1::uuid, $11::uuid, $12::text, $13, $14::json, $4::timestamptz where $12::text is not null
               )
               insert into journal (area_id, revision, ordinal, at, actor, command, kind, entity_id, image, hash)
               select $1::uuid, $2::bigint, e.ordinal - 1, $4::timestamptz, $5::json, $6, e.kind, e.entity_id, e.image, e.hash
                 from unnest($7::text[], $8::uuid[], $9::json[], $10::text[]) with ordinality as e (kind, entity_id, image, hash, ordinal)`,
        values: [
          this.areaId,
          this.revision,
          hash,
          this.now,
          by && JSON.stringify(by),
          command,
          column('kind'),
          column('entityId'),
          column('image').map((image) => JSON.stringify(image)),
          column('hash'),
          by?.userId ?? null,
          by ? (first?.key ?? null) : null,
          first?.content ?? null,
          JSON.stringify(first?.answer ?? null),
        ],
      }),
    );
    return Promise.all(this.writing);
  }
}
