import { Controller, Inject } from '@nestjs/common';
import { routes } from '@concord/contracts';
import { allowLoan, lendPlaces, neighbours, withdrawLending } from '@concord/coordination';
import type { Actor } from '@concord/domain';
import { By } from '../identity/by';
import type { Store } from '../parts';
import { STORE } from '../parts';
import type { InputOf } from '../serve/input';
import { Input } from '../serve/input';
import { Serves } from '../serve/serves.decorator';

@Controller()
export class LendingController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Serves(routes.neighbours)
  neighbours(@By() actor: Actor) {
    return neighbours(this.store, actor);
  }

  @Serves(routes.lendPlaces)
  lend(@By() actor: Actor, @Input() input: InputOf<typeof lendPlaces>) {
    return lendPlaces(this.store, actor, input);
  }

  @Serves(routes.withdrawLending)
  withdraw(@By() actor: Actor, @Input() input: InputOf<typeof withdrawLending>) {
    return withdrawLending(this.store, actor, input);
  }

  @Serves(routes.allowLoan)
  allow(@By() actor: Actor, @Input() input: InputOf<typeof allowLoan>) {
    return allowLoan(this.store, actor, input);
  }
}
