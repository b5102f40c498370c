import { Controller, Inject } from '@nestjs/common';
import { routes } from '@concord/contracts';
import {
  alternativeHistory,
  answerReferral,
  confirmAlternative,
  observeAlternative,
  rankAlternativesFor,
} from '@concord/coordination';
import type { Actor } from '@concord/domain';
import { By } from '../identity/by';
import type { Store } from '../parts';
import { STORE } from '../parts';
import type { InputOf } from '../serve/input';
import { Input } from '../serve/input';
import { Serves } from '../serve/serves.decorator';

@Controller()
export class AlternativesController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Serves(routes.alternatives)
  alternatives(@By() actor: Actor, @Input() input: InputOf<typeof rankAlternativesFor>) {
    return rankAlternativesFor(this.store, actor, input);
  }

  @Serves(routes.observeAlternative)
  observe(@By() actor: Actor, @Input() input: InputOf<typeof observeAlternative>) {
    return observeAlternative(this.store, actor, input);
  }

  @Serves(routes.confirmAlternative)
  confirm(@By() actor: Actor, @Input() input: InputOf<typeof confirmAlternative>) {
    return confirmAlternative(this.store, actor, input);
  }

  @Serves(routes.alternativeHistory)
  history(@By() actor: Actor, @Input() input: InputOf<typeof alternativeHistory>) {
    return alternativeHistory(this.store, actor, input);
  }

  @Serves(routes.answerReferral)
  answer(@By() actor: Actor, @Input() input: InputOf<typeof answerReferral>) {
    return answerReferral(this.store, actor, input);
  }
}
