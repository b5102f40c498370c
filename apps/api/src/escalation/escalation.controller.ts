import { Controller, Inject } from '@nestjs/common';
import { routes } from '@concord/contracts';
import { ownEscalation } from '@concord/coordination';
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

  @Serves(routes.ownEscalation)
  own(@By() actor: Actor, @Input() input: InputOf<typeof ownEscalation>) {
    return ownEscalation(this.store, actor, input);
  }
}
