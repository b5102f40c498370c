import type { DataSource } from 'typeorm';
import type { AuditFinding, Instant } from '@concord/domain';
import type { AreaClock } from '@concord/coordination';

interface Row {
  now: Date;
  rate: number;
  movable: boolean;
}

/** The clock row behind `app.now()`: read everywhere, moved only in a demo or test database. */
export class PostgresClock implements AreaClock {
  constructor(private readonly source: DataSource) {}

  async read(): Promise<{ now: Instant; rate: number; movable: boolean }> {
    const [row] = await this.source.query<Row[]>('select app.now() as now, rate, movable from clock');
    if (!row) throw new Error('the clock row is missing: run the migrations');
    return { ...row, now: row.now.toISOString() };
  }

  async set(now: Instant, rate: number): Promise<void> {
    await this.source.query(
      'update clock set anchor_real = clock_timestamp(), anchor_app = greatest($1::timestamptz, (select max(last_at) from area_head)), rate = $2 where movable',
      [now, rate],
    );
  }

  async changeRate(rate: number): Promise<void> {
    await this.source.query(
      'update clock set anchor_real = clock_timestamp(), anchor_app = app.now(), rate = $1 where movable',
      [rate],
    );
  }

  /** Makes this database's time movable, for good: for demo, training and test databases only. */
  async makeMovable(): Promise<void> {
    await this.source.query('update clock set movable = true');
  }
}

/** Real time: whether the engine's process is alive has nothing to do with what time it is in the demo. */
export const beat = async (source: DataSource, name: string): Promise<void> => {
  await source.query(
    'insert into engine_heartbeat (name, beat_at) values ($1, clock_timestamp()) on conflict (name) do update set beat_at = excluded.beat_at',
    [name],
  );
};

/** When an engine process last completed a sweep, in real time; null if none ever did. */
export const lastBeatAt = async (source: DataSource): Promise<Instant | null> => {
  const [row] = await source.query<{ at: Date | null }[]>('select max(beat_at) as at from engine_heartbeat');
  return row?.at?.toISOString() ?? null;
};

/** Keeps what the auditor last found in an area: none is news too. */
export const noteAudit = async (
  source: DataSource,
  areaId: string,
  findings: readonly AuditFinding[],
): Promise<void> => {
  await source.query(
    `insert into engine_audit (area_id, audited_at, findings) values ($1, clock_timestamp(), $2)
     on conflict (area_id) do update set audited_at = excluded.audited_at, findings = excluded.findings`,
    [areaId, JSON.stringify(findings)],
  );
};

/** What the auditor last found, by area, and how many seconds ago. */
export const lastAudits = async (
  source: DataSource,
): Promise<ReadonlyMap<string, { secondsAgo: number; findings: readonly AuditFinding[] }>> => {
  const rows = await source.query<{ area: string; ago: number; findings: AuditFinding[] }[]>(
    `select area_id as area, findings, extract(epoch from clock_timestamp() - audited_at)::double precision as ago from engine_audit`,
  );
  return new Map(rows.map(({ area, ago, findings }) => [area, { secondsAgo: ago, findings }]));
};

/** Seconds since any engine process last completed a sweep; null if none ever did. */
export const secondsSinceBeat = async (source: DataSource): Promise<number | null> => {
  const [row] = await source.query<{ ago: number | null }[]>(
    'select extract(epoch from clock_timestamp() - max(beat_at))::double precision as ago from engine_heartbeat',
  );
  return row?.ago ?? null;
};
