import { Controller, Inject } from '@nestjs/common';
import { routes, viewerOf } from '@concord/contracts';
import { datePoliceStationRule, notFound } from '@concord/coordination';
import type { Actor } from '@concord/domain';
import { By } from '../identity/by';
import { snapshotFor } from '../live/snapshot';
import type { AreaClock, Store } from '../parts';
import { CLOCK, STORE } from '../parts';
import type { InputOf } from '../serve/input';
import { Input } from '../serve/input';
import { Serves } from '../serve/serves.decorator';

@Controller()
export class AreasController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: AreaClock,
  ) {}

  @Serves(routes.board)
  async board(@By() actor: Actor) {
    const viewer = viewerOf(actor);
    if (!viewer) return notFound('board');
    const [epoch, images, clock] = await Promise.all([
      this.store.epoch(),
      this.store.board(actor.areaId),
      this.clock.read(),
    ]);
    return snapshotFor(viewer, { areaId: actor.areaId, epoch, images, clock });
  }

  @Serves(routes.area)
  async area(@By() { areaId }: Actor) {
    return (await this.store.get(areaId, 'area', areaId)) ?? notFound('area');
  }

  @Serves(routes.datePoliceStationRule)
  datePoliceStationRule(@By() actor: Actor, @Input() input: InputOf<typeof datePoliceStationRule>) {
    return datePoliceStationRule(this.store, actor, input);
  }

  @Serves(routes.journal)
  async journal(@By() { areaId }: Actor, @Input() { after, limit }: { after: number; limit: number }) {
    const entries = await this.store.journalAfter(areaId, after, limit);
    const revision = entries.at(-1)?.revision ?? (await this.store.head(areaId)) ?? 0;
    return { areaId, revision, entries };
  }
}
