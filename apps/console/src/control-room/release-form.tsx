import type { Hold } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { Button } from '../kit/button';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { Field } from '../kit/field';
import styles from './steps.module.css';

export const ReleaseForm = ({ hold, onStop }: { readonly hold: Hold; readonly onStop: () => void }) => {
  const [reason, setReason] = useState('');
  const command = useCommand('releaseHold', 'Room given back');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        command.send({ holdId: hold.id }, { reason, seenRevision: hold.revision }, onStop);
      }}
    >
      <Field label="Why the room is given back">
        {(ids) => (
          <textarea {...ids} rows={2} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <div className={styles.buttons}>
        <CommandButton type="submit" look="primary" command={command}>
          Give the room back
        </CommandButton>
        <Button onClick={onStop}>Cancel</Button>
      </div>
      <CommandResult command={command} />
    </form>
  );
};
