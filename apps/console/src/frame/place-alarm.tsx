import type { Agreement, Alternative, Escalation, Instant, Place } from '@concord/domain';
import { plusMinutes } from '@concord/domain';
import { telephoneLink } from '../beds/ring-panel';
import { hourMinute } from '../time/london';

/** When the status of a place became unknown, or will: what its alarm counts to. */
export const unknownAt = (
  { startedAt }: Pick<Escalation, 'startedAt'>,
  agreement: Agreement | undefined,
): Instant | undefined => agreement && plusMinutes(startedAt, agreement.freshness.unknownAfterMinutes);

/** Which place, or which alternative, nobody has vouched for, since when, and the number to ring. */
export const PlaceAlarm = ({
  alarm: { startedAt, level },
  place,
}: {
  readonly alarm: Escalation;
  readonly place: Place | Alternative;
}) => (
  <>
    <strong>{place.name}</strong> {level === 'over' ? 'status unknown' : 'to be confirmed'}, last said{' '}
    {hourMinute(startedAt)} · <a href={telephoneLink(place.telephone)}>{place.telephone}</a>
  </>
);
