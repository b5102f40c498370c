import type { ReplyOf } from '@concord/contracts';
import type { Instant } from '@concord/domain';
import { plusMinutes } from '@concord/domain';

const DAY_MINUTES = 24 * 60;

/** A day of the past that is asked for by itself. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** What the server answered for one day. */
export type Piece = Span & ReplyOf<'whatIf'>;

/** The last so many times 24 hours before an instant, oldest first: one question each, so that progress is exact. */
export const spansBefore = (until: Instant, days: number): Span[] =>
  Array.from({ length: days }, (_, i) => {
    const from = plusMinutes(until, (i - days) * DAY_MINUTES);
    return { from, to: plusMinutes(from, DAY_MINUTES) };
  });

interface Asked {
  readonly spans: readonly Span[];
  readonly ask: (span: Span) => Promise<ReplyOf<'whatIf'>>;
  /** True once nobody waits for the answers any more. */
  readonly cancelled: () => boolean;
  readonly onPiece: (piece: Piece) => void;
}

/** Asks day after day, and hands on each answer as it comes; stops where it is told to, or at the first that fails. */
export const askInTurn = async ({ spans, ask, cancelled, onPiece }: Asked): Promise<void> => {
  for (const span of spans) {
    if (cancelled()) return;
    const reply = await ask(span);
    if (cancelled()) return;
    onPiece({ ...span, ...reply });
  }
};
