import { randomUUID } from 'node:crypto';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, HttpException } from '@nestjs/common';
import type { Problem } from '@concord/contracts';
import type { RefusalCode } from '@concord/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EdgeCode, ProblemCode } from './rejection';
import { notFoundHere, Rejection } from './rejection';
import { isUnavailable } from './unavailable';

interface Answer {
  readonly status: number;
  readonly title: string;
}

/** What each code is on the wire. A code of the domain without an entry here does not compile. */
const answers: { readonly [Code in RefusalCode | EdgeCode]: Answer } = {
  invalid: { status: 400, title: 'The request does not have the right shape' },
  malformed: { status: 400, title: 'The request cannot be read' },
  'not-signed-in': { status: 401, title: 'Not signed in' },
  'wrong-credentials': { status: 401, title: 'The e-mail address or the password is wrong' },
  'not-your-duty': { status: 403, title: 'Not for your duty' },
  'offer-not-yours': { status: 403, title: 'Offered to somebody else' },
  'origin-refused': { status: 403, title: 'Sent from another site' },
  'not-found': { status: 404, title: 'Not found' },
  'not-a-demo': { status: 404, title: 'Not a demo' },
  'not-allowed-in-this-state': { status: 409, title: 'Not possible now' },
  'changed-since-seen': { status: 409, title: 'Changed since you saw it' },
  'room-taken': { status: 409, title: 'The room is taken' },
  'room-not-free': { status: 409, title: 'The room is not free' },
  'place-unconfirmed': { status: 409, title: 'The place has not been confirmed lately' },
  'not-lent': { status: 409, title: 'The neighbour does not lend it' },
  'yes-needed': { status: 409, title: 'Somebody else must say yes first' },
  'hold-exists': { status: 409, title: 'A room is already held' },
  'person-held-elsewhere': { status: 409, title: 'This person has a room elsewhere' },
  'hold-ended': { status: 409, title: 'The hold has ended' },
  'request-exists': { status: 409, title: 'Already requested' },
  'offer-ended': { status: 409, title: 'The offer has ended' },
  'not-free': { status: 409, title: 'Cannot be asked now' },
  'contact-exists': { status: 409, title: 'You have that already' },
  'already-owned': { status: 409, title: 'Somebody already has it' },
  'already-resolved': { status: 409, title: 'Already resolved' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'Only JSON is read here' },
  unlawful: { status: 422, title: 'The law forbids it' },
  'time-impossible': { status: 422, title: 'That time is impossible' },
  'place-unfit': { status: 422, title: 'The place does not fit this person' },
  'rota-impossible': { status: 422, title: 'The rota cannot be so' },
  'reason-needed': { status: 422, title: 'A reason is needed' },
  'blanket-refusal': { status: 422, title: 'Not a reason to refuse a person' },
  'channel-not-offered': { status: 422, title: 'Not sent by this installation' },
  'wrong-code': { status: 422, title: 'Not the code' },
  'agreement-impossible': { status: 422, title: 'The agreement could not be kept' },
  'needs-second-person': { status: 409, title: 'A second person must do this' },
  'key-reused': { status: 422, title: 'Idempotency key used for something else' },
  'too-soon': { status: 429, title: 'Too soon' },
  'too-many-attempts': { status: 429, title: 'Too many attempts' },
  fault: { status: 500, title: 'Something went wrong here' },
  'provider-failed': { status: 502, title: 'The provider did not take it' },
  'not-ready': { status: 503, title: 'Not ready' },
  unavailable: { status: 503, title: 'Not available just now' },
};

export const statusOf = (code: ProblemCode): number => answers[code].status;
export const titleOf = (code: ProblemCode): string => answers[code].title;

/** Every answer that is not a refusal. */
export const OK = 200;

const RETRY_SECONDS = 2;

export const problemOf = ({ code, message, more }: Rejection): Problem => ({
  type: `/problems/${code}`,
  title: titleOf(code),
  status: statusOf(code),
  detail: message,
  code,
  ...(more.rule === undefined ? {} : { rule: more.rule }),
  ...(more.details && Object.keys(more.details).length > 0 ? { details: { ...more.details } } : {}),
  ...(more.errors ? { errors: [...more.errors] } : {}),
});

/** Fastify and Nest speak in statuses: what they refused before any handler saw it. */
const rejectionForStatus = (status: number): Rejection => {
  switch (status) {
    case 404:
    case 405:
      return notFoundHere();
    case 413:
      return new Rejection('too-large', 'A request may carry 64 kB at most.');
    case 415:
      return new Rejection('unsupported-media-type', 'Send the body as application/json.');
    default:
      return new Rejection('malformed', 'The request is not valid HTTP with a valid JSON body.');
  }
};

const statusIn = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
};

/** Whatever was thrown, as a refusal; anything unexpected is a fault with a reference and no internals. */
export const rejectionFor = (
  error: unknown,
  log: { error(given: object, message: string): void },
): Rejection => {
  if (error instanceof Rejection) return error;
  if (isUnavailable(error)) {
    log.error({ err: error }, 'the database did not answer');
    return new Rejection('unavailable', 'Nothing was changed. Try again in a moment.', {
      retryAfterSeconds: RETRY_SECONDS,
    });
  }
  const status = statusIn(error);
  if (status !== undefined && status >= 400 && status < 500) return rejectionForStatus(status);
  const reference = randomUUID();
  log.error({ err: error, reference }, 'a request failed');
  return new Rejection('fault', `It has been logged under ${reference}.`, { details: { reference } });
};

export const sendRejection = (reply: FastifyReply, rejection: Rejection): void => {
  const problem = problemOf(rejection);
  if (rejection.more.retryAfterSeconds !== undefined)
    void reply.header('retry-after', String(rejection.more.retryAfterSeconds));
  void reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
};

/** The only place that turns a refusal into HTTP (RFC 9457). */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    sendRejection(reply, rejectionFor(error, http.getRequest<FastifyRequest>().log));
  }
}
