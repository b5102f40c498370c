import { Controller, Inject } from '@nestjs/common';
import { routes } from '@concord/contracts';
import {
  notFound,
  ownEscalation,
  placeEscalations,
  silenceEscalation,
  snoozeEscalation,
} from '@concord/coordination';
import type { Actor, Notification } from '@concord/domain';
import { By } from '../identity/by';
import type { Store, VitalSigns } from '../parts';
import { STORE, VITAL_SIGNS } from '../parts';
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
  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(VITAL_SIGNS) private readonly vitalSigns: VitalSigns,
  ) {}

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
    const settled = await this.store.list(areaId, 'notification', { state: ['sent', 'failed', 'withdrawn'] });
    return inOrder(settled).slice(-MOST_SHOWN);
  }

  @Serves(routes.engineFaults)
  async faults(@By() { areaId }: Actor) {
    return (await this.vitalSigns.audits()).get(areaId)?.findings ?? [];
  }

  @Serves(routes.ownEscalation)
  own(@By() actor: Actor, @Input() input: InputOf<typeof ownEscalation>) {
    return ownEscalation(this.store, actor, input);
  }

  @Serves(routes.silenceEscalation)
  silence(@By() actor: Actor, @Input() input: InputOf<typeof silenceEscalation>) {
    return silenceEscalation(this.store, actor, input);
  }

  @Serves(routes.snoozeEscalation)
  snooze(@By() actor: Actor, @Input() input: InputOf<typeof snoozeEscalation>) {
    return snoozeEscalation(this.store, actor, input);
  }
}
