import { Controller, Inject } from '@nestjs/common';
import { routes } from '@concord/contracts';
import { notFound, ownEscalation, placeEscalations } from '@concord/coordination';
import type { Actor, Notification } from '@concord/domain';
import { By } from '../identity/by';
import type { Store } from '../parts';
import { STORE } from '../parts';
import type { InputOf } from '../serve/input';
import { Input } from '../serve/input';
import { Serves } from '../serve/serves.decorator';

const MOST_SHOWN = 500;

const inOrder = (notifications: readonly Notification[]): Notification[] =>
  [...notifications].sort((a, b) =>
    a.queuedAt === b.queuedAt ? a.revision - b.revision : a.queuedAt < b.queuedAt ? -1 : 1,
  );

@Controller()
export class EscalationController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Serves(routes.escalations)
  async ofIncident(@By() { areaId }: Actor, @Input() { incidentId }: { incidentId: string }) {
    if (!(await this.store.get(areaId, 'incident', incidentId))) return notFound('incident');
    return this.store.list(areaId, 'escalation', { incidentId });
  }

  @Serves(routes.placeEscalations)
  async ofPlace(@By() actor: Actor, @Input() input: { placeId: string }) {
    return placeEscalations(this.store, actor, input);
  }

  @Serves(routes.notifications)
  async messagesAbout(@By() { areaId }: Actor, @Input() { incidentId }: { incidentId: string }) {
    if (!(await this.store.get(areaId, 'incident', incidentId))) return notFound('incident');
    return inOrder(await this.store.list(areaId, 'notification', { incidentId }));
  }

  @Serves(routes.sent)
  async sent(@By() { areaId }: Actor) {
    const settled = await this.store.list(areaId, 'notification', { state: ['sent', 'failed'] });
    return inOrder(settled).slice(-MOST_SHOWN);
  }

  @Serves(routes.ownEscalation)
  own(@By() actor: Actor, @Input() input: InputOf<typeof ownEscalation>) {
    return ownEscalation(this.store, actor, input);
  }
}
