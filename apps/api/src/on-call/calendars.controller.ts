import { Controller, Inject, Res } from '@nestjs/common';
import { routes } from '@concord/contracts';
import { calendarOf, notFound } from '@concord/coordination';
import type { CalendarFeed, CalendarFeeds } from '@concord/coordination';
import type { Actor } from '@concord/domain';
import type { FastifyReply } from 'fastify';
import { edgeRoutes } from '../health/edge-routes';
import { By } from '../identity/by';
import type { Store } from '../parts';
import { CALENDARS, STORE } from '../parts';
import { Input } from '../serve/input';
import { Serves, ServesAt } from '../serve/serves.decorator';
import { calendarText } from './calendar-text';

const told = ({ rotaId, openedAt }: CalendarFeed) => ({ rotaId, openedAt });

@Controller()
export class CalendarsController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(CALENDARS) private readonly calendars: CalendarFeeds,
  ) {}

  @Serves(routes.calendars)
  async opened(@By() { areaId, userId }: Actor) {
    return (await this.calendars.openedBy(areaId, userId)).map(told);
  }

  @Serves(routes.openCalendar)
  async open(@By() { areaId, userId }: Actor, @Input() { rotaId }: { rotaId: string | null }) {
    if (rotaId !== null && !(await this.store.get(areaId, 'rota', rotaId))) return notFound('rota');
    const { token, ...feed } = await this.calendars.open(areaId, userId, rotaId);
    return { ...told(feed), path: `${edgeRoutes.calendar.path}?key=${token}` };
  }

  @Serves(routes.closeCalendar)
  async close(@By() { areaId, userId }: Actor, @Input() { rotaId }: { rotaId: string | null }) {
    await this.calendars.close(areaId, userId, rotaId);
    return (await this.calendars.openedBy(areaId, userId)).map(told);
  }

  @ServesAt(edgeRoutes.calendar)
  async calendar(@Input() { key }: { key: string }, @Res({ passthrough: true }) reply: FastifyReply) {
    const feed = await this.calendars.find(key);
    if (!feed) return notFound('calendar');
    const { name, entries } = await calendarOf(this.store, feed);
    void reply.header('content-type', 'text/calendar; charset=utf-8').header('cache-control', 'no-store');
    return calendarText(name, entries);
  }
}
