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
  | 'hold-ended'
  | 'request-exists'
  | 'offer-not-yours'
  | 'offer-ended'
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
}

export const refuse = (
  code: RefusalCode,
  message: string,
  more: { rule?: string; details?: Record<string, unknown> } = {},
): Refusal => ({
  refused: true,
  code,
  message,
  ...(more.rule ? { rule: more.rule } : {}),
  details: more.details ?? {},
});

export const refused = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
