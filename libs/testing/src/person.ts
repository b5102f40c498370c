import type { Problem } from '@concord/contracts';
import { LiveBoard } from './live-board';

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

export interface SendOptions {
  /** `Idempotency-Key` of this command. */
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody signed in: the public API and the live board as they have it. */
export class Person {
  constructor(
    readonly address: string,
    readonly areaId: string,
    readonly userId: string,
    readonly name: string,
    readonly cookie: string,
    private readonly boards: Set<LiveBoard>,
  ) {}

  get<Body = Problem>(path: string): Promise<Answer<Body>> {
    return this.send('GET', path);
  }

  post<Body = Problem>(path: string, body: unknown = {}, options: SendOptions = {}): Promise<Answer<Body>> {
    return this.send('POST', path, body, options);
  }

  put<Body = Problem>(path: string, body: unknown = {}, options: SendOptions = {}): Promise<Answer<Body>> {
    return this.send('PUT', path, body, options);
  }

  async watch(): Promise<LiveBoard> {
    const board = await LiveBoard.open(this.address, this.areaId, this.cookie);
    this.boards.add(board);
    return board;
  }

  /** Paths are below `/api`; one that does not begin with a slash is below this person's area. */
  private async send<Body>(
    method: string,
    path: string,
    body?: unknown,
    { key, headers }: SendOptions = {},
  ): Promise<Answer<Body>> {
    const below = path.startsWith('/') ? path : `/areas/${this.areaId}/${path}`;
    const url = `${this.address}${below.startsWith('/api/') || below.startsWith('/health/') ? '' : '/api'}${below}`;
    const response = await fetch(url, {
      method,
      headers: {
        cookie: this.cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key ? { 'idempotency-key': key } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      body: (isJson && text ? JSON.parse(text) : text) as Body,
      headers: response.headers,
    };
  }
}
