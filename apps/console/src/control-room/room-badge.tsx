import type { Room } from '@concord/domain';
import { freshness } from '@concord/domain';
import type { GlyphName } from '../kit/glyph';
import { Badge } from '../kit/badge';
import { useAgreement } from '../live/agreement-in-force';
import { useAll, useNow } from '../live/live-context';
import { notConfirmed } from '../time/not-confirmed';
import { age } from '../time/span';
import { roomStateWords } from '../words/codes';

const tones: Readonly<Record<Room['state'], GlyphName>> = {
  available: 'running',
  held: 'mine',
  occupied: 'stopped',
  cleaning: 'stopped',
  closed: 'stopped',
};

/** A room's state with its age: past its agreed life it is not a state any more (P4). */
export const RoomBadge = ({ room }: { readonly room: Room }) => {
  const now = useNow();
  const agreement = useAgreement();
  const fresh = agreement ? freshness(room, agreement.freshness, now) : 'unknown';
  const hold = useAll('hold').get(room.holdId ?? '');
  const since = hold?.answeredAt ?? hold?.requestedAt ?? room.observed.at;
  const how = room.observed.source === 'telephone' ? ' by phone' : '';
  if (fresh === 'unknown') {
    return <Badge tone="stale">{notConfirmed(room.observed, now)}</Badge>;
  }
  return (
    <Badge tone={tones[room.state]}>
      {roomStateWords[room.state].toUpperCase()} · {age(since, now)}
      {how}
      {fresh === 'confirm-due' && ' · check due'}
    </Badge>
  );
};
