import { Controller, Inject } from '@nestjs/common';
import type { CommandOf } from '@concord/contracts';
import { routes } from '@concord/contracts';
import { notFound, setDemoClock } from '@concord/coordination';
import type { UntilNothingDue } from '@concord/coordination';
import type { AreaClock, Settings, Store } from '../parts';
import { CLOCK, SETTINGS, STORE, UNTIL_NOTHING_DUE } from '../parts';
import { Input } from '../serve/input';
import { Serves } from '../serve/serves.decorator';

@Controller()
export class DemoController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: AreaClock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(UNTIL_NOTHING_DUE) private readonly untilNothingDue: UntilNothingDue,
  ) {}

  @Serves(routes.demoClock)
  async read() {
    return this.settings.demo ? this.clock.read() : notFound('demo clock');
  }

  @Serves(routes.setDemoClock)
  async set(@Input() input: CommandOf<'setDemoClock'>) {
    return this.settings.demo
      ? setDemoClock(this.store, this.clock, input, this.untilNothingDue)
      : notFound('demo clock');
  }
}
