/**
 * Why a command was refused. The union is closed so that the console must have words for each
 * and `apps/api/src/refusal.filter.ts` an HTTP status for each.
 */
export type RefusalCode =
  | 'not-found'
  | 'not-your-duty'
  | 'not-allowed-in-this-state'
  | 'changed-since-seen'
  | 'unlawful'
  | 'time-impossible'
  | 'room-taken'
  | 'room-not-free'
  | 'place-unfit'
  | 'place-unconfirmed'
  | 'not-lent'
  | 'yes-needed'
  | 'hold-exists'
  | 'person-held-elsewhere'
  | 'hold-ended'
  | 'request-exists'
  | 'offer-not-yours'
  | 'offer-ended'
  | 'not-free'
  | 'reason-needed'
  | 'rota-impossible'
  | 'blanket-refusal'
  | 'already-owned'
  | 'already-resolved'
  | 'channel-not-offered'
  | 'contact-exists'
  | 'wrong-code'
  | 'too-soon'
  | 'provider-failed'
  | 'agreement-impossible'
  | 'needs-second-person'
  | 'key-reused'
  | 'not-a-demo';

/**
 * An expected "no": a value, never thrown. `rule` names the Act, regulation, Code paragraph or
 * agreement that forbids the step; `details` carries what the person needs to do next.
 */
export interface Refusal {
  readonly refused: true;
  readonly code: RefusalCode;
  readonly message: string;
  readonly rule?: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** Where several parts of what was given are wrong: each by its path. */
  readonly errors?: readonly FieldFault[];
}

export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

export const refuse = (
  code: RefusalCode,
  message: string,
  more: { rule?: string; details?: Record<string, unknown>; errors?: readonly FieldFault[] } = {},
): Refusal => ({
  refused: true,
  code,
  message,
  ...(more.rule ? { rule: more.rule } : {}),
  details: more.details ?? {},
  ...(more.errors ? { errors: more.errors } : {}),
});

export const refused = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
