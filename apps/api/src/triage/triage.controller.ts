import { Controller, Inject } from '@nestjs/common';
import { routes } from '@concord/contracts';
import { commitResource, markResource } from '@concord/coordination';
import type { Actor } from '@concord/domain';
import { By } from '../identity/by';
import type { Store } from '../parts';
import { STORE } from '../parts';
import type { InputOf } from '../serve/input';
import { Input } from '../serve/input';
import { Serves } from '../serve/serves.decorator';

@Controller()
export class TriageController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Serves(routes.markResource)
  mark(@By() actor: Actor, @Input() input: InputOf<typeof markResource>) {
    return markResource(this.store, actor, input);
  }

  @Serves(routes.commitResource)
  commit(@By() actor: Actor, @Input() input: InputOf<typeof commitResource>) {
    return commitResource(this.store, actor, input);
  }
}
