import { Controller, Inject } from '@nestjs/common';
import { routes } from '@concord/contracts';
import {
  addLayer,
  addOverride,
  addTemporary,
  answerSwap,
  cancelOverride,
  cancelTemporary,
  changeLayer,
  changeRota,
  checkReach,
  createRota,
  endLayer,
  endRota,
  importShifts,
  offerSwap,
  onCallNow,
  onCallPlan,
  withdrawSwap,
} from '@concord/coordination';
import type { Actor } from '@concord/domain';
import { By } from '../identity/by';
import type { ReachParts, Sender } from '@concord/coordination';
import type { Identity, Store } from '../parts';
import { IDENTITY, SENDER, STORE } from '../parts';
import type { InputOf } from '../serve/input';
import { Input } from '../serve/input';
import { Serves } from '../serve/serves.decorator';
import { csvRows } from './csv-rows';

@Controller()
export class RotasController {
  private readonly reach: ReachParts;

  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(IDENTITY) { contacts }: Identity,
    @Inject(SENDER) sender: Sender,
  ) {
    this.reach = { store, sender, contacts };
  }

  @Serves(routes.rotaPeople)
  rotaPeople(@By() actor: Actor) {
    return this.store.people(actor.areaId);
  }

  @Serves(routes.createRota)
  createRota(@By() actor: Actor, @Input() input: InputOf<typeof createRota>) {
    return createRota(this.store, actor, input);
  }

  @Serves(routes.changeRota)
  changeRota(@By() actor: Actor, @Input() input: InputOf<typeof changeRota>) {
    return changeRota(this.store, actor, input);
  }

  @Serves(routes.endRota)
  endRota(@By() actor: Actor, @Input() input: InputOf<typeof endRota>) {
    return endRota(this.store, actor, input);
  }

  @Serves(routes.addLayer)
  addLayer(@By() actor: Actor, @Input() input: InputOf<typeof addLayer>) {
    return addLayer(this.store, actor, input);
  }

  @Serves(routes.changeLayer)
  changeLayer(@By() actor: Actor, @Input() input: InputOf<typeof changeLayer>) {
    return changeLayer(this.store, actor, input);
  }

  @Serves(routes.endLayer)
  endLayer(@By() actor: Actor, @Input() input: InputOf<typeof endLayer>) {
    return endLayer(this.store, actor, input);
  }

  @Serves(routes.addOverride)
  addOverride(@By() actor: Actor, @Input() input: InputOf<typeof addOverride>) {
    return addOverride(this.store, actor, input);
  }

  @Serves(routes.cancelOverride)
  cancelOverride(@By() actor: Actor, @Input() input: InputOf<typeof cancelOverride>) {
    return cancelOverride(this.store, actor, input);
  }

  @Serves(routes.addTemporary)
  addTemporary(@By() actor: Actor, @Input() input: InputOf<typeof addTemporary>) {
    return addTemporary(this.store, actor, input);
  }

  @Serves(routes.cancelTemporary)
  cancelTemporary(@By() actor: Actor, @Input() input: InputOf<typeof cancelTemporary>) {
    return cancelTemporary(this.store, actor, input);
  }

  @Serves(routes.offerSwap)
  offerSwap(@By() actor: Actor, @Input() input: InputOf<typeof offerSwap>) {
    return offerSwap(this.store, actor, input);
  }

  @Serves(routes.answerSwap)
  answerSwap(@By() actor: Actor, @Input() input: InputOf<typeof answerSwap>) {
    return answerSwap(this.store, actor, input);
  }

  @Serves(routes.withdrawSwap)
  withdrawSwap(@By() actor: Actor, @Input() input: InputOf<typeof withdrawSwap>) {
    return withdrawSwap(this.store, actor, input);
  }

  @Serves(routes.importShifts)
  importShifts(@By() actor: Actor, @Input() input: Parameters<typeof importShifts>[2]) {
    return importShifts(this.store, actor, input, csvRows);
  }

  @Serves(routes.checkReach)
  checkReach(@By() actor: Actor, @Input() input: Parameters<typeof checkReach>[2]) {
    return checkReach(this.reach, actor, input);
  }

  @Serves(routes.onCallNow)
  onCallNow(@By() actor: Actor) {
    return onCallNow(this.store, actor);
  }

  @Serves(routes.onCallPlan)
  onCallPlan(@By() actor: Actor, @Input() input: InputOf<typeof onCallPlan>) {
    return onCallPlan(this.store, actor, input);
  }
}
