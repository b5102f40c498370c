import 'reflect-metadata';
import { Controller, Get } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { EXPECTED_ROUTES, RouteCheck } from './route-check';
import type { ServedRoute } from './served-route';
import { ServesAt } from './serves.decorator';

const route = (path: string, more: Partial<ServedRoute> = {}): ServedRoute => ({
  method: 'GET',
  path,
  summary: 'A route',
  allowed: 'signed-in',
  reply: z.literal('yes'),
  ...more,
});

@Controller()
class Good {
  @ServesAt(route('/api/good'))
  good() {
    return 'yes' as const;
  }
}

@Controller('api/rogue')
class Undecorated {
  @Get(':id')
  everything() {
    return 'all of it';
  }
}

@Controller()
class ForNobody {
  @ServesAt(route('/api/unstated', { allowed: [] }))
  unstated() {
    return 'yes' as const;
  }
}

@Controller()
class Unlisted {
  @ServesAt(route('/api/unlisted'))
  unlisted() {
    return 'yes' as const;
  }
}

@Controller('moved')
class Moved {
  @ServesAt(route('/api/good'))
  good() {
    return 'yes' as const;
  }
}

class Application {}

const start = async (controllers: Type[], expected: ServedRoute[] = [route('/api/good')]) => {
  const app = await NestFactory.create(
    {
      module: Application,
      imports: [DiscoveryModule],
      controllers,
      providers: [RouteCheck, { provide: EXPECTED_ROUTES, useValue: expected }],
    },
    new FastifyAdapter(),
    { logger: false, abortOnError: false },
  );
  await app.init().finally(() => app.close());
};

test('an application whose routes all say who may call them starts', async () => {
  await expect(start([Good])).resolves.toBeUndefined();
});

test.each([
  [
    'a route that bypasses the table',
    Undecorated,
    'GET /api/rogue/:id (Undecorated.everything) does not say who may call it',
  ],
  [
    'a route with an empty list of duties',
    ForNobody,
    'GET /api/unstated (ForNobody.unstated) does not say who may call it',
  ],
  [
    'a route that is not in the table',
    Unlisted,
    'GET /api/unlisted (Unlisted.unlisted) is not in the table of routes',
  ],
  [
    'a route that is mounted elsewhere',
    Moved,
    'GET /moved/api/good (Moved.good) is mounted away from its route',
  ],
])('%s keeps the application from starting, and is named', async (_, rogue, fault) => {
  await expect(start([Good, rogue])).rejects.toThrow(fault);
});

test('a route of the table that nobody serves, or two do, keeps it from starting', async () => {
  await expect(start([Good], [route('/api/good'), route('/api/missing')])).rejects.toThrow(
    'GET /api/missing is served by 0 handlers',
  );
  await expect(start([])).rejects.toThrow('served by 0 handlers');
});
