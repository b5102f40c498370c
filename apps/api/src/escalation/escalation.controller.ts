import { Controller, Inject } from '@nestjs/common';
import { routes } from '@concord/contracts';
import { notFound, ownEscalation, placeEscalations } from '@concord/coordination';
import type { Actor } from '@concord/domain';
import { By } from '../identity/by';
import type { Store } from '../parts';
import { STORE } from '../parts';
import type { InputOf } from '../serve/input';
import { Input } from '../serve/input';
import { Serves } from '../serve/serves.decorator';

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

  @Serves(routes.ownEscalation)
  own(@By() actor: Actor, @Input() input: InputOf<typeof ownEscalation>) {
    return ownEscalation(this.store, actor, input);
  }
}
