import type { Hold, Instant } from '@concord/domain';
import { useCallback, useState } from 'react';
import { useMayCall } from '../app/session';
import { ExtendForm } from '../incidents/extend-form';
import { ReleaseForm } from '../incidents/release-form';
import { Unfit, useUnfit } from '../incidents/unfit';
import { Badge } from '../kit/badge';
import { Button } from '../kit/button';
import { Ticking } from '../kit/ticking';
import { useAll, useNow } from '../live/live-context';
import { hourMinute, timeInList } from '../time/london';
import { hoursMinutesSeconds, left } from '../time/span';
import styles from './places.module.css';

/** A suite that is asked, or has taken them: how long its word is waited for or stands, and what can be done about it. */
export const HeldPlace = ({ hold, others }: { readonly hold: Hold; readonly others: number }) => {
  const now = useNow();
  const mayCall = useMayCall();
  const [form, setForm] = useState<'extend' | 'release'>();
  const place = useAll('place').get(hold.placeId);
  const room = useAll('room').get(hold.roomId);
  const text = useCallback((at: Instant) => hoursMinutesSeconds(left(hold.expiresAt, at)), [hold.expiresAt]);
  const unfit = useUnfit(hold);
  const accepted = hold.state === 'accepted';
  const stop = () => setForm(undefined);
  return (
    <div className={styles.held} data-testid="held" data-state={hold.state}>
      <p className={styles.name}>
        <strong>
          {place?.name}, {room?.name}
        </strong>
        <Badge tone="mine">{accepted ? 'ACCEPTED' : 'ASKED'}</Badge>
        {hold.notBefore !== null && <Badge tone="soon">NOT BEFORE {timeInList(hold.notBefore, now)}</Badge>}
      </p>
      <p>
        {accepted
          ? `Accepted by ${hold.answeredBy?.name ?? 'the suite'} ${hold.answeredAt ? hourMinute(hold.answeredAt) : ''}${hold.reverses ? ', who had refused' : ''}. Kept for `
          : `Asked ${hourMinute(hold.requestedAt)} for ${hold.incidentRef}. Reply within `}
        <strong>
          <Ticking text={text} />
        </strong>
        {!accepted && others > 0 && <span className={styles.quiet}> · the first to accept has them</span>}
      </p>
      <Unfit why={unfit} />
      {form === 'extend' && <ExtendForm hold={hold} onStop={stop} />}
      {form === 'release' && <ReleaseForm hold={hold} onStop={stop} />}
      {form === undefined && (
        <div className={styles.acts}>
          {mayCall('extendHold') && (
            <Button look="quiet" onClick={() => setForm('extend')}>
              {accepted ? 'Keep longer' : 'More time'}
              <span className="visually-hidden">: {place?.name}</span>
            </Button>
          )}
          {mayCall('releaseHold') && (
            <Button look="quiet" onClick={() => setForm('release')}>
              {accepted ? 'Give it back' : 'Ask no longer'}
              <span className="visually-hidden">: {place?.name}</span>
            </Button>
          )}
        </div>
      )}
    </div>
  );
};
