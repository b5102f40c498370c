import type { AmhpRequest } from '@concord/domain';
import { useState } from 'react';
import type { Command } from '../commands';
import { FormEnd } from '../kit/form-end';
import { TimeAheadField } from '../kit/time-ahead-field';
import { useLive } from '../live/live-context';
import { hourMinute } from '../time/london';
import { readTimeAhead } from '../time/time-ahead';
import styles from '../incidents/fact-form.module.css';

/** Yes, but only from a time to come: everybody sees from when, and the agreed wait runs on from the request. */
export const AcceptLaterForm = ({
  request,
  command,
  onStop,
}: {
  readonly request: AmhpRequest;
  readonly command: Command<'acceptOffer'>;
  readonly onStop: () => void;
}) => {
  const { clock } = useLive();
  const [when, setWhen] = useState('+1h');
  const read = readTimeAhead(when, clock.now());
  return (
    <form
      className={styles.form}
      aria-label="Accept from a time"
      onSubmit={(event) => {
        event.preventDefault();
        if ('problem' in read) return;
        command.send({ requestId: request.id }, { notBefore: read.at, seenRevision: request.revision });
      }}
    >
      <TimeAheadField
        label="I can set out from"
        value={when}
        onChange={setWhen}
        chips={['+30', '+1h', '+2h', '+4h']}
      />
      <FormEnd
        command={command}
        does={'at' in read ? `Accept from ${hourMinute(read.at)}` : 'Accept from…'}
        large
        leave="Back"
        onLeave={onStop}
      />
    </form>
  );
};
