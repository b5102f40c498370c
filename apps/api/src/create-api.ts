import 'reflect-metadata';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AreaClock, Sender, Store, UntilNothingDue, Wake } from '@concord/coordination';
import type { Identity } from '@concord/postgres';
import { PostgresCalendarFeeds } from '@concord/postgres';
import type { Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import { engineSettles } from './demo/engine-settles';
import { watchEngine } from './health/engine-watch';
import { vitalSignsOf } from './health/vital-signs';
import { attachLive } from './live/live';
import { outageLog } from './live/outage-log';
import type { CutOff, Settings } from './parts';
import {
  CALENDARS,
  CLOCK,
  CUT_OFF,
  IDENTITY,
  SENDER,
  SETTINGS,
  STORE,
  UNTIL_NOTHING_DUE,
  VITAL_SIGNS,
} from './parts';
import { adapterFor } from './web/adapter';
import { serveConsole } from './web/console-files';
import { readJsonOnly } from './web/json-bodies';
import { logRequests } from './web/request-log';
import { secure } from './web/security';

export interface ApiOptions {
  readonly source: DataSource;
  readonly store: Store;
  readonly clock: AreaClock;
  readonly identity: Identity;
  readonly wake: Wake;
  /** Where codes and tests go out. Alarms are the worker's to send. */
  readonly sender: Sender;
  /** How a step of the demo clock waits for the engine; by default, for one in another process. */
  readonly untilNothingDue?: UntilNothingDue;
  /** One-click sign-in and the movable clock. */
  readonly demo?: boolean;
  /** With which GOV.UK Notify calls back. */
  readonly notifyCallbackToken?: string | undefined;
  /** Directory of the built console. */
  readonly consoleDir?: string | undefined;
  /** Origins, besides the server's own, whose pages may send commands. */
  readonly origins?: readonly string[];
  /** Addresses of proxies whose word on the caller's address, host and protocol is taken. */
  readonly trustedProxies?: readonly string[];
  readonly logLevel?: string;
  /** Real seconds of an engine's silence after which those on call are told of it by message. */
  readonly tellSilentAfterSeconds?: number;
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
}

export interface Api {
  /** Where it answers, as a URL. */
  readonly address: string;
  readonly port: number;
  readonly tailer: { caughtUp(): Promise<void> };
  /** Every route that the server's router really has. */
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  /** Stops accepting, answers what is in flight, lets the sockets go. Leaves what was handed in open. */
  close(): Promise<void>;
}

/** By then the consoles have said so for the best part of a minute. */
const TELL_SILENT_AFTER_SECONDS = 60;
const CLOSE_WITHIN_MS = 5_000;
const LOOK_FOR_IDLE_MS = 50;

/** The API in this process, listening. Refuses to start when its wiring is wrong. */
export const createApi = async (options: ApiOptions): Promise<Api> => {
  const { source, store, clock, identity, wake, origins = [], demo = false, host = '127.0.0.1' } = options;
  const vitalSigns = vitalSignsOf(source);
  const settings: Settings = { demo, origins, notifyCallbackToken: options.notifyCallbackToken };
  // The live edge is attached to a server that needs the controllers, one of which needs this.
  let cutOff: CutOff = () => undefined;
  const parts: Provider[] = [
    { provide: STORE, useValue: store },
    { provide: CLOCK, useValue: clock },
    { provide: CALENDARS, useValue: new PostgresCalendarFeeds(source) },
    { provide: IDENTITY, useValue: identity },
    { provide: SENDER, useValue: options.sender },
    { provide: SETTINGS, useValue: settings },
    { provide: VITAL_SIGNS, useValue: vitalSigns },
    {
      provide: UNTIL_NOTHING_DUE,
      useValue: options.untilNothingDue ?? engineSettles(store, () => undefined),
    },
    { provide: CUT_OFF, useValue: ((session) => cutOff(session)) satisfies CutOff },
  ];
  const adapter = adapterFor(options.logLevel ?? 'info', options.trustedProxies ?? []);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(parts), adapter, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  const server = adapter.getInstance<FastifyInstance>();
  const routes = collectRoutes(server);
  secure(server, origins);
  readJsonOnly(server);
  logRequests(server);
  if (options.consoleDir) await serveConsole(server, options.consoleDir);
  await app.init();
  const live = attachLive(server.server, {
    ...{ store, clock, identity, wake, vitalSigns, origins },
    failed: outageLog((error, alsoFailed) =>
      server.log.error({ err: error, alsoFailed }, 'the live edge failed'),
    ),
  });
  cutOff = live.cutOff;
  const watch = watchEngine({
    ...{ store, vitalSigns },
    sender: options.sender,
    contacts: identity.contacts,
    silentAfterSeconds: options.tellSilentAfterSeconds ?? TELL_SILENT_AFTER_SECONDS,
    failed: outageLog((error, alsoFailed) =>
      server.log.error({ err: error, alsoFailed }, 'a silent engine cannot be told of'),
    ),
  });
  await app.listen(options.port ?? 0, host);
  const { port } = server.server.address() as AddressInfo;
  return {
    address: `http://${host}:${port}`,
    port,
    tailer: live.tailer,
    routes,
    close: async () => {
      live.close();
      watch.stop();
      const stopLettingGo = letGoOfConnections(server.server);
      await app.close();
      stopLettingGo();
    },
  };
};

const collectRoutes = (server: FastifyInstance): Api['routes'] => {
  const routes: { method: string; path: string }[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, path: url });
  });
  return routes;
};

/** A connection kept alive after its last answer would hold up closing until it times out. */
const letGoOfConnections = (server: Server): (() => void) => {
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_FOR_IDLE_MS);
  const all = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS);
  return () => {
    clearInterval(idle);
    clearTimeout(all);
  };
};
