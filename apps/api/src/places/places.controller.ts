import { Controller, Inject } from '@nestjs/common';
import { routes } from '@concord/contracts';
import {
  acceptHold,
  confirmRooms,
  extendHold,
  handBackSearch,
  heldElsewhere,
  markRoom,
  observePlace,
  placeHistory,
  promiseRoom,
  refusals,
  refuseHold,
  releaseHold,
  requestHold,
  reverseRefusal,
  unmarkRoom,
} from '@concord/coordination';
import type { Actor } from '@concord/domain';
import { By } from '../identity/by';
import type { Store } from '../parts';
import { STORE } from '../parts';
import type { InputOf } from '../serve/input';
import { Input } from '../serve/input';
import { Serves } from '../serve/serves.decorator';

@Controller()
export class PlacesController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Serves(routes.requestHold)
  requestHold(@By() actor: Actor, @Input() input: InputOf<typeof requestHold>) {
    return requestHold(this.store, actor, input);
  }

  @Serves(routes.heldElsewhere)
  heldElsewhere(@By() actor: Actor, @Input() input: InputOf<typeof heldElsewhere>) {
    return heldElsewhere(this.store, actor, input);
  }

  @Serves(routes.handBackSearch)
  handBackSearch(@By() actor: Actor, @Input() input: InputOf<typeof handBackSearch>) {
    return handBackSearch(this.store, actor, input);
  }

  @Serves(routes.acceptHold)
  acceptHold(@By() actor: Actor, @Input() input: InputOf<typeof acceptHold>) {
    return acceptHold(this.store, actor, input);
  }

  @Serves(routes.refuseHold)
  refuseHold(@By() actor: Actor, @Input() input: InputOf<typeof refuseHold>) {
    return refuseHold(this.store, actor, input);
  }

  @Serves(routes.extendHold)
  extendHold(@By() actor: Actor, @Input() input: InputOf<typeof extendHold>) {
    return extendHold(this.store, actor, input);
  }

  @Serves(routes.reverseRefusal)
  reverseRefusal(@By() actor: Actor, @Input() input: InputOf<typeof reverseRefusal>) {
    return reverseRefusal(this.store, actor, input);
  }

  @Serves(routes.refusals)
  refusals(@By() actor: Actor, @Input() input: InputOf<typeof refusals>) {
    return refusals(this.store, actor, input);
  }

  @Serves(routes.releaseHold)
  releaseHold(@By() actor: Actor, @Input() input: InputOf<typeof releaseHold>) {
    return releaseHold(this.store, actor, input);
  }

  @Serves(routes.markRoom)
  markRoom(@By() actor: Actor, @Input() input: InputOf<typeof markRoom>) {
    return markRoom(this.store, actor, input);
  }

  @Serves(routes.unmarkRoom)
  unmarkRoom(@By() actor: Actor, @Input() input: InputOf<typeof unmarkRoom>) {
    return unmarkRoom(this.store, actor, input);
  }

  @Serves(routes.promiseRoom)
  promiseRoom(@By() actor: Actor, @Input() input: InputOf<typeof promiseRoom>) {
    return promiseRoom(this.store, actor, input);
  }

  @Serves(routes.observePlace)
  observePlace(@By() actor: Actor, @Input() input: InputOf<typeof observePlace>) {
    return observePlace(this.store, actor, input);
  }

  @Serves(routes.placeHistory)
  placeHistory(@By() actor: Actor, @Input() input: InputOf<typeof placeHistory>) {
    return placeHistory(this.store, actor, input);
  }

  @Serves(routes.confirmRooms)
  confirmRooms(@By() actor: Actor, @Input() input: InputOf<typeof confirmRooms>) {
    return confirmRooms(this.store, actor, input);
  }
}
