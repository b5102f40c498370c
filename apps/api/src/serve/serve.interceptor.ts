import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { refused } from '@concord/domain';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { map } from 'rxjs';
import { rejectionOf } from '../rejection';
import { readInput } from './input';
import { replyTo } from './reply';
import { servedRoute } from './serves.decorator';

/** Before the handler: the input, as the route's schemas read it. After it: a refusal, or the reply as the caller may see it. */
@Injectable()
export class ServeInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = servedRoute(context.getHandler());
    if (!route) throw new Error(`${context.getHandler().name} is not a served route`);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    request.input = readInput(route, request);
    return next.handle().pipe(
      map((answer: unknown) => {
        if (refused(answer)) throw rejectionOf(answer);
        return replyTo(route, request.actor, answer);
      }),
    );
  }
}
