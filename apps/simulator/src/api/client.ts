import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { BodyOf, Problem, ReplyOf, RouteName } from '@concord/contracts';
import { problem, routes } from '@concord/contracts';

export type Answer<Reply> =
  { readonly ok: true; readonly reply: Reply } | { readonly ok: false; readonly problem: Problem };

export interface Given<Name extends RouteName> {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: BodyOf<Name>;
  /** Persona who asks; nobody for the public routes. */
  readonly as?: string;
}

interface Response {
  readonly status: number;
  readonly cookies: readonly string[];
  readonly text: string;
}

const textOf = async (message: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

const pathOf = (path: string, { params = {}, query = {} }: Given<RouteName>): string => {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const asked = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return `/api${filled}${asked.size > 0 ? `?${asked.toString()}` : ''}`;
};

/** Real seconds that the api may be away (starting, or started again after a crash) before the day is given up. */
const PATIENCE_MS = 60_000;

/** The public HTTP API, spoken as a whole cast of people, each with a session of their own. */
export class ApiClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8 });
  private readonly cookies = new Map<string, string>();
  private readonly base: URL;
  /** Commands sent so far: everything but sign-ins, reads and moves of the clock. */
  commands = 0;

  constructor(address: string) {
    this.base = new URL(address);
  }

  close(): void {
    this.agent.destroy();
  }

  async signIn(persona: string): Promise<ReplyOf<'demoSignIn'>> {
    const answer = await this.call('demoSignIn', { body: { persona } });
    if (!answer.ok) throw new Error(`cannot sign in as ${persona}: ${answer.problem.detail}`);
    return answer.reply;
  }

  /**
   * One call, parsed by the route's own schema. A refusal is an answer; a server that is away or
   * fails is asked again with the same idempotency key, so that nothing is done twice.
   */
  async call<Name extends RouteName>(name: Name, given: Given<Name>): Promise<Answer<ReplyOf<Name>>> {
    const response = await this.untilAnswered(name, given);
    if (response.status === 401 && given.as !== undefined) {
      await this.signIn(given.as);
      return this.call(name, given);
    }
    const body: unknown = JSON.parse(response.text);
    if (response.status >= 400) return { ok: false, problem: problem.parse(body) };
    if (name === 'demoSignIn')
      this.remember((given.body as unknown as { persona: string }).persona, response.cookies);
    return { ok: true, reply: routes[name].reply.parse(body) as ReplyOf<Name> };
  }

  /** As `call`, where a refusal can only mean that something is wrong. */
  async must<Name extends RouteName>(name: Name, given: Given<Name>): Promise<ReplyOf<Name>> {
    const answer = await this.call(name, given);
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.problem.detail}`);
    return answer.reply;
  }

  private remember(persona: string, cookies: readonly string[]): void {
    const cookie = cookies.map((text) => text.split(';')[0]).join('; ');
    this.cookies.set(persona, cookie);
  }

  private async untilAnswered<Name extends RouteName>(name: Name, given: Given<Name>): Promise<Response> {
    const key = randomUUID();
    const giveUpAt = Date.now() + PATIENCE_MS;
    for (let wait = 50; ; wait = Math.min(2000, wait * 2)) {
      try {
        const response = await this.send(name, given, key);
        if (response.status < 500) return response;
        if (Date.now() > giveUpAt) throw new Error(`${name}: ${response.status} ${response.text}`);
      } catch (error) {
        if (Date.now() > giveUpAt) throw error;
      }
      await pause(wait);
    }
  }

  private send<Name extends RouteName>(name: Name, given: Given<Name>, key: string): Promise<Response> {
    const { method, path } = routes[name];
    const payload = method === 'POST' ? JSON.stringify(given.body ?? {}) : undefined;
    const cookie = given.as === undefined ? undefined : this.cookies.get(given.as);
    if (method === 'POST' && name !== 'setDemoClock' && name !== 'demoSignIn') this.commands += 1;
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          agent: this.agent,
          host: this.base.hostname,
          port: this.base.port,
          method,
          path: pathOf(path, given),
          headers: {
            ...(cookie ? { cookie } : {}),
            ...(payload === undefined
              ? {}
              : {
                  'content-type': 'application/json',
                  'content-length': Buffer.byteLength(payload),
                  'idempotency-key': key,
                }),
          },
        },
        (message) => {
          textOf(message).then((text) => {
            resolve({
              status: message.statusCode ?? 0,
              cookies: message.headers['set-cookie'] ?? [],
              text,
            });
          }, reject);
        },
      );
      sent.once('error', reject);
      sent.end(payload);
    });
  }
}
