import type { OnApplicationBootstrap } from '@nestjs/common';
import { Inject, Injectable, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { ServedRoute } from './served-route';
import { statesWhoMayCall } from './served-route';
import { servedRoute } from './serves.decorator';

export const EXPECTED_ROUTES = Symbol('expected routes');

interface Found {
  readonly handler: string;
  readonly method: string;
  readonly path: string;
  readonly served: ServedRoute | undefined;
}

const joined = (controllerPath: string, path: string): string =>
  `/${[controllerPath, path]
    .map((part) => part.replace(/^\/|\/$/g, ''))
    .filter(Boolean)
    .join('/')}`;

/** Refuses to start an application in which some route does not say who may call it, or is not in the table. */
@Injectable()
export class RouteCheck implements OnApplicationBootstrap {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(EXPECTED_ROUTES) private readonly expected: readonly ServedRoute[],
  ) {}

  onApplicationBootstrap(): void {
    const found = this.routes();
    const faults = [...found.flatMap((route) => this.faultsOf(route)), ...this.unserved(found)];
    if (faults.length > 0) throw new Error(`The API does not start:\n- ${faults.join('\n- ')}`);
  }

  /** Every method of every controller that Nest has made a route of. */
  private routes(): Found[] {
    const scanner = new MetadataScanner();
    return this.discovery.getControllers().flatMap(({ metatype, name }) => {
      const prototype = metatype?.prototype as Record<string, object> | undefined;
      if (!metatype || !prototype) return [];
      const controllerPath = (Reflect.getMetadata(PATH_METADATA, metatype) as string | undefined) ?? '';
      return scanner.getAllMethodNames(prototype).flatMap((methodName): Found[] => {
        const handler = prototype[methodName];
        const path = handler && (Reflect.getMetadata(PATH_METADATA, handler) as string | undefined);
        if (!handler || path === undefined) return [];
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod;
        return [
          {
            handler: `${name}.${methodName}`,
            method: RequestMethod[method],
            path: joined(controllerPath, path),
            served: servedRoute(handler),
          },
        ];
      });
    });
  }

  private faultsOf({ handler, method, path, served }: Found): string[] {
    const route = `${method} ${path} (${handler})`;
    if (!served || !statesWhoMayCall(served)) return [`${route} does not say who may call it`];
    if (served.method !== method || served.path !== path) return [`${route} is mounted away from its route`];
    return this.expected.some((one) => one.method === method && one.path === path)
      ? []
      : [`${route} is not in the table of routes`];
  }

  private unserved(found: readonly Found[]): string[] {
    return this.expected.flatMap((route) => {
      const handlers = found.filter(({ method, path }) => method === route.method && path === route.path);
      if (handlers.length === 1) return [];
      return [`${route.method} ${route.path} is served by ${handlers.length} handlers`];
    });
  }
}
