import { Controller, Inject } from '@nestjs/common';
import { routes } from '@concord/contracts';
import {
  approveAgreement,
  draftAgreement,
  editAgreement,
  notFound,
  whatIf,
  withdrawAgreement,
} from '@concord/coordination';
import type { Actor } from '@concord/domain';
import { agreementInForce } from '@concord/domain';
import { By } from '../identity/by';
import type { Store } from '../parts';
import { STORE } from '../parts';
import type { InputOf } from '../serve/input';
import { Input } from '../serve/input';
import { Serves } from '../serve/serves.decorator';

@Controller()
export class AgreementsController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Serves(routes.agreement)
  async inForce(@By() { areaId }: Actor) {
    const approved = this.store.list(areaId, 'agreement', { state: 'approved' });
    return agreementInForce(await approved, await this.store.now()) ?? notFound('agreement');
  }

  @Serves(routes.draftAgreement)
  draft(@By() actor: Actor, @Input() input: InputOf<typeof draftAgreement>) {
    return draftAgreement(this.store, actor, input);
  }

  @Serves(routes.editAgreement)
  edit(@By() actor: Actor, @Input() input: InputOf<typeof editAgreement>) {
    return editAgreement(this.store, actor, input);
  }

  @Serves(routes.approveAgreement)
  approve(@By() actor: Actor, @Input() input: InputOf<typeof approveAgreement>) {
    return approveAgreement(this.store, actor, input);
  }

  @Serves(routes.withdrawAgreement)
  withdraw(@By() actor: Actor, @Input() input: InputOf<typeof withdrawAgreement>) {
    return withdrawAgreement(this.store, actor, input);
  }

  @Serves(routes.whatIf)
  whatIf(@By() actor: Actor, @Input() input: InputOf<typeof whatIf>) {
    return whatIf(this.store, actor, input);
  }
}
