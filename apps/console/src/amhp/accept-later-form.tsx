import type { Instant } from '@concord/domain';
import { useState } from 'react';
import { Button } from '../kit/button';
import { Pair } from '../kit/pair';
import { TimeAheadField } from '../kit/time-ahead-field';
import { useConnected, useLive } from '../live/live-context';
import { hourMinute } from '../time/london';
import { readTimeAhead } from '../time/time-ahead';
import styles from '../incidents/fact-form.module.css';

interface Props {
  readonly sending: boolean;
  readonly onTake: (notBefore: Instant) => void;
  readonly onStop: () => void;
}

/** Yes, but only from a time to come: everybody sees from when, and the agreed wait runs on from the request. */
export const AcceptLaterForm = ({ sending, onTake, onStop }: Props) => {
  const { clock } = useLive();
  const connected = useConnected();
  const [when, setWhen] = useState('+1h');
  const read = readTimeAhead(when, clock.now());
  const verb = connected ? 'Accept' : 'Offer to accept';
  return (
    <form
      className={styles.form}
      aria-label="Accept from a time"
      onSubmit={(event) => {
        event.preventDefault();
        if ('at' in read) onTake(read.at);
      }}
    >
      <TimeAheadField
        label="I can set out from"
        value={when}
        onChange={setWhen}
        chips={['+30', '+1h', '+2h', '+4h']}
      />
      <Pair>
        <Button type="submit" look="primary" large aria-disabled={sending}>
          {sending ? 'Sending…' : 'at' in read ? `${verb} from ${hourMinute(read.at)}` : `${verb} from…`}
        </Button>
        <Button large onClick={onStop}>
          Back
        </Button>
      </Pair>
    </form>
  );
};
