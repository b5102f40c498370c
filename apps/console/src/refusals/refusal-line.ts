import type { ReplyOf } from '@concord/contracts';
import type { Instant } from '@concord/domain';

export type RefusalLine = ReplyOf<'refusals'>[number];

/** What happened next, in words; `when` writes a time as the reader needs it. */
export const nextWords = (
  { next, search, askedFrom }: RefusalLine,
  when: (at: Instant) => string,
): string => {
  if (askedFrom !== null) return `On the record of ${askedFrom}`;
  const whose =
    search === null
      ? ''
      : search === 'owed'
        ? 'The suite looked itself. '
        : 'The suite handed the search back. ';
  if (!next) return `${whose}Still looking`;
  const after = `${when(next.at)}, ${next.afterMinutes} min later`;
  switch (next.how) {
    case 'accepted':
      return `${whose}${next.placeName ?? 'A suite'} accepted ${after}`;
    case 'outside':
      return `${whose}${next.placeName ?? 'A place'}, outside the network, accepted ${after}`;
    case 'arrived':
      return `${whose}Arrived at ${next.placeName ?? 'a place'} ${after}`;
    case 'ended':
      return `${whose}No place was needed any more ${after}`;
  }
};

/** The refusals of one place, or for one reason; both, or neither. */
export const chosen = (
  lines: readonly RefusalLine[],
  { place, reason }: { readonly place?: string | undefined; readonly reason?: string | undefined },
): RefusalLine[] =>
  lines.filter((line) => (!place || line.placeId === place) && (!reason || line.reason === reason));
