import type { Hold } from '@concord/domain';
import { Badge } from '../kit/badge';
import { useAll } from '../live/live-context';
import { unfitFor } from './around';

export const useUnfit = ({ roomId, placeId, incidentId }: Hold): readonly string[] =>
  unfitFor(useAll('room').get(roomId), useAll('place').get(placeId), useAll('incident').get(incidentId));

/** Something has become known of them since the room was held: it is the wrong room, and cannot be accepted. */
export const Unfit = ({ why }: { readonly why: readonly string[] }) =>
  why.length === 0 ? null : (
    <p data-testid="unfit">
      <Badge tone="over">DOES NOT FIT THEM</Badge> {why.join(', ')}. This room cannot be accepted for them:
      another is needed.
    </p>
  );
