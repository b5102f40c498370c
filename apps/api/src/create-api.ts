import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { AreaClock, Store, UntilNothingDue, Wake } from '@concord/coordination';
import type { Identity } from '@concord/postgres';
import { secondsSinceBeat } from '@concord/postgres';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import { engineSettles } from './demo/engine-settles';
import { attachLive } from './live/live';
import type { CutOff, Settings, VitalSigns } from './parts';
import { CLOCK, CUT_OFF, IDENTITY, SETTINGS, STORE, UNTIL_NOTHING_DUE, VITAL_SIGNS } from './parts';
import { rejectionFor, sendRejection } from './refusal.filter';
import { serveConsole } from './web/console-files';
import { readJsonOnly } from './web/json-bodies';
import { loggerFor, logRequests } from './web/request-log';
import { secure, setSecurityHeaders } from './web/security';

export interface ApiOptions {
  readonly source: DataSource;
  readonly store: Store;
  readonly clock: AreaClock;
  readonly identity: Identity;
  readonly wake: Wake;
  /** How a step of the demo clock waits for the engine; by default, for one in another process. */
  readonly untilNothingDue?: UntilNothingDue;
  /** One-click sign-in and the movable clock. */
  readonly demo?: boolean;
  /** Directory of the built console. */
  readonly consoleDir?: string | undefined;
  readonly origins?: readonly string[];
  /** Addresses of proxies whose word on the caller's address, host and protocol is taken. */
  readonly trustedProxies?: readonly string[];
  readonly logLevel?: string;
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

const MOST_BYTES_IN = 64 * 1024;
const REQUEST_MS = 15_000;
const CLOSE_WITHIN_MS = 5_000;

const vitalSignsOf = (source: DataSource): VitalSigns => {
  let atHead = false;
  return {
    // Once there, this version's migrations stay applied: later ones belong to a later version.
    migrationsAtHead: async () => {
      if (atHead) await source.query('select 1');
      else atHead = !(await source.showMigrations());
      return atHead;
    },
    engineBeatSecondsAgo: () => secondsSinceBeat(source),
  };
};

const adapterFor = ({ logLevel = 'info', trustedProxies = [] }: ApiOptions): FastifyAdapter =>
  new FastifyAdapter({
    logger: loggerFor(logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: MOST_BYTES_IN,
    requestTimeout: REQUEST_MS,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    // The router refuses some paths before any hook runs.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      setSecurityHeaders(request, reply);
      sendRejection(reply, rejectionFor(error, request.log));
    },
  });

/** The API in this process, listening. Refuses to start when its wiring is wrong. */
export const createApi = async (options: ApiOptions): Promise<Api> => {
  const { source, store, clock, identity, wake, origins = [], demo = false } = options;
  const vitalSigns = vitalSignsOf(source);
  const settings: Settings = { demo, origins };
  let cutOff: CutOff = () => undefined;
  const adapter = adapterFor(options);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with([
      { provide: STORE, useValue: store },
      { provide: CLOCK, useValue: clock },
      { provide: IDENTITY, useValue: identity },
      { provide: SETTINGS, useValue: settings },
      { provide: VITAL_SIGNS, useValue: vitalSigns },
      {
        provide: UNTIL_NOTHING_DUE,
        useValue: options.untilNothingDue ?? engineSettles(store, async () => undefined),
      },
      { provide: CUT_OFF, useValue: ((session) => cutOff(session)) satisfies CutOff },
    ]),
    adapter,
    { logger: false, bodyParser: false, abortOnError: false },
  );
  const server = adapter.getInstance() as unknown as FastifyInstance;
  const routes: { method: string; path: string }[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, path: url });
  });
  secure(server, origins);
  readJsonOnly(server);
  logRequests(server);
  if (options.consoleDir) await serveConsole(server, options.consoleDir);
  await app.init();
  const live = attachLive(app.getHttpServer(), {
    ...{ store, clock, identity, wake, vitalSigns, origins },
    failed: (error) => server.log.error({ err: error }, 'the live edge failed'),
  });
  cutOff = live.cutOff;
  await app.listen(options.port ?? 0, options.host ?? '127.0.0.1');
  const { port } = server.server.address() as AddressInfo;
  return {
    address: `http://${options.host ?? '127.0.0.1'}:${port}`,
    port,
    tailer: live.tailer,
    routes,
    close: async () => {
      live.close();
      const impatient = setTimeout(() => server.server.closeAllConnections(), CLOSE_WITHIN_MS);
      await app.close();
      clearTimeout(impatient);
    },
  };
};
