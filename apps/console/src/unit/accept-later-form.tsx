import type { Hold } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { FormEnd } from '../kit/form-end';
import { TimeAheadField } from '../kit/time-ahead-field';
import { useLive } from '../live/live-context';
import { hourMinute } from '../time/london';
import { readTimeAhead } from '../time/time-ahead';
import styles from '../incidents/fact-form.module.css';

/** Takes them, from a time to come: the room is kept from then on. */
export const AcceptLaterForm = ({ hold, onStop }: { readonly hold: Hold; readonly onStop: () => void }) => {
  const { clock } = useLive();
  const [when, setWhen] = useState('+30');
  const command = useCommand('acceptHold', `${hold.incidentRef}: accepted, not before a time`);
  const read = readTimeAhead(when, clock.now());
  return (
    <form
      className={styles.form}
      aria-label="Accept, not before"
      onSubmit={(event) => {
        event.preventDefault();
        if ('problem' in read) return;
        command.send({ holdId: hold.id }, { notBefore: read.at, seenRevision: hold.revision }, onStop);
      }}
    >
      <TimeAheadField
        label="We take them, but not before"
        value={when}
        onChange={setWhen}
        chips={['+15', '+30', '+1h', '+2h']}
      />
      <FormEnd
        command={command}
        does={'at' in read ? `Accept, not before ${hourMinute(read.at)}` : 'Accept, not before…'}
        large
        leave="Back"
        onLeave={onStop}
      />
    </form>
  );
};
