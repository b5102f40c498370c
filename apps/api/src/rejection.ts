import type { FieldFault, Refusal, RefusalCode } from '@concord/domain';

/** Refusals of the edge itself: the request never reached a command. */
export type EdgeCode =
  | 'invalid'
  | 'malformed'
  | 'too-large'
  | 'unsupported-media-type'
  | 'not-signed-in'
  | 'wrong-credentials'
  | 'too-many-attempts'
  | 'origin-refused'
  | 'unavailable'
  | 'not-ready'
  | 'fault';

export type ProblemCode = RefusalCode | EdgeCode;

interface More {
  readonly rule?: string | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  readonly errors?: readonly FieldFault[] | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** An expected "no" on its way to the refusal filter. */
export class Rejection extends Error {
  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly more: More = {},
  ) {
    super(message);
  }
}

export const rejectionOf = ({ code, message, ...more }: Refusal): Rejection =>
  new Rejection(code, message, more);

export const invalid = (errors: readonly FieldFault[]): Rejection => {
  const [first, ...rest] = errors;
  const named = first ? `${first.field} ${first.message}` : 'The request has the wrong shape';
  const more = rest.length === 0 ? '' : ` (and ${rest.length} more)`;
  return new Rejection('invalid', `${named}${more}.`, { errors });
};

/** The same words whether it does not exist, is elsewhere, or is not for the caller to see. */
export const notFoundHere = (): Rejection => new Rejection('not-found', 'There is nothing here for you.');
