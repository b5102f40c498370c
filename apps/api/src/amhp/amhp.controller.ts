import { Controller, Inject } from '@nestjs/common';
import { routes } from '@concord/contracts';
import {
  acceptOffer,
  amhpLoad,
  amhpProgress,
  declineOffer,
  reassignAmhp,
  requestAmhp,
  requestDoctor,
  sayAvailability,
  withdrawAmhp,
} from '@concord/coordination';
import type { Actor } from '@concord/domain';
import { By } from '../identity/by';
import type { Store } from '../parts';
import { STORE } from '../parts';
import type { InputOf } from '../serve/input';
import { Input } from '../serve/input';
import { Serves } from '../serve/serves.decorator';

@Controller()
export class AmhpController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Serves(routes.requestAmhp)
  request(@By() actor: Actor, @Input() input: InputOf<typeof requestAmhp>) {
    return requestAmhp(this.store, actor, input);
  }

  @Serves(routes.requestDoctor)
  requestDoctor(@By() actor: Actor, @Input() input: InputOf<typeof requestDoctor>) {
    return requestDoctor(this.store, actor, input);
  }

  @Serves(routes.acceptOffer)
  accept(@By() actor: Actor, @Input() input: InputOf<typeof acceptOffer>) {
    return acceptOffer(this.store, actor, input);
  }

  @Serves(routes.declineOffer)
  decline(@By() actor: Actor, @Input() input: InputOf<typeof declineOffer>) {
    return declineOffer(this.store, actor, input);
  }

  @Serves(routes.withdrawAmhp)
  withdraw(@By() actor: Actor, @Input() input: InputOf<typeof withdrawAmhp>) {
    return withdrawAmhp(this.store, actor, input);
  }

  @Serves(routes.amhpProgress)
  progress(@By() actor: Actor, @Input() input: InputOf<typeof amhpProgress>) {
    return amhpProgress(this.store, actor, input);
  }

  @Serves(routes.reassignAmhp)
  reassign(@By() actor: Actor, @Input() input: InputOf<typeof reassignAmhp>) {
    return reassignAmhp(this.store, actor, input);
  }

  @Serves(routes.amhpLoad)
  load(@By() actor: Actor) {
    return amhpLoad(this.store, actor);
  }

  @Serves(routes.sayAvailability)
  availability(@By() actor: Actor, @Input() input: InputOf<typeof sayAvailability>) {
    return sayAvailability(this.store, actor, input);
  }
}
