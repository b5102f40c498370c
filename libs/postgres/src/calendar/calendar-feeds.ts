import { createHash, randomBytes } from 'node:crypto';
import type { CalendarFeed, CalendarFeeds } from '@concord/coordination';
import type { DataSource } from 'typeorm';

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

interface FeedRow extends Omit<CalendarFeed, 'openedAt'> {
  readonly openedAt: Date;
}

const columns = `f.area_id as "areaId", f.user_id as "userId", f.rota_id as "rotaId", f.opened_at as "openedAt"`;
const feedOf = (row: FeedRow): CalendarFeed => ({ ...row, openedAt: row.openedAt.toISOString() });

/** Calendars in the database, by the hash of their token: whoever reads the table cannot read a calendar with it. */
export class PostgresCalendarFeeds implements CalendarFeeds {
  constructor(private readonly source: DataSource) {}

  async open(areaId: string, userId: string, rotaId: string | null) {
    const token = randomBytes(32).toString('base64url');
    return this.source.transaction(async (manager) => {
      await manager.query(
        'delete from calendar_feed where area_id = $1 and user_id = $2 and rota_id is not distinct from $3::uuid',
        [areaId, userId, rotaId],
      );
      const [row] = await manager.query<FeedRow[]>(
        `insert into calendar_feed as f (token_hash, area_id, user_id, rota_id, opened_at)
         values ($1, $2, $3, $4, app.real_now()) returning ${columns}`,
        [hashOf(token), areaId, userId, rotaId],
      );
      if (!row) throw new Error('a calendar was not opened');
      return { ...feedOf(row), token };
    });
  }

  async find(token: string): Promise<CalendarFeed | undefined> {
    const [row] = await this.source.query<FeedRow[]>(
      `select ${columns} from calendar_feed f where f.token_hash = $1
          and exists (select from user_duty d where d.user_id = f.user_id and d.area_id = f.area_id)`,
      [hashOf(token)],
    );
    return row && feedOf(row);
  }

  async openedBy(areaId: string, userId: string): Promise<CalendarFeed[]> {
    const rows = await this.source.query<FeedRow[]>(
      `select ${columns} from calendar_feed f where f.area_id = $1 and f.user_id = $2 order by f.opened_at`,
      [areaId, userId],
    );
    return rows.map(feedOf);
  }

  async close(areaId: string, userId: string, rotaId: string | null): Promise<void> {
    await this.source.query(
      'delete from calendar_feed where area_id = $1 and user_id = $2 and rota_id is not distinct from $3::uuid',
      [areaId, userId, rotaId],
    );
  }
}
