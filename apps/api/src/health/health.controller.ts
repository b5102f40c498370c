import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VitalSigns } from '../parts';
import { VITAL_SIGNS } from '../parts';
import { statusOf } from '../refusal.filter';
import { ServesAt } from '../serve/serves.decorator';
import { edgeRoutes } from './edge-routes';
import { readinessOf } from './readiness';

@Controller()
export class HealthController {
  constructor(@Inject(VITAL_SIGNS) private readonly vitalSigns: VitalSigns) {}

  @ServesAt(edgeRoutes.live)
  live() {
    return { live: true as const };
  }

  @ServesAt(edgeRoutes.ready)
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const readiness = await readinessOf(this.vitalSigns);
    if (!readiness.ready) void reply.code(statusOf('not-ready'));
    return readiness;
  }
}
