import type { BodyOf, Problem, ReplyOf, RouteName } from '@concord/contracts';
import { problem, routes } from '@concord/contracts';
import { windowName } from './window-name';

/** The server said no, and why. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** No answer came: what was asked may or may not have been done. */
export class NotReached extends Error {}

export interface Request<Name extends RouteName> {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: BodyOf<Name>;
  /** One per action of a person: sent again unchanged when the same action is tried again. */
  readonly idempotencyKey?: string;
  /** Gives up waiting for the answer. */
  readonly signal?: AbortSignal;
}

const urlOf = (
  path: string,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>>,
): string => {
  const asked = new URLSearchParams(query).toString();
  const at = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path} needs ${name}`);
    return encodeURIComponent(value);
  });
  return `/api${at}${asked && `?${asked}`}`;
};

const fetched = async (url: string, init: RequestInit): Promise<Response> => {
  try {
    const response = await fetch(url, init);
    if (response.status === 502 || response.status === 503 || response.status === 504) {
      throw new NotReached(`The server is not answering (${response.status}).`);
    }
    return response;
  } catch (failure) {
    throw failure instanceof NotReached
      ? failure
      : new NotReached('No connection to the server.', { cause: failure });
  }
};

const jsonOf = async (response: Response): Promise<unknown> => {
  try {
    return await response.json();
  } catch (failure) {
    throw new NotReached('The answer was cut off.', { cause: failure });
  }
};

/** Calls a route of the table, and reads the answer by the table's own schema. */
export const call = async <Name extends RouteName>(
  name: Name,
  { params = {}, query = {}, body, idempotencyKey, signal }: Request<Name> = {},
): Promise<ReplyOf<Name>> => {
  const { method, path, reply } = routes[name];
  const named = windowName();
  const response = await fetched(urlOf(path, params, query), {
    method,
    ...(signal && { signal }),
    credentials: 'same-origin',
    headers: {
      accept: 'application/json, application/problem+json',
      ...(method === 'POST' && { 'content-type': 'application/json' }),
      ...(named && { 'x-concord-window': named }),
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    },
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
  });
  const answer = await jsonOf(response);
  if (response.ok) return reply.parse(answer) as ReplyOf<Name>;
  const said = problem.safeParse(answer);
  if (said.success) throw new Refused(said.data);
  throw new Error(`The server answered ${response.status} in a form this screen does not know.`);
};
