import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Inject, Req } from '@nestjs/common';
import type { CommandOf } from '@concord/contracts';
import { routes } from '@concord/contracts';
import { recordReceipt } from '@concord/coordination';
import type { FastifyRequest } from 'fastify';
import { IDENTITY, SETTINGS, STORE } from '../parts';
import type { Identity, Settings, Store } from '../parts';
import { Rejection } from '../rejection';
import { Input } from '../serve/input';
import { Serves } from '../serve/serves.decorator';

const sameSecret = (a: string, b: string): boolean => {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
};

/** What GOV.UK Notify calls back with. It tries again when it is not answered with 2xx. */
@Controller()
export class ReceiptsController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(IDENTITY) private readonly identity: Identity,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Serves(routes.notifyReceipt)
  async fromNotify(@Input() input: CommandOf<'notifyReceipt'>, @Req() request: FastifyRequest) {
    const { notifyCallbackToken } = this.settings;
    const given = request.headers.authorization?.replace(/^Bearer /i, '') ?? '';
    if (notifyCallbackToken === undefined || !sameSecret(given, notifyCallbackToken))
      throw new Rejection('not-signed-in', 'This is for GOV.UK Notify, with its token.');
    const { reference, status } = input;
    if (
      !reference ||
      !['delivered', 'permanent-failure', 'temporary-failure', 'technical-failure'].includes(status)
    )
      return { heard: false };
    const parts = { store: this.store, contacts: this.identity.contacts };
    const receipt = status === 'delivered' ? 'delivered' : 'not-delivered';
    return { heard: await recordReceipt(parts, reference, receipt) };
  }
}
