import type { Hold } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { FormEnd } from '../kit/form-end';
import { ReasonField } from './reason-field';
import styles from './fact-form.module.css';

interface Props {
  readonly hold: Hold;
  readonly phone?: boolean;
  readonly onStop: () => void;
}

export const ReleaseForm = ({ hold, phone = false, onStop }: Props) => {
  const [reason, setReason] = useState('');
  const command = useCommand('releaseHold', 'Room given back');
  return (
    <form
      className={styles.form}
      aria-label="Give the room back"
      onSubmit={(event) => {
        event.preventDefault();
        command.send({ holdId: hold.id }, { reason, seenRevision: hold.revision }, onStop);
      }}
    >
      <ReasonField
        label="Why the room is given back"
        autoFocus={!phone}
        value={reason}
        onChange={setReason}
      />
      <FormEnd command={command} does="Give the room back" large={phone} onLeave={onStop} />
    </form>
  );
};
