import type { Hold } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { Button } from '../kit/button';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { Field } from '../kit/field';
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
      <Field label="Why the room is given back">
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            autoFocus={!phone}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className={styles.buttons}>
        <CommandButton type="submit" look="primary" large={phone} command={command}>
          Give the room back
        </CommandButton>
        <Button large={phone} onClick={onStop}>
          Cancel
        </Button>
      </div>
      <CommandResult command={command} />
    </form>
  );
};
